package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.sample.SampleFile;
import org.yichuang.catalogue.internal.importing.ReadRow;
import org.yichuang.catalogue.internal.importing.Remark;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Run;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Standing;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What an import is going to do, row by row, with what stands in the catalogue now; nothing is written yet. What stands
 * there is read in runs, of which nothing is kept but what is shown.
 *
 * @param rows one for each row of the file
 * @param runs the codes of its items, as they are read
 */
record ImportPlan(List<Step> rows, List<Run> runs) {

    /**
     * What is going to become of a row.
     *
     * @param reasons why, and what was assumed
     * @param before what it would take the place of: what people see now, else the draft; null for a new item
     * @param replacedDraft the draft in work that it would take the place of, where it says something else, or null
     * @param versions the numbers and revisions of what stands there
     */
    record Step(
            JudgedRow judged,
            Outcome outcome,
            List<LocalizedMessage> reasons,
            ItemDefinition before,
            ItemDefinition replacedDraft,
            String versions) {
        ReadRow row() {
            return judged.row();
        }

        boolean writes() {
            return outcome == Outcome.DRAFTED || outcome == Outcome.PUBLISHED;
        }

        private Step saying(List<LocalizedMessage> more) {
            List<LocalizedMessage> all =
                    Stream.concat(reasons.stream(), more.stream()).toList();
            return new Step(judged, outcome, all, before, replacedDraft, versions);
        }
    }

    /** @param publish whether rows that may be published are to be published at once */
    static ImportPlan of(List<JudgedRow> rows, boolean publish, Items items, UnitOfWork unit) {
        Map<String, JudgedRow> known = new LinkedHashMap<>();
        for (JudgedRow row : rows) {
            if (row.row().definition().isPresent()) {
                known.put(row.row().code(), row);
            }
        }
        List<Run> runs = items.inRuns().runs(List.copyOf(known.keySet()), unit);
        Map<String, Step> steps = new HashMap<>();
        List<String> added = new ArrayList<>();
        for (Run run : runs) {
            Standing there = items.inRuns().standing(run, unit);
            Map<String, List<SampleFile>> files = publish ? files(there, items, unit) : Map.of();
            for (String code : run.codes()) {
                if (there.items().containsKey(code)) {
                    steps.put(code, losing(step(known.get(code), publish, there, List.of()), there, files.get(code)));
                } else {
                    added.add(code);
                }
            }
            items.inRuns().forget(unit);
        }
        Map<String, List<String>> sameNames = items.codesByName(
                added.stream()
                        .map(code -> known.get(code).row().name())
                        .distinct()
                        .toList(),
                unit);
        for (String code : added) {
            JudgedRow row = known.get(code);
            steps.put(
                    code,
                    step(
                            row,
                            publish,
                            Standing.NOTHING,
                            sameNames.getOrDefault(row.row().name(), List.of())));
        }
        return new ImportPlan(
                rows.stream()
                        .map(row -> row.row().definition().isPresent()
                                ? steps.get(row.row().code())
                                : refused(row, row.row().refusals()))
                        .toList(),
                runs);
    }

    /** Returns the samples and blank forms of what is published there, by code. */
    private static Map<String, List<SampleFile>> files(Standing there, Items items, UnitOfWork unit) {
        return items.samples().given(there.published().keySet(), unit).stream()
                .collect(Collectors.groupingBy(SampleFile::code));
    }

    /** Says which files the public sees no more, as their materials go, or are called otherwise. */
    private static Step losing(Step step, Standing there, List<SampleFile> given) {
        if (step.outcome() != Outcome.PUBLISHED || given == null) {
            return step;
        }
        String code = step.row().code();
        ItemDefinition before = there.published().get(code).definition();
        List<LocalizedMessage> lost = SampleFiles.lost(
                        given, before, step.row().definition().orElseThrow())
                .stream()
                .map(file -> LocalizedMessage.of(
                        ImportPlan.class,
                        "plan.loses-file",
                        file.material(),
                        file.kind().label()))
                .toList();
        return step.saying(lost);
    }

