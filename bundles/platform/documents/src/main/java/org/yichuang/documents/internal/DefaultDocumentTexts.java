package org.yichuang.documents.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.documents.api.DocumentTexts;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.internal.domain.OwnText;
import org.yichuang.documents.internal.domain.PaperContent;
import org.yichuang.documents.internal.domain.TemplateText;
import org.yichuang.documents.internal.domain.TextCheck;
import org.yichuang.documents.internal.pdf.PaperPrinter;
import org.yichuang.documents.internal.persistence.OwnTextRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenants;

/** Keeps the centres' own texts, and says which text is in force. */
public class DefaultDocumentTexts implements DocumentTexts {
    private static final int LONGEST_REASON = 200;
    /** Stands where the code would: a sample is verified by nobody. */
    private static final String NO_CODE = "0000000000000000";

    private final TemplateRegistry templates;
    private final OwnTextRows rows;
    private final Transactions transactions;
    private final Tenants tenants;
    private final PaperPrinter papers = new PaperPrinter();

    public DefaultDocumentTexts(
            TemplateRegistry templates, OwnTextRows rows, Transactions transactions, Tenants tenants) {
        this.templates = templates;
        this.rows = rows;
        this.transactions = transactions;
        this.tenants = tenants;
    }

    /**
     * The text that a document is issued with.
     *
     * @param version the centre's version; 0 when the module's own text is used
     */
    record InForce(String title, String text, int version) {}

    /** What a document is issued with now. */
    InForce inForce(DocumentTemplate template, UnitOfWork unit) {
        return rows.newest(TemplateRegistry.name(template), unit)
                .filter(own -> isUsed(own, template))
                .map(own -> new InForce(own.title(), own.text(), own.version()))
                .orElseGet(() -> ofTheModule(template));
    }

    /** What a document is issued with where the centre has no text of its own. */
    static InForce ofTheModule(DocumentTemplate template) {
        return new InForce(template.title(), template.text(), 0);
    }

    private static boolean isUsed(OwnText own, DocumentTemplate template) {
        return own.isOwn() && new TextCheck(template).isSound(own.title(), own.text());
    }

    @Override
    public List<TextView> list(CallContext context) {
        context.require(DocumentsPermission.TEMPLATES);
        return transactions.read(context, unit -> templates.of(tenants.get(context.tenant())).stream()
                .map(template -> view(template, unit))
                .toList());
    }

    @Override
    public TextView get(String module, String kind, CallContext context) {
        context.require(DocumentsPermission.TEMPLATES);
        DocumentTemplate template = template(module, kind, context);
        return transactions.read(context, unit -> view(template, unit));
    }

    @Override
    public List<TextVersion> versions(String module, String kind, CallContext context) {
        context.require(DocumentsPermission.TEMPLATES);
        DocumentTemplate template = template(module, kind, context);
        return transactions.read(context, unit -> rows.versions(TemplateRegistry.name(template), unit).stream()
                .map(own -> new TextVersion(
                        own.version(), own.isOwn(), own.title(), own.text(), own.by(), own.reason(), own.at()))
                .toList());
    }

    @Override
    public byte[] preview(String module, String kind, String title, String text, CallContext context) {
        context.require(DocumentsPermission.TEMPLATES);
        DocumentTemplate template = template(module, kind, context);
        String newTitle = TextRules.normalized(title);
        String newText = TextRules.normalized(text);
        requireSound(template, newTitle, newText, List.of());
        Map<String, String> facts = new TreeMap<>();
        names(template).forEach((fact, name) -> facts.put(fact, "〔" + name + "〕"));
        PaperContent sample = new PaperContent(
                template.layout(),
                tenants.get(context.tenant()).name(),
                word("sample.addressee"),
                word("sample") + new TemplateText(newTitle).line(facts),
                newText,
                facts,
                context.today(),
                template.isSealed(),
                "");
        return papers.print(sample.paper(word("sample.number"), NO_CODE));
    }

    private static String word(String key) {
        return LocalizedMessage.of(DefaultDocumentTexts.class, key).zh();
    }

    @Override
    public TextView publish(String module, String kind, Draft draft, CallContext context) {
        context.require(DocumentsPermission.TEMPLATES);
        DocumentTemplate template = template(module, kind, context);
        String title = TextRules.normalized(draft.title());
        String text = TextRules.normalized(draft.text());
        requireSound(template, title, text, reasonProblems(draft.reason()));
        return put(template, new OwnText.Words(true, title, text), draft.reason(), context);
    }

    @Override
    public TextView restore(String module, String kind, String reason, CallContext context) {
        context.require(DocumentsPermission.TEMPLATES);
        DocumentTemplate template = template(module, kind, context);
        requireNone(reasonProblems(reason));
        return put(template, OwnText.Words.OF_THE_MODULE, reason, context);
    }

    private TextView put(DocumentTemplate template, OwnText.Words words, String reason, CallContext context) {
        return transactions.write(context, TextView.class, unit -> {
            String name = TemplateRegistry.name(template);
            int version = rows.newest(name, unit).map(OwnText::version).orElse(0);
            context.requireVersion(version);
            OwnText.Published published =
                    new OwnText.Published(context.actor().name(), TextRules.normalized(reason), context.at());
            rows.add(new OwnText(name, version + 1, words, published), unit);
            return view(template, unit);
        });
    }

    private TextView view(DocumentTemplate template, UnitOfWork unit) {
        Optional<OwnText> newest = rows.newest(TemplateRegistry.name(template), unit);
        boolean isOwn = newest.filter(OwnText::isOwn).isPresent();
        boolean isSound =
                newest.filter(own -> own.isOwn() && !isUsed(own, template)).isEmpty();
        return new TextView(
                template.module(),
                template.kind(),
                newest.map(OwnText::version).orElse(0),
                isOwn,
                isSound,
                isOwn ? newest.get().title() : template.title(),
                isOwn ? newest.get().text() : template.text(),
                names(template),
                template.required().stream().sorted().toList());
    }

    private static Map<String, String> names(DocumentTemplate template) {
        Map<String, String> names = new TreeMap<>();
        template.facts().forEach(fact -> names.put(fact, template.factNames().getOrDefault(fact, fact)));
        return names;
    }

    private DocumentTemplate template(String module, String kind, CallContext context) {
        DocumentTemplate template = templates.get(module, kind);
        if (!templates.of(tenants.get(context.tenant())).contains(template)) {
            throw TemplateRegistry.unknown(module, kind);
        }
        return template;
    }

    private static List<FieldProblem> reasonProblems(String reason) {
        boolean isFit = !TextRules.isBlank(reason)
                && !TextRules.isUnfit(reason)
                && reason.codePointCount(0, reason.length()) <= LONGEST_REASON;
        return isFit
                ? List.of()
                : List.of(new FieldProblem(
                        "reason", LocalizedMessage.of(DefaultDocumentTexts.class, "publish.reason", LONGEST_REASON)));
    }

    private static void requireSound(DocumentTemplate template, String title, String text, List<FieldProblem> others) {
        List<FieldProblem> wrong = new ArrayList<>(new TextCheck(template).problems(title, text));
        wrong.addAll(others);
        requireNone(wrong);
    }

    private static void requireNone(List<FieldProblem> wrong) {
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, LocalizedMessage.of(DefaultDocumentTexts.class, "text.wrong"), wrong);
        }
    }
}
