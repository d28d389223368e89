package org.yichuang.catalogue.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.SampleFiles.Shown;
import org.yichuang.catalogue.internal.document.CatalogueDocument;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.catalogue.internal.domain.print.Edition;
import org.yichuang.catalogue.internal.domain.print.Edition.Series;
import org.yichuang.catalogue.internal.domain.print.EditionKind;
import org.yichuang.catalogue.internal.domain.print.EditionText;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.EditionRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Booklets and boards of what a centre publishes, as numbered editions on paper (M-CAT-12). */
public class Editions {
    /** The kind of thing whose chains these are, and whose documents. */
    static final String AGGREGATE = "catalogue-edition";

    /** So many items are in an edition. */
    static final int MOST_ITEMS = 2_000;

    /** So long is a part of its text. */
    private static final int LONGEST_PART = 28_000;

    private final Transactions transactions;
    private final Tenants tenants;
    private final PublishedRows published;
    private final EditionRows rows;
    private final DisclosedFields fields;
    private final DocumentService documents;
    private final SampleFiles samples;

    /** Over the catalogue of each centre. */
    public Editions(
            Transactions transactions,
            Tenants tenants,
            PublishedRows published,
            EditionRows rows,
            DisclosedFields fields,
            SampleFiles samples,
            DocumentService documents) {
        this.samples = samples;
        this.transactions = transactions;
        this.tenants = tenants;
        this.published = published;
        this.rows = rows;
        this.fields = fields;
        this.documents = documents;
    }

    /**
     * What is to be printed.
     *
     * @param type of these items only; absent for all
     * @param department of this department only; absent for all
     */
    public record NewEdition(@NotNull EditionKind kind, ItemType type, @Size(max = 200) String department) {
        private Series series() {
            return new Series(kind, type, department == null ? "" : department);
        }
    }

    /** What an edition would say today. */
    public record Content(Series series, int next, List<List<String>> items) {}

    /** The same, and what it was read from. */
    private record Looked(Content content, List<ItemDefinition> items) {}

    /** An edition and its document. */
    public record Printed(Edition.View edition, DocumentView document) {}

    /** A file. */
    public record FileContent(String name, byte[] bytes) {}

    /** What is kept for a repeated command. */
    record Kept(String id) {}

    /**
     * Returns what an edition would say if it were made now.
     *
     * @throws ProblemException {@code fields-invalid} where nothing of it is published; {@code too-large}
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Content preview(NewEdition given, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return look(given, context).content();
    }

    private Looked look(NewEdition given, CallContext context) {
        Series series = FieldRules.require(given).series();
        List<ItemDefinition> items = transactions.read(context.withoutKey(), unit -> items(series, unit));
        int last = transactions.read(context.withoutKey(), unit -> rows.last(series, unit));
        List<List<String>> lines = lines(series.kind(), items, fields.of(items, context), samples.of(items, context));
        return new Looked(new Content(series, last + 1, lines), items);
    }

    private List<ItemDefinition> items(Series series, UnitOfWork unit) {
        List<ItemDefinition> items = new ArrayList<>();
        CatalogueScan.each(published, unit, item -> {
            boolean wanted = (series.type() == null || series.type() == item.type())
                    && (series.department().isEmpty() || series.department().equals(item.department()));
            if (wanted) {
                items.add(item);
            }
            if (items.size() > MOST_ITEMS) {
                throw tooLarge();
            }
        });
        if (items.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "type", LocalizedMessage.of(Editions.class, "edition.nothing"));
        }
        return items;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                CommonError.TOO_LARGE, LocalizedMessage.of(Editions.class, "edition.too-large", MOST_ITEMS));
    }

    private static List<List<String>> lines(
            EditionKind kind,
            List<ItemDefinition> items,
            Map<String, ForeignFields> said,
            Map<String, List<Shown>> samples) {
        List<List<String>> lines = new ArrayList<>();
        for (ItemDefinition item : items) {
            Map<String, String> values =
                    said.getOrDefault(item.code(), ForeignFields.NONE).values();
            String shown = samples.get(item.code()).stream()
                    .map(each -> each.file().name())
                    .collect(Collectors.joining("；"));
            lines.add(EditionText.lines(kind, lines.size() + 1, item, values, shown));
        }
        return lines;
    }

    /**
     * Makes an edition of what is published now, with the next number of its kind, type and department, and its
     * document.
     *
     * @throws ProblemException as {@link #preview}; {@code changed-meanwhile} where something of it is published or
     *     retired at that moment
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Printed make(NewEdition given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        context.require(CataloguePermission.VIEW);
        Looked looked = look(given, context);
        Content content = looked.content();
        Series series = content.series();
        Map<String, String> parts = parts(content.items());
        Tenant here = tenants.get(context.tenant());
        String id = transactions
                .write(context, Kept.class, unit -> {
                    requireUnchanged(looked, unit);
                    int number = rows.last(series, unit) + 1;
                    Edition edition = new Edition(
                            Ids.next(context.at()),
                            series,
                            number,
                            content.items().size(),
                            context.today());
                    DocumentView document = documents.issue(request(edition, parts, here), unit);
                    edition.printed(document.id());
                    rows.add(edition, unit);
                    record(edition, document, unit);
                    return new Kept(edition.id());
                })
                .id();
        return find(id, context.withoutKey());
    }

    /** Nothing is printed as in force that has been retired since it was read. */
    private void requireUnchanged(Looked looked, UnitOfWork unit) {
        if (!items(looked.content().series(), unit).equals(looked.items())) {
            throw new ProblemException(
                    CommonError.CHANGED_MEANWHILE, LocalizedMessage.of(Editions.class, "edition.changed"));
        }
    }