    private static Step step(JudgedRow judged, boolean publish, Standing there, List<String> namesakes) {
        ReadRow row = judged.row();
        CatalogueVersion draft = there.drafts().get(row.code());
        CatalogueVersion published = there.published().get(row.code());
        ItemDefinition definition = row.definition().orElseThrow();
        ItemDefinition before = before(row, draft, published);
        if (before != null && before.bundled()) {
            return refused(
                    judged, List.of(new Remark(LocalizedMessage.of(ImportPlan.class, "plan.is-bundle", row.code()))));
        }
        List<Remark> reasons = new ArrayList<>();
        boolean isDraft = holds(draft, definition);
        Outcome outcome = Outcome.UNCHANGED;
        if (!holds(published, definition)) {
            reasons.addAll(reasons(judged, isDraft ? null : draft, namesakes));
            boolean goesPublic = publish && judged.obstacle().isEmpty();
            outcome = goesPublic ? Outcome.PUBLISHED : isDraft ? Outcome.UNCHANGED : Outcome.DRAFTED;
        }
        boolean replaces = outcome != Outcome.UNCHANGED && draft != null && !isDraft;
        return new Step(
                judged,
                outcome,
                words(row, reasons),
                before,
                replaces ? draft.definition() : null,
                numbered(draft) + numbered(published));
    }

    /** @param over the draft that would be written over, or null */
    private static List<Remark> reasons(JudgedRow judged, CatalogueVersion over, List<String> namesakes) {
        List<Remark> reasons = new ArrayList<>();
        judged.obstacle().ifPresent(why -> reasons.add(new Remark(why.message())));
        if (!namesakes.isEmpty()) {
            reasons.add(
                    new Remark(LocalizedMessage.of(ImportPlan.class, "plan.same-name", String.join(" ", namesakes))));
        }
        if (over != null) {
            reasons.add(new Remark(LocalizedMessage.of(ImportPlan.class, "plan.replaces-draft", over.number())));
        }
        if (over != null && over.isOnItsWay()) {
            reasons.add(new Remark(LocalizedMessage.of(ImportPlan.class, "plan.on-its-way", over.number())));
        }
        return reasons;
    }

    private static ItemDefinition before(ReadRow row, CatalogueVersion draft, CatalogueVersion published) {
        return Optional.ofNullable(published)
                .or(() -> Optional.ofNullable(draft))
                .map(CatalogueVersion::definition)
                .map(there -> row.present().filter(there::equals).orElse(there))
                .orElse(null);
    }

    private static Step refused(JudgedRow judged, List<Remark> reasons) {
        return new Step(
                judged, Outcome.REFUSED, words(judged.row(), reasons), null, null, numbered(null) + numbered(null));
    }

    private static List<LocalizedMessage> words(ReadRow row, List<Remark> reasons) {
        return Stream.concat(reasons.stream(), row.assumptions().stream())
                .map(Remark::message)
                .toList();
    }

    private static boolean holds(CatalogueVersion version, ItemDefinition definition) {
        return version != null && version.definition().equals(definition);
    }

    /** Tells whether the rows were read over what stands there now; somebody else may have changed it meanwhile. */
    boolean restsOnWhatIsThere() {
        return rows.stream()
                .filter(step -> step.row().definition().isPresent() && step.outcome() != Outcome.REFUSED)
                .allMatch(step -> step.row().present().equals(Optional.ofNullable(step.before())));
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
            state.append(step.row().code())
                    .append('\n')
                    .append(step.outcome())
                    .append(step.versions())
                    .append('\n');
            step.reasons().forEach(reason -> state.append(reason.zh()).append('\n'));
        }
        return Digests.sha256(state.toString());
    }

    private static String numbered(CatalogueVersion version) {
        return version == null ? " -" : " " + version.number() + "." + version.revision();
    }
}
