package org.yichuang.catalogue.internal.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;

/**
 * A row as it was understood.
 *
 * @param row its number in the file
 * @param code the item's code, empty when refused before one was known
 * @param name the item's name
 * @param definition the item, absent when the row is refused
 * @param refusals why it is refused
 * @param assumptions what was assumed about it
 * @param present the item as it was there already, whose fields stand where the row is silent
 * @param asked what somebody has to say of it before it is taken, or published
 */
public record ReadRow(
        int row,
        String code,
        String name,
        Optional<ItemDefinition> definition,
        List<Remark> refusals,
        List<Remark> assumptions,
        Optional<ItemDefinition> present,
        List<Asked> asked) {

    /** A row about an item that is not there yet. */
    ReadRow(
            int row,
            String code,
            String name,
            Optional<ItemDefinition> definition,
            List<Remark> refusals,
            List<Remark> assumptions,
            List<Asked> asked) {
        this(row, code, name, definition, refusals, assumptions, Optional.empty(), asked);
    }

    /** The same row, whose item is understood in another way. */
    ReadRow with(UnaryOperator<ItemDefinition> change) {
        return new ReadRow(row, code, name, definition.map(change), refusals, assumptions, present, asked);
    }

    /** The same row over an item that is there. */
    ReadRow over(ItemDefinition item, List<Remark> notes) {
        List<Remark> all = definition.isEmpty()
                ? assumptions
                : Stream.concat(assumptions.stream(), notes.stream()).toList();
        return new ReadRow(row, code, name, definition, refusals, all, Optional.of(item), asked);
    }

    /** The same row, refused. */
    ReadRow refused(Remark why) {
        return new ReadRow(row, code, name, Optional.empty(), List.of(why), assumptions, present, asked);
    }
}
