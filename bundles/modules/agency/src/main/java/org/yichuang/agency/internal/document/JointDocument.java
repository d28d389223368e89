package org.yichuang.agency.internal.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.InspectedBody;
import org.yichuang.agency.internal.domain.Inspection;
import org.yichuang.agency.internal.domain.JointRequest;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.WrittenTemplate;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.Tenant;

/**
 * What a centre writes of what is done jointly: to whoever has asked for joint handling, that it consents, or that it
 * does not, and why; and to bodies that are called to a joint annual inspection.
 */
public enum JointDocument implements WrittenTemplate {
    CONSENT("items", "lead", "days", "bundle"),
    REFUSAL("items", "words"),
    CALL("inspection", "from", "to", "certificates");

    /** The kind of thing that the papers are about. */
    public static final String ABOUT = "joint-request";

    /** The kind of thing that the calls are about. */
    public static final String ABOUT_BODY = "inspected-body";

    private final Set<String> required;

    JointDocument(String... required) {
        this.required = Set.of(required);
    }

    /** Asks for the consent. */
    public static DocumentService.Request consent(
            JointRequest request, ItemDefinition bundle, String words, Tenant centre) {
        Map<String, String> facts = facts(request, words);
        facts.put("lead", bundle.department());
        facts.put("days", String.valueOf(bundle.promisedLimit().amount()));
        facts.put("bundle", request.bundle());
        return CONSENT.request(request, facts, centre);
    }

    /** Asks for the refusal. */
    public static DocumentService.Request refusal(JointRequest request, String reason, Tenant centre) {
        return REFUSAL.request(request, facts(request, reason), centre);
    }

    private static Map<String, String> facts(JointRequest request, String words) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("you", words(request.held().applicant().isPerson() ? "you.person" : "you.unit"));
        facts.put("items", request.title());
        facts.put("words", words);
        return facts;
    }

    /** Asks for the call to a joint annual inspection. */
    public static DocumentService.Request call(Inspection inspection, InspectedBody body, Tenant centre) {
        Map<String, String> facts = Map.of(
                "inspection",
                inspection.name(),
                "from",
                day(inspection.beginsOn()),
                "to",
                day(inspection.endsOn()),
                "centre",
                centre.name(),
                "certificates",
                body.held().parts().stream()
                        .map(part -> words("part", part.certificate(), part.department()))
                        .collect(Collectors.joining("、")));
        return new DocumentService.Request(
                AgencyEvent.MODULE,
                CALL.kind(),
                ABOUT_BODY,
                body.id(),
                centre.name(),
                body.held().name(),
                facts);
    }

    private static String day(LocalDate day) {
        return words("day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private DocumentService.Request request(JointRequest request, Map<String, String> facts, Tenant centre) {
        return new DocumentService.Request(
                module(),
                kind(),
                ABOUT,
                request.id(),
                centre.name(),
                request.held().applicant().name(),
                facts);
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(JointDocument.class, key, arguments).zh();
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public String kind() {
        return "joint-" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return words("title." + kind());
    }

    @Override
    public String mark() {
        return words("mark." + kind());
    }

    @Override
    public DocumentLayout layout() {
        return DocumentLayout.OFFICIAL;
    }

    @Override
    public boolean isSealed() {
        return true;
    }

    @Override
    public Set<String> required() {
        return required;
    }

    @Override
    public String factName(String fact) {
        return words("fact." + fact);
    }
}
