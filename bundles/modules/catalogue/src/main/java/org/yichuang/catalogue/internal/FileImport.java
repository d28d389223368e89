package org.yichuang.catalogue.internal;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueEditing.Row;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueImport;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.domain.PublishingRules;
import org.yichuang.catalogue.internal.domain.Texts;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.importing.ReadRow;
import org.yichuang.catalogue.internal.importing.Remark;
import org.yichuang.catalogue.internal.importing.SheetFile;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.Unit;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/** Takes files of items: read outside of the transaction, kept within one. */
public class FileImport {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "catalogue-import";

    private static final int LONGEST_NAME = 200;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final Imports imports;

    /** Into the catalogue of each centre. */
    public FileImport(Transactions transactions, Tenants tenants, Items items, Imports imports) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.imports = imports;
    }

    /** What is kept for a repeated command; the report itself stands in its own row. */
    record Taken(String id) {}

    ImportReport run(String fileName, InputStream content, boolean publish, CallContext context) {
        byte[] bytes = SheetFile.bytes(content);
        List<ReadRow> rows = ItemFile.read(fileName, bytes);
        String name = Texts.cleaned(fileName);
        String shortName = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        Taken taken = transactions.write(context, Taken.class, unit -> {
            ImportReport report = take(rows, publish, unit);
            keep(report, shortName, Digests.sha256(bytes), unit);
            return new Taken(report.id());
        });
        return report(taken.id(), context);
    }

    ImportReport report(String id, CallContext context) {
        return Optional.of(id)
                .filter(each -> !Texts.isUnfit(each))
                .flatMap(each -> transactions.read(
                        context, unit -> imports.find(each, unit).map(CatalogueImport::report)))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.IMPORT_UNKNOWN, "没有这次导入", "There is no such import"));
    }

    boolean taken(String digest, CallContext context) {
        return transactions.read(context, unit -> imports.taken(digest, unit));
    }

    private ImportReport take(List<ReadRow> rows, boolean publish, Unit unit) {
        String id = Ids.next(unit.context().at());
        List<String> codes = rows.stream()
                .filter(row -> row.definition().isPresent())
                .map(ReadRow::code)
                .toList();
        Present present = new Present(
                items.items(codes, unit),
                items.versions(codes, ItemVersion.State.DRAFT, unit),
                items.versions(codes, ItemVersion.State.PUBLISHED, unit));
        ItemActs acts = new ItemActs(items, unit, Map.of("import", id));
        String disclosure = tenants.get(unit.context().tenant()).policy(Disclosure.POLICY, Disclosure.USUAL);
        List<Row> details = new ArrayList<>();
        int published = 0;
        for (ReadRow row : rows) {
            Row told = row.definition().isEmpty()
                    ? told(row, Outcome.REFUSED, row.refusals())
                    : take(row, row.definition().get(), publish, present, acts, disclosure, unit);
            details.add(told);
            published += told.outcome() == Outcome.PUBLISHED || present.isPublished(row) ? 1 : 0;
        }
        return new ImportReport(id, rows.size(), codes.size(), rows.size() - codes.size(), published, details);
    }

    /** What stands in the catalogue before the import, by code. */
    private record Present(
            Map<String, CatalogueItem> items,
            Map<String, CatalogueVersion> drafts,
            Map<String, CatalogueVersion> published) {
        boolean isPublished(ReadRow row) {
            return row.definition().isPresent() && holds(published.get(row.code()), row.definition().get());
        }

        static boolean holds(CatalogueVersion version, ItemDefinition definition) {
            return version != null && version.definition().equals(definition);
        }
    }

    private Row take(
            ReadRow row, ItemDefinition definition, boolean publish, Present present, ItemActs acts, String disclosure,
            Unit unit) {
        CatalogueVersion draft = present.drafts().get(row.code());
        boolean sameDraft = Present.holds(draft, definition);
        if (present.isPublished(row)) {
            return told(row, Outcome.UNCHANGED, List.of());
        }
        Optional<ProblemException> obstacle = PublishingRules.refusal(definition, disclosure);
        List<Remark> reasons = obstacle.map(why -> List.of(new Remark(why.zh(), why.en()))).orElse(List.of());
        boolean publishing = publish && obstacle.isEmpty();
        if (sameDraft && !publishing) {
            return told(row, Outcome.UNCHANGED, reasons);
        }
        CatalogueItem item = present.items().computeIfAbsent(row.code(), code -> added(code, unit));
        CatalogueVersion next =
                sameDraft ? draft : acts.draft(item, Optional.ofNullable(draft), definition);
        if (!publishing) {
            return told(row, Outcome.DRAFTED, reasons);
        }
        acts.publish(item, Optional.of(next), Optional.ofNullable(present.published().get(row.code())), disclosure);
        return told(row, Outcome.PUBLISHED, List.of());
    }

    private CatalogueItem added(String code, Unit unit) {
        CatalogueItem item = new CatalogueItem(code);
        items.add(item, unit);
        return item;
    }

    private static Row told(ReadRow row, Outcome outcome, List<Remark> reasons) {
        List<String> zh = new ArrayList<>(reasons.stream().map(Remark::zh).toList());
        List<String> en = new ArrayList<>(reasons.stream().map(Remark::en).toList());
        row.assumptions().forEach(assumption -> {
            zh.add(assumption.zh());
            en.add(assumption.en());
        });
        return new Row(row.row(), row.code(), row.name(), outcome, zh, en);
    }

    private void keep(ImportReport report, String fileName, String digest, Unit unit) {
        Map<String, String> facts = Map.of(
                "file", fileName,
                "rows", Integer.toString(report.rows()),
                "accepted", Integer.toString(report.accepted()),
                "refused", Integer.toString(report.refused()),
                "published", Integer.toString(report.published()));
        ChainHead head =
                unit.record(new AuditEntry(AGGREGATE, report.id(), "import", "", digest, facts), ChainHead.START);
        imports.add(new CatalogueImport(report, unit.context().at(), fileName, digest, head), unit);
    }
}
