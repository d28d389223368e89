package org.yichuang.agency.internal.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.AgencyRequest;
import org.yichuang.agency.internal.domain.Agent;
import org.yichuang.agency.internal.domain.Now;
import org.yichuang.agency.internal.domain.RequestContent.Applicant;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.WrittenTemplate;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.Tenant;

/**
 * The papers of a request for an agent, each of which says that nothing is paid. The entrustment of an agent by an
 * applicant (授权委托书) is another paper than the delegation of a representative by a department (K18).
 */
public enum AgencyDocument implements WrittenTemplate {
    CONSENT("project", "eligibility"),
    REFUSAL("project", "words"),
    ENTRUSTMENT("project", "principal", "agent", "needs", "signer", "signedOn");

    private final Set<String> required;

    AgencyDocument(String... required) {
        this.required = Set.of(required);
    }

    /** Asks for the centre's consent or refusal. */
    public DocumentService.Request answer(AgencyRequest request, String words, Tenant centre) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("you", words(request.held().applicant().isPerson() ? "you.person" : "you.unit"));
        facts.put("project", request.project());
        facts.put("eligibility", request.eligibility().label().zh());
        facts.put("words", words);
        facts.keySet().retainAll(facts());
        return request(request, facts, centre);
    }

    /**
     * Asks for the entrustment.
     *
     * @param signer who has signed
     * @param paper whether on paper at the window; else by the own account
     */
    public static DocumentService.Request entrustment(
            AgencyRequest request, Agent agent, String signer, boolean paper, Now now) {
        Applicant principal = request.held().applicant();
        LocalDate today = now.today();
        Map<String, String> facts = Map.of(
                "project", request.project(),
                "principal", principal.name(),
                "idNumber", principal.idNumber(),
                "agent", agent.name(),
                "source", agent.source().label().zh(),
                "centre", now.centre().name(),
                "needs", request.held().needs(),
                "signer", signer,
                "signedOn", words("day", today.getYear(), today.getMonthValue(), today.getDayOfMonth()),
                "form", words(paper ? "form.paper" : "form.account"));
        return ENTRUSTMENT.request(request, facts, now.centre());
    }

    private DocumentService.Request request(AgencyRequest request, Map<String, String> facts, Tenant centre) {
        return new DocumentService.Request(
                module(),
                kind(),
                "agency-request",
                request.id(),
                centre.name(),
                request.held().applicant().name(),
                facts);
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(AgencyDocument.class, key, arguments).zh();
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public String kind() {
        return "agency-" + name().toLowerCase(Locale.ROOT);
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
        return this != ENTRUSTMENT;
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
