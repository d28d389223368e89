package org.yichuang.catalogue.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueEditing.Row;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.ImportPlan.Step;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.importing.ReadRow;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Run;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Standing;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;

/** Carries out what an import is planned to do, within its transaction. */
final class ImportRun {
    private final Items items;
    private final UnitOfWork unit;
    private final String id;
    private final ItemActs acts;

    ImportRun(Items items, UnitOfWork unit) {
        this.items = items;
        this.unit = unit;
        this.id = Ids.next(unit.context().at());
        this.acts = new ItemActs(items, unit, Map.of("import", id));
    }

    /** @param notes what is to be known of the file itself */
    ImportReport take(ImportPlan plan, List<LocalizedMessage> notes) {
        Map<String, Step> steps = new HashMap<>();
        plan.rows().stream()
                .filter(Step::writes)
                .forEach(step -> steps.put(step.row().code(), step));
        for (Run run : plan.runs()) {
            Standing there = items.inRuns().standing(run, unit);
            run.codes().stream().map(steps::get).filter(Objects::nonNull).forEach(step -> take(step, there));
            items.inRuns().forget(unit);
        }
        int accepted = plan.accepted();
        return new ImportReport(
                id,
                plan.rows().size(),
                accepted,
                plan.rows().size() - accepted,
                (int) plan.rows().stream()
                        .filter(step -> step.outcome() == Outcome.PUBLISHED)
                        .count(),
                plan.rows().stream().map(ImportRun::told).toList(),
                notes.stream().map(LocalizedMessage::zh).toList(),
                notes.stream().map(LocalizedMessage::en).toList());
    }

    private void take(Step step, Standing there) {
        ReadRow row = step.row();
        ItemDefinition definition = row.definition().orElseThrow();
        CatalogueItem item = Optional.ofNullable(there.items().get(row.code())).orElseGet(() -> added(row.code()));
        Optional<CatalogueVersion> draft = Optional.ofNullable(there.drafts().get(row.code()));
        if (step.outcome() == Outcome.DRAFTED) {
            acts.draftOf(id, item, draft, definition);
        } else {
            Optional<CatalogueVersion> published =
                    Optional.ofNullable(there.published().get(row.code()));
            acts.publishAtOnce(
                    id, item, draft, published, definition, step.judged().foreign());
        }
    }

    private CatalogueItem added(String code) {
        CatalogueItem item = new CatalogueItem(code);
        items.add(item, unit);
        return item;
    }

    private static Row told(Step step) {
        return new Row(
                step.row().row(),
                step.row().code(),
                step.row().name(),
                step.outcome(),
                step.reasons().stream().map(LocalizedMessage::zh).toList(),
                step.reasons().stream().map(LocalizedMessage::en).toList());
    }
}