    private static Map<String, String> parts(List<List<String>> items) {
        List<StringBuilder> parts = new ArrayList<>(List.of(new StringBuilder()));
        for (List<String> item : items) {
            for (String line : item) {
                for (String piece : pieces(line)) {
                    if (parts.get(parts.size() - 1).length() + piece.length() >= LONGEST_PART) {
                        parts.add(new StringBuilder());
                    }
                    parts.get(parts.size() - 1).append(piece).append('\n');
                }
            }
        }
        if (parts.size() > CatalogueDocument.MOST_PARTS) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(Editions.class, "edition.too-long", items.size()));
        }
        Map<String, String> facts = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            facts.put(CatalogueDocument.part(i), parts.get(i).toString());
        }
        return facts;
    }

    /** A line that is longer than a part goes on in the next one. */
    private static List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (rest.length() >= LONGEST_PART) {
            String piece = TextRules.first(rest, LONGEST_PART - 1);
            pieces.add(piece);
            rest = rest.substring(piece.length());
        }
        pieces.add(rest);
        return pieces;
    }

    private static DocumentService.Request request(Edition edition, Map<String, String> parts, Tenant here) {
        Edition.View view = edition.view();
        Map<String, String> facts = new HashMap<>(parts);
        facts.put("about", about(view.type(), view.department()));
        facts.put("edition", String.valueOf(view.number()));
        facts.put(
                "day",
                LocalizedMessage.of(
                                Editions.class,
                                "edition.day",
                                String.valueOf(view.madeOn().getYear()),
                                view.madeOn().getMonthValue(),
                                view.madeOn().getDayOfMonth())
                        .zh());
        facts.put("count", String.valueOf(view.items()));
        CatalogueDocument template = CatalogueDocument.of(view.kind());
        return new DocumentService.Request(
                template.module(), template.kind(), AGGREGATE, edition.id(), here.name(), "", facts);
    }

    /** Of what an edition is, in Chinese. */
    static String about(ItemType type, String department) {
        String of = type == null
                ? LocalizedMessage.of(Editions.class, "edition.all").zh()
                : type.label().zh();
        return department.isEmpty()
                ? of
                : LocalizedMessage.of(Editions.class, "edition.of-department", of, department)
                        .zh();
    }

    private void record(Edition edition, DocumentView document, UnitOfWork unit) {
        Edition.View view = edition.view();
        CatalogueEvent event =
                new CatalogueEvent.EditionMade(view.kind().key(), view.number(), view.items(), document.number());
        Map<String, String> facts = Map.of(
                "kind", view.kind().key(),
                "about", about(view.type(), view.department()),
                "edition", String.valueOf(view.number()),
                "items", String.valueOf(view.items()),
                "document", document.number());
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(edition.id(), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry =
                new AuditEntry(AGGREGATE, edition.id(), "make", "", rows.digest(edition, unit), facts, happened);
        edition.head(unit.record(entry, ChainHead.START));
    }

    /** Returns the editions, the latest first. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<Edition.View> list(PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<Edition.View> found =
                transactions.read(context, unit -> rows.list(page.cursor(), page.limit() + 1, unit).stream()
                        .map(Edition::view)
                        .toList());
        return Page.of(found, page.limit(), Edition.View::id);
    }

    /** Returns an edition with its document; {@code edition-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Printed find(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        Edition edition = transactions.read(context, unit -> Optional.of(id)
                .filter(each -> !TextRules.isUnfit(each))
                .flatMap(each -> rows.find(each, unit))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.EDITION_UNKNOWN, LocalizedMessage.of(Editions.class, "edition.unknown"))));
        DocumentView document = documents.of(AGGREGATE, id, context).stream()
                .filter(each -> each.id().equals(edition.document()))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
        return new Printed(edition.view(), document);
    }

    /** Returns the file of an edition; {@code edition-unknown}, {@code document-pending} while it is being made. */
    @RequiresPermission(CataloguePermission.VIEW)
    public FileContent file(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        DocumentView document = find(id, context).document();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            documents.write(document.id(), AGGREGATE, id, bytes, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FileContent(document.number() + ".pdf", bytes.toByteArray());
    }
}
