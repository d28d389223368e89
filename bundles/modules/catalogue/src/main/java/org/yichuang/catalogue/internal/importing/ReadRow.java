package org.yichuang.catalogue.internal.importing;

import java.util.List;
import java.util.Optional;
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
 */
public record ReadRow(
        int row,
        String code,
        String name,
        Optional<ItemDefinition> definition,
        List<Remark> refusals,
        List<Remark> assumptions) {

    /** The same row, refused. */
    ReadRow refused(Remark why) {
        return new ReadRow(row, code, name, Optional.empty(), List.of(why), assumptions);
    }
}
