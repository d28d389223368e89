package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueEditing.Row;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.catalogue.internal.importing.ReadRow;
import org.yichuang.catalogue.internal.importing.Remark;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * One import within its transaction: what stands in the catalogue is read at once, then each row is decided. Everything
 * that needs no database has been done before, so that the transaction is short.
 */
final class ImportRun {
    /**
     * A row.
     *
     * @param foreign what other modules say of its item
     * @param obstacle what stands in the way of its publication, if anything
     */
    record Judged(ReadRow row, ForeignFields foreign, Optional<ProblemException> obstacle) {
        /** @param rules why an item cannot be published, if so */
        static Judged of(
                ReadRow row, ForeignFields foreign, Function<ItemDefinition, Optional<ProblemException>> rules) {
            return new Judged(row, foreign, row.definition().flatMap(rules));
        }
    }

    private final Items items;
    private final UnitOfWork unit;
    private final boolean publish;
    private final String id;
    private final ItemActs acts;
    private Map<String, CatalogueItem> present;
    private Map<String, CatalogueVersion> drafts;
    private Map<String, CatalogueVersion> published;

    /** @param publish whether rows that may be published are published at once */
    ImportRun(Items items, UnitOfWork unit, boolean publish) {
        this.items = items;
        this.unit = unit;
        this.publish = publish;
        this.id = Ids.next(unit.context().at());
        this.acts = new ItemActs(items, unit, Map.of("import", id));
    }

    ImportReport take(List<Judged> rows) {
        List<String> codes = rows.stream()
                .map(Judged::row)
                .filter(row -> row.definition().isPresent())
                .map(ReadRow::code)
                .toList();
        present = items.items(codes, unit);
        drafts = items.versions(codes, ItemVersion.State.DRAFT, unit);
        published = items.versions(codes, ItemVersion.State.PUBLISHED, unit);
        List<Row> details = new ArrayList<>();
        int visible = 0;
        for (Judged judged : rows) {
            ReadRow row = judged.row();
            boolean before = row.definition().isPresent()
                    && holds(published.get(row.code()), row.definition().get());
            Row told = take(judged, before);
            details.add(told);
            visible += before || told.outcome() == Outcome.PUBLISHED ? 1 : 0;
        }
        return new ImportReport(id, rows.size(), codes.size(), rows.size() - codes.size(), visible, details);
    }

    private Row take(Judged judged, boolean alreadyPublished) {
        ReadRow row = judged.row();
        if (row.definition().isEmpty()) {
            return told(row, Outcome.REFUSED, row.refusals());
        }
        return alreadyPublished
                ? told(row, Outcome.UNCHANGED, List.of())
                : take(judged, row.definition().get());
    }

    private Row take(Judged judged, ItemDefinition definition) {
        ReadRow row = judged.row();
        Optional<CatalogueVersion> draft = Optional.ofNullable(drafts.get(row.code()));
        List<Remark> reasons =
                judged.obstacle().map(why -> List.of(new Remark(why.message()))).orElse(List.of());
        boolean publishing = publish && judged.obstacle().isEmpty();
        if (!publishing && holds(drafts.get(row.code()), definition)) {
            return told(row, Outcome.UNCHANGED, reasons);
        }
        CatalogueItem item = present.computeIfAbsent(row.code(), this::added);
        if (!publishing) {
            acts.draft(item, draft, definition);
            return told(row, Outcome.DRAFTED, reasons);
        }
        acts.publishAtOnce(item, draft, Optional.ofNullable(published.get(row.code())), definition, judged.foreign());
        return told(row, Outcome.PUBLISHED, List.of());
    }

    private static boolean holds(CatalogueVersion version, ItemDefinition definition) {
        return version != null && version.definition().equals(definition);
    }

    private CatalogueItem added(String code) {
        CatalogueItem item = new CatalogueItem(code);
        items.add(item, unit);
        return item;
    }

    private static Row told(ReadRow row, Outcome outcome, List<Remark> reasons) {
        List<LocalizedMessage> words = Stream.concat(reasons.stream(), row.assumptions().stream())
                .map(Remark::message)
                .toList();
        return new Row(
                row.row(),
                row.code(),
                row.name(),
                outcome,
                words.stream().map(LocalizedMessage::zh).toList(),
                words.stream().map(LocalizedMessage::en).toList());
    }
}
