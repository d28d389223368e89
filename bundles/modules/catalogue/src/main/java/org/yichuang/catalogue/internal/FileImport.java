package org.yichuang.catalogue.internal;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.CatalogueImport;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.catalogue.internal.domain.OwnWord;
import org.yichuang.catalogue.internal.domain.PublishingRules;
import org.yichuang.catalogue.internal.domain.check.CompressionPolicy;
import org.yichuang.catalogue.internal.domain.demand.DemandRules;
import org.yichuang.catalogue.internal.domain.demand.ListedDemand;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.domain.unify.Standard;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.importing.ReadRow;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Run;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Standing;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
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
    private final CatalogueDepartments departments;
    private final DisclosedFields fields;
    private final Standards standards;
    private final DraftOpinions opinions;
    private final Roads roads;
    private final SpreadsheetReader reader;
    private final Demands demands;
    private final ReviewLimits reviews;

    /** Into the catalogue of each centre. */
    public FileImport(
            Transactions transactions,
            Tenants tenants,
            Items items,
            Imports imports,
            CatalogueDepartments departments,
            DisclosedFields fields,
            SpreadsheetReader reader,
            DraftOpinions opinions,
            Roads roads) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.imports = imports;
        this.departments = departments;
        this.fields = fields;
        this.standards = new Standards(transactions, tenants, items);
        this.reader = reader;
        this.opinions = opinions;
        this.roads = roads;
        this.demands = new Demands(transactions, tenants, items);
        this.reviews = new ReviewLimits(transactions, tenants, items);
    }

    /** What is kept for a repeated command; the report itself stands in its own row. */
    record Taken(String id) {}

    ImportReport run(String fileName, InputStream content, boolean publish, CallContext context) {
        return take(read(fileName, content, context), fileName, publish, Optional.empty(), context);
    }

    /** How many rows a centre takes at once. */
    static int mostRows(Tenant centre) {
        int said = Integer.parseInt(centre.policy(ItemFile.ROWS_POLICY, String.valueOf(ItemFile.MOST_ROWS)));
        return Math.min(said, ItemFile.LARGEST_ROWS); // what a centre has said of before may be more
    }

    /** Reads a file; nothing is kept of it. */
    ItemFile read(String fileName, InputStream content, CallContext context) {
        Set<String> near = OwnWords.near(context.tenant(), tenants);
        return ItemFile.read(
                reader,
                fileName,
                content,
                mostRows(tenants.get(context.tenant())),
                transactions.read(context.withoutKey(), unit -> OwnWords.of(imports, near, unit)),
                codes -> transactions.read(context, unit -> {
                    Map<String, ItemDefinition> present = new HashMap<>();
                    for (Run run : items.inRuns().runs(codes, unit)) {
                        Standing there = items.inRuns().standing(run, unit);
                        there.drafts().forEach((code, version) -> present.put(code, version.definition()));
                        there.published().forEach((code, version) -> present.put(code, version.definition()));
                        items.inRuns().forget(unit);
                    }
                    return present;
                }));
    }

    /**
     * Tells what a file would do now, without doing it.
     *
     * @param teller makes what is to be known of it, in the transaction that read it
     */
    <T> T plan(ItemFile file, boolean publish, CallContext context, BiFunction<ImportPlan, UnitOfWork, T> teller) {
        List<JudgedRow> rows = judged(file, context);
        return transactions.read(context, unit -> teller.apply(ImportPlan.of(rows, publish, items, unit), unit));
    }

    /**
     * Takes a file.
     *
     * @param shown the state of the plan that somebody has been shown, if so: with another one nothing is taken
     */
    ImportReport take(ItemFile file, String fileName, boolean publish, Optional<String> shown, CallContext context) {
        List<JudgedRow> rows = judged(file, context);
        String shortName = TextRules.first(TextRules.cleaned(fileName), LONGEST_NAME);
        Taken taken = transactions.write(context, Taken.class, unit -> {
            ImportPlan plan = ImportPlan.of(rows, publish, items, unit);
            if (!plan.restsOnWhatIsThere() || shown.isPresent() && !shown.get().equals(plan.state(file.basis()))) {
                throw new ProblemException(
                        CommonError.CHANGED_MEANWHILE,
                        LocalizedMessage.of(FileImport.class, "import.changed-meanwhile"));
            }
            ImportReport report =
                    new ImportRun(items, unit).take(plan, file.facts().notes());
            keep(report, shortName, file.facts().sha256(), unit);
            return new Taken(report.id());
        });
        return report(taken.id(), context);
    }

    private List<JudgedRow> judged(ItemFile file, CallContext context) {
        String disclosure = tenants.get(context.tenant()).policy(Disclosure.POLICY, Disclosure.USUAL);
        List<ItemDefinition> items =
                file.rows().stream().flatMap(row -> row.definition().stream()).toList();
        Map<String, ForeignFields> foreign = fields.of(items, context);
        CompressionPolicy compression = CompressionPolicy.of(tenants.get(context.tenant())::policy);
        Map<String, Standard> above =
                standards.of(items.stream().map(ItemDefinition::code).toList(), context);
        Map<String, ListedDemand.View> listed = demands.inForce(context);
        Map<String, ItemDefinition> demanding = demands.published(items, listed, context);
        String policy = demands.policy(context);
        ReviewLimits.Judgement limits = reviews.of(items, context);
        Map<String, ItemDefinition> beside = new HashMap<>();
        items.forEach(item -> beside.put(item.code(), item));
        Optional<ProblemException> unexamined = opinions.refusalAtOnce(context)
                .or(() -> ReviewAbove.refusal(tenants.get(context.tenant()), Optional.empty(), false, ""));
        return file.rows().stream()
                .map(row -> {
                    ForeignFields said = foreign.getOrDefault(row.code(), ForeignFields.NONE);
                    return JudgedRow.of(row, said, item -> PublishingRules.refusal(item, disclosure, said)
                            .or(() -> departments.refusal(item, context))
                            .or(() -> Standards.refusal(item, above))
                            .or(() -> compression.refusal(item))
                            .or(() -> roads.refusal(item, beside, context))
                            .or(() -> DemandRules.refusal(
                                    item, Optional.ofNullable(demanding.get(item.code())), listed, policy))
                            .or(() -> limits.refusal(item))
                            .or(() -> strange(row))
                            .or(() -> unexamined));
                })
                .toList();
    }

    /** What organ it is of, nobody guesses: somebody says so first. */
    private static Optional<ProblemException> strange(ReadRow row) {
        return row.asked().stream()
                .filter(asked -> asked.kind() == OwnWord.Kind.ORGAN)
                .findFirst()
                .map(asked -> ProblemException.field(
                        CatalogueError.ITEM_INVALID,
                        "organ",
                        LocalizedMessage.of(FileImport.class, "import.organ-strange", asked.word())));
    }

    ImportReport report(String id, CallContext context) {
        return Optional.of(id)
                .filter(each -> !TextRules.isUnfit(each))
                .flatMap(each -> transactions.read(
                        context, unit -> imports.find(each, unit).map(CatalogueImport::report)))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.IMPORT_UNKNOWN, LocalizedMessage.of(FileImport.class, "import.unknown")));
    }

    boolean taken(String digest, CallContext context) {
        return transactions.read(context, unit -> imports.taken(digest, unit));
    }

    private static DomainEvent event(ImportReport report) {
        CatalogueEvent imported =
                new CatalogueEvent.Imported(report.rows(), report.accepted(), report.refused(), report.published());
        return DomainEvent.of(CatalogueEvent.MODULE, imported.type())
                .about(report.id(), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(imported));
    }

    private void keep(ImportReport report, String fileName, String digest, UnitOfWork unit) {
        Map<String, String> facts = Map.of(
                "file", fileName,
                "rows", Integer.toString(report.rows()),
                "accepted", Integer.toString(report.accepted()),
                "refused", Integer.toString(report.refused()),
                "published", Integer.toString(report.published()));
        CatalogueImport taken = new CatalogueImport(report, unit.context().at(), fileName, digest);
        imports.add(taken, unit);
        AuditEntry entry =
                new AuditEntry(AGGREGATE, report.id(), "import", "", imports.digest(taken, unit), facts, event(report));
        taken.head(unit.record(entry, ChainHead.START));
    }
}
