package org.yichuang.documents.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentStanding;
import org.yichuang.documents.api.DocumentStanding.Ended;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.domain.NumberSeries;
import org.yichuang.documents.internal.domain.PaperContent;
import org.yichuang.documents.internal.domain.TemplateText;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Issues documents, gives out their files, answers whether they are genuine. */
public class DefaultDocumentService implements DocumentService {
    private static final int CODE = 16;
    private static final int LONGEST_REASON = 200;
    /** More than fifty demands of 500 characters, which a step may make at once. */
    private static final int LONGEST_FACT = 30_000;

    private final TemplateRegistry templates;
    private final List<DocumentStanding> standings;
    private final DocumentRows rows;
    private final ContentSeal seal;
    private final FileStore files;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Printer printer;
    private final DefaultDocumentTexts texts;

    public DefaultDocumentService(
            Registries registries,
            DefaultDocumentTexts texts,
            Printer printer,
            FileStore files,
            Transactions transactions,
            Tenants tenants) {
        this.templates = registries.templates();
        this.standings = registries.standings();
        this.rows = printer.rows();
        this.seal = printer.seal();
        this.files = files;
        this.transactions = transactions;
        this.tenants = tenants;
        this.printer = printer;
        this.texts = texts;
    }

    @Override
    public DocumentView issue(Request asked, UnitOfWork unit) {
        DocumentTemplate template = templates.get(asked.module(), asked.kind());
        Request request = cleaned(asked);
        requireFacts(template, request.facts());
        CallContext context = unit.context();
        Tenant centre = tenants.get(context.tenant());
        int year = context.today().getYear();
        String prefix = centre.policy(DocumentsDescriptor.PREFIX, centre.name());
        // Where the centre's numbers begin with that name anyhow, two series would give one number
        String body = request.numberedBy().equals(prefix) ? "" : request.numberedBy();
        String name = template.mark() + "/" + year + (body.isEmpty() ? "" : "/" + body);
        DocumentRows.Held held = rows.heldSeries(name, TemplateRegistry.name(template), unit);
        NumberSeries series = held.series();
        String seriesBefore = rows.digest(series, unit);
        int place = series.next();
        String number = LocalizedMessage.of(
                        DefaultDocumentService.class,
                        "number",
                        body.isEmpty() ? prefix : body,
                        template.mark(),
                        Integer.toString(year),
                        Integer.toString(place))
                .zh();
        DefaultDocumentTexts.InForce words =
                held.mayHaveOwnText() ? texts.inForce(template, unit) : DefaultDocumentTexts.ofTheModule(template);
        PaperContent content = content(template, words, request, centre, context);
        String id = Ids.next(context.at());
        IssuedDocument document = new IssuedDocument(
                id,
                new IssuedDocument.Numbered(series.series(), place, number),
                new IssuedDocument.Origin(
                        request.module(),
                        request.kind(),
                        template.version(),
                        words.version(),
                        about(request.aggregateType(), request.aggregateId())),
                seal.seal(id, content, number, context.tenant()),
                Ids.secret(CODE),
                context.at());
        rows.add(document, new DocumentRows.Numbering(series, seriesBefore), printer.grace(), unit);
        unit.afterCommit(() -> printer.wake(context.tenant(), document, content));
        return view(document, content.title());
    }

    /** What no page can show is no part of what is said. */
    private static Request cleaned(Request asked) {
        Map<String, String> facts = new HashMap<>();
        asked.facts().forEach((name, value) -> facts.put(name, TextRules.cleaned(value)));
        return new Request(
                asked.module(),
                asked.kind(),
                asked.aggregateType(),
                asked.aggregateId(),
                TextRules.cleaned(asked.organ()),
                TextRules.cleaned(asked.addressee()),
                facts,
                body(asked.numberedBy()));
    }

