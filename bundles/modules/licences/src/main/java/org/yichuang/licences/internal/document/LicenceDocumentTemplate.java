package org.yichuang.licences.internal.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.WrittenTemplate;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.CancellationGround;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.licences.internal.persistence.LicenceRows;

/** The decisions about a result after its grant, by the body that has granted it. */
public enum LicenceDocumentTemplate implements WrittenTemplate {
    REVOCATION("reasons", "basis", "hearing", "remedies"),
    WITHDRAWAL("reasons", "basis", "hearing", "compensation", "remedies"),
    CANCELLATION("reasons", "basis", "remedies");

    /** Where the certificate can only have been taken away: it was neither revoked nor withdrawn. */
    private static final Set<LicenceState> SEIZED = Set.of(LicenceState.VALID, LicenceState.EXPIRED);

    private final Set<String> required;

    LicenceDocumentTemplate(String... required) {
        Set<String> names = new TreeSet<>(Set.of(required));
        names.addAll(Set.of("item", "number", "ground"));
        this.required = Set.copyOf(names);
    }

    /** The decision that an act is told by. */
    public static LicenceDocumentTemplate of(LicenceAct.Kind act) {
        return switch (act) {
            case REVOCATION -> REVOCATION;
            case WITHDRAWAL -> WITHDRAWAL;
            case CANCELLATION -> CANCELLATION;
            default -> throw new IllegalArgumentException("No decision of its own tells " + act);
        };
    }

    /**
     * Asks for the decision about a result.
     *
     * @param remedies how it is disputed
     * @param numberedBy the body in whose own series it is numbered, or empty
     */
    public DocumentService.Request request(Licence licence, LicenceAct act, String remedies, String numberedBy) {
        return new DocumentService.Request(
                module(),
                kind(),
                LicenceRows.AGGREGATE,
                licence.id(),
                licence.organ(),
                licence.content().holder().name(),
                facts(licence, act, remedies),
                numberedBy);
    }

    private Map<String, String> facts(Licence licence, LicenceAct act, String remedies) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("you", words(licence.isPerson() ? "you.person" : "you.unit"));
        facts.put("item", licence.itemName());
        facts.put("number", licence.number());
        facts.put("grantedOn", day(licence.grantedOn()));
        facts.put("ground", ground(licence, act));
        facts.put("unprotected", act.ground().equals(RevocationGround.FRAUD.name()) ? words("unprotected") : "");
        facts.put("reasons", act.reasons());
        facts.put("basis", act.basis());
        facts.put("remedies", remedies);
        facts.put("hearing", act.hearing());
        facts.put("compensation", act.compensation());
        facts.keySet().retainAll(facts());
        return facts;
    }

    /** A ground of the law in words. */
    private static String ground(Licence licence, LicenceAct act) {
        String key = "ground." + act.kind().name().toLowerCase(Locale.ROOT) + "." + act.ground();
        boolean isSeized = act.ground().equals(CancellationGround.REVOKED_OR_WITHDRAWN.name())
                && SEIZED.contains(licence.state(act.on()));
        return words(isSeized ? key + ".seized" : key);
    }

    private static String day(LocalDate day) {
        return words("day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(LicenceDocumentTemplate.class, key, arguments)
                .zh();
    }

    @Override
    public String module() {
        return LicenceEvent.MODULE;
    }

    @Override
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
