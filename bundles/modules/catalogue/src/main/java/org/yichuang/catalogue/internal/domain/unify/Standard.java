package org.yichuang.catalogue.internal.domain.unify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * An item as the nearest centre above publishes it: its name, code, basis and type a centre below takes as they are;
 * the rest it says itself, as the law leaves it open (R3-16).
 *
 * @param centre the name of the centre above
 * @param items what it publishes of it, at least one: under the same code, or under the codes of its departments that
 *     hold the same basic code, any of which may be followed
 */
public record Standard(String centre, List<ItemDefinition> items) {
    static final List<ComparedField> FIXED = List.of(ComparedField.NAME, ComparedField.BASIS, ComparedField.TYPE);

    public Standard {
        items = List.copyOf(items);
    }

    /** Returns why an item cannot be published below, if so; what the standard leaves empty, it does not fix. */
    public Optional<ProblemException> refusal(ItemDefinition below) {
        List<Optional<ProblemException>> refusals =
                items.stream().map(item -> refusal(below, item)).toList();
        return refusals.stream().filter(Optional::isEmpty).findFirst().orElse(refusals.get(0));
    }

    private Optional<ProblemException> refusal(ItemDefinition below, ItemDefinition item) {
        List<FieldProblem> problems = new ArrayList<>();
        for (ComparedField field : FIXED) {
            if (!field.of(item).isBlank() && !field.isSame(below, item)) {
                problems.add(new FieldProblem(
                        field.key(),
                        LocalizedMessage.of(
                                Standard.class, "standard.differs", field.label(), centre, field.of(item))));
            }
        }
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProblemException(
                        CatalogueError.ITEM_INVALID, problems.get(0).message(), problems));
    }

    /** An item below with what the item above fixes. */
    public static ItemDefinition applied(ItemDefinition item, ItemDefinition below) {
        return below.withIdentity(
                item.name(), item.type(), item.legalBasis().isBlank() ? below.legalBasis() : item.legalBasis());
    }
}