    private static String body(String name) {
        String body = TextRules.cleaned(name);
        if (body.length() > LONGEST_BODY) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "numberedBy",
                    LocalizedMessage.of(DefaultDocumentService.class, "body.too-long", LONGEST_BODY));
        }
        return body;
    }

    private static PaperContent content(
            DocumentTemplate template,
            DefaultDocumentTexts.InForce words,
            Request request,
            Tenant centre,
            CallContext context) {
        String address = centre.policy(DocumentsDescriptor.ADDRESS, "");
        return new PaperContent(
                template.layout(),
                request.organ(),
                request.addressee(),
                new TemplateText(words.title()).line(request.facts()),
                words.text(),
                request.facts(),
                context.today(),
                template.isSealed(),
                address.isEmpty() ? "" : address + "/" + centre.id().value() + "/verify/");
    }

    private static void requireFacts(DocumentTemplate template, Map<String, String> facts) {
        Set<String> unknown = new TreeSet<>(facts.keySet());
        unknown.removeAll(template.facts());
        List<FieldProblem> wrong = new ArrayList<>();
        unknown.forEach(name ->
                wrong.add(new FieldProblem(name, LocalizedMessage.of(DefaultDocumentService.class, "fact.unknown"))));
        facts.forEach((name, value) -> {
            if (value.length() > LONGEST_FACT) {
                wrong.add(new FieldProblem(
                        name, LocalizedMessage.of(DefaultDocumentService.class, "fact.too-long", LONGEST_FACT)));
            }
        });
        template.required().stream()
                .filter(name -> facts.getOrDefault(name, "").isBlank())
                .sorted()
                .forEach(name -> wrong.add(
                        new FieldProblem(name, LocalizedMessage.of(DefaultDocumentService.class, "fact.missing"))));
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID,
                    LocalizedMessage.of(
                            DefaultDocumentService.class, "facts.wrong", template.module() + "/" + template.kind()),
                    wrong);
        }
    }

    @Override
    public DocumentView revoke(String id, String reason, UnitOfWork unit) {
        if (TextRules.isBlank(reason) || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "reason",
                    LocalizedMessage.of(DefaultDocumentService.class, "reason.length", LONGEST_REASON));
        }
        IssuedDocument document = rows.held(id, unit);
        document.revoke(reason, unit.context().at());
        rows.record(unit, document, "revoke", Map.of("reason", reason));
        return listed(document, unit.context());
    }

    @Override
    public List<DocumentView> of(String aggregateType, String aggregateId, CallContext context) {
        return transactions.read(context, unit -> rows.about(about(aggregateType, aggregateId), unit).stream()
                .map(document -> listed(document, context))
                .toList());
    }

    /** One that cannot be read keeps no other from being listed. */
    private DocumentView listed(IssuedDocument document, CallContext context) {
        return view(document, document.title().orElseGet(() -> titleInside(document, context)));
    }

    private String titleInside(IssuedDocument document, CallContext context) {
        try {
            return seal.open(document, context.tenant()).title();
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            return "";
        }
    }

    @Override
    public void write(String id, String aggregateType, String aggregateId, OutputStream to, CallContext context)
            throws IOException {
        IssuedDocument document = transactions.read(context, unit -> rows.get(id, unit));
        if (!document.about().equals(about(aggregateType, aggregateId))) {
            throw ProblemException.of(DocumentError.DOCUMENT_UNKNOWN);
        }
        String file = document.file().orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_PENDING));
        files.write(file, to, context);
    }

    @Override
    public Optional<Genuine> verify(String code, CallContext context) {
        String typed = code == null ? "" : spelt(code);
        if (typed.length() != CODE) {
            return Optional.empty();
        }
        return transactions
                .read(context, unit -> rows.coded(typed, unit))
                .map(document -> genuine(document, seal.open(document, context.tenant()), ended(document, context)));
    }

    /** That what it has granted does not hold any more, where nobody has revoked the document itself. */
    private Optional<Ended> ended(IssuedDocument document, CallContext context) {
        if (document.revokedAt().isPresent()) {
            return Optional.empty();
        }
        int slash = document.about().indexOf('/');
        DocumentStanding.Asked asked = new DocumentStanding.Asked(
                document.id(),
                document.about().substring(0, slash),
                document.about().substring(slash + 1));
        Tenant centre = tenants.get(context.tenant());
        return standings.stream()
                .filter(standing -> centre.has(standing.module()))
                .flatMap(standing -> standing.ended(asked, context).stream())
                .findFirst();
    }

    /** A code as it was made: people write it with dashes of any kind, in full width, with O and I. */
    private static String spelt(String code) {
        return TextRules.folded(code)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static Genuine genuine(IssuedDocument document, PaperContent content, Optional<Ended> ended) {
        return new Genuine(
                document.number(),
                content.title(),
                content.organ(),
                content.addressee().isEmpty() ? "" : Masking.name(true, content.addressee()),
                content.day(),
                document.revokedAt()
                        .map(at -> at.atZone(CallContext.ZONE).toLocalDate())
                        .or(() -> ended.map(Ended::since)),
                ended.map(Ended::reason).orElse(document.revokedWhy()),
                document.file().orElse(""),
                content.layout() == DocumentLayout.SLIP);
    }

    private static DocumentView view(IssuedDocument document, String title) {
        return new DocumentView(
                document.id(),
                document.number(),
                document.kind(),
                document.version(),
                document.ownVersion(),
                title,
                document.factsSha256(),
                document.code(),
                document.issuedAt(),
                document.file().isPresent() ? State.READY : State.PENDING,
                document.file().orElse(""),
                document.revokedAt().isEmpty());
    }

    private static String about(String type, String id) {
        return type + "/" + id;
    }
}
