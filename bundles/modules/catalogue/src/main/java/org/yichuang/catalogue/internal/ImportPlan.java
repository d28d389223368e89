package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.importing.ReadRow;
import org.yichuang.catalogue.internal.importing.Remark;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What an import is going to do, row by row, with what stands in the catalogue now; nothing is written yet. What stands
 * there is read at once.
 *
 * @param rows one for each row of the file
 * @param present the items that are there already, by code
 * @param drafts their drafts
 * @param published their published versions
 * @param sameNames codes of other items by the names of rows that are new
 */
record ImportPlan(
        List<Step> rows,
        Map<String, CatalogueItem> present,
        Map<String, CatalogueVersion> drafts,
        Map<String, CatalogueVersion> published,
        Map<String, List<String>> sameNames) {

    /**
     * What is going to become of a row.
     *
     * @param reasons why, and what was assumed
     */
    record Step(JudgedRow judged, Outcome outcome, List<LocalizedMessage> reasons) {
        ReadRow row() {
            return judged.row();
        }
    }

    /** @param publish whether rows that may be published are to be published at once */
    static ImportPlan of(List<JudgedRow> rows, boolean publish, Items items, UnitOfWork unit) {
        List<String> codes = rows.stream()
                .map(JudgedRow::row)
                .filter(row -> row.definition().isPresent())
                .map(ReadRow::code)
                .toList();
        Map<String, CatalogueItem> present = items.items(codes, unit);
        List<String> newNames = rows.stream()
                .map(JudgedRow::row)
                .filter(row -> row.definition().isPresent() && !present.containsKey(row.code()))
                .map(ReadRow::name)
                .distinct()
                .toList();
        ImportPlan plan = new ImportPlan(
                new ArrayList<>(),
                present,
                items.versions(codes, ItemVersion.State.DRAFT, unit),
                items.versions(codes, ItemVersion.State.PUBLISHED, unit),
                items.codesByName(newNames, unit));
        rows.forEach(row -> plan.rows.add(plan.step(row, publish)));
        return plan;
    }

    private Step step(JudgedRow judged, boolean publish) {
        ReadRow row = judged.row();
        if (row.definition().isEmpty()) {
            return step(judged, Outcome.REFUSED, row.refusals());
        }
        ItemDefinition definition = row.definition().get();
        if (before(row.code()).filter(ItemDefinition::bundled).isPresent()) {
            return step(
                    judged,
                    Outcome.REFUSED,
                    List.of(new Remark(LocalizedMessage.of(ImportPlan.class, "plan.is-bundle", row.code()))));
        }
        if (holds(published.get(row.code()), definition)) {
            return step(judged, Outcome.UNCHANGED, List.of());
        }
        List<Remark> reasons =
                judged.obstacle().map(why -> List.of(new Remark(why.message()))).orElse(List.of());
        List<String> namesakes =
                present.containsKey(row.code()) ? List.of() : sameNames.getOrDefault(row.name(), List.of());
        if (!namesakes.isEmpty()) {
            reasons = new ArrayList<>(reasons);
            reasons.add(
                    new Remark(LocalizedMessage.of(ImportPlan.class, "plan.same-name", String.join(" ", namesakes))));
        }
        boolean isDraft = holds(drafts.get(row.code()), definition);
        CatalogueVersion replaced = isDraft ? null : drafts.get(row.code());
        if (replaced != null) {
            reasons = new ArrayList<>(reasons);
            reasons.add(new Remark(LocalizedMessage.of(ImportPlan.class, "plan.replaces-draft", replaced.number())));
        }
        if (publish && judged.obstacle().isEmpty()) {
            return step(judged, Outcome.PUBLISHED, reasons);
        }
        return step(judged, isDraft ? Outcome.UNCHANGED : Outcome.DRAFTED, reasons);
    }

    private Step step(JudgedRow judged, Outcome outcome, List<Remark> reasons) {
        ReadRow row = judged.row();
        List<LocalizedMessage> words = Stream.concat(reasons.stream(), row.assumptions().stream())
                .map(Remark::message)
                .toList();
        return new Step(judged, outcome, words);
    }

    private static boolean holds(CatalogueVersion version, ItemDefinition definition) {
        return version != null && version.definition().equals(definition);
    }

    /** What a row would take the place of: what people see now, else the draft. */
    Optional<ItemDefinition> before(String code) {
        return Optional.ofNullable(published.get(code))
                .or(() -> Optional.ofNullable(drafts.get(code)))
                .map(CatalogueVersion::definition);
    }

    /** Tells whether the rows were read over what stands there now; somebody else may have changed it meanwhile. */
    boolean restsOn(List<ReadRow> read) {
        return read.stream().filter(row -> row.definition().isPresent()).allMatch(row -> row.present()
                .equals(before(row.code())));
    }

    /** The draft in work that a row would take the place of, where it says something else. */
    Optional<ItemDefinition> replacedDraft(Step step) {
        boolean writes = step.outcome() == Outcome.DRAFTED || step.outcome() == Outcome.PUBLISHED;
        return Optional.ofNullable(writes ? drafts.get(step.row().code()) : null)
                .map(CatalogueVersion::definition)
                .filter(draft -> !step.row().definition().equals(Optional.of(draft)));
    }

    /** Counts the rows that become items. */
    int accepted() {
        return (int)
                rows.stream().filter(step -> step.outcome() != Outcome.REFUSED).count();
    }

    /**
     * A digest of all that it rests on: another one when anything that is shown of it has changed.
     *
     * @param basis of the file whose rows these are: its bytes, and what its headings meant
     */
    String state(String basis) {
        StringBuilder state = new StringBuilder(basis).append('\n');
        for (Step step : rows) {
            String code = step.row().code();
            state.append(code)
                    .append('\n')
                    .append(step.outcome())
                    .append(numbered(drafts.get(code)))
                    .append(numbered(published.get(code)))
                    .append('\n');
            step.reasons().forEach(reason -> state.append(reason.zh()).append('\n'));
        }
        return Digests.sha256(state.toString());
    }

    private static String numbered(CatalogueVersion version) {
        return version == null ? " -" : " " + version.number() + "." + version.revision();
    }
}
