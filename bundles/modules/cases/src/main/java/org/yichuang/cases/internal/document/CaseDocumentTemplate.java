package org.yichuang.cases.internal.document;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.WrittenTemplate;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The documents that cases issue, by the words of the state table. What each says stands in a text of its kind's name
 * beside this class; {@link DocumentFacts} fills it in.
 */
public enum CaseDocumentTemplate implements WrittenTemplate {
    RECEIPT(DocumentLayout.SLIP, "caseNumber", "item", "receivedAt"),
    CORRECTION_RECEIPT(DocumentLayout.SLIP, "caseNumber", "item", "receivedAt"),
    ACCEPTANCE(DocumentLayout.OFFICIAL, "caseNumber", "item", "acceptedOn"),
    DEEMED_ACCEPTANCE(DocumentLayout.OFFICIAL, "caseNumber", "item", "acceptedOn"),
    COLLECTION_NOTICE(DocumentLayout.SLIP, "caseNumber", "item", "promiseDue"),
    DEFERRAL_NOTICE(DocumentLayout.OFFICIAL, "caseNumber", "item", "deferred"),
    DECLARATION(DocumentLayout.OFFICIAL, "caseNumber", "item", "declared", "checkDue"),
    SUPPLY_RECEIPT(DocumentLayout.SLIP, "caseNumber", "item", "receivedAt", "materials"),
    ON_THE_SPOT_CORRECTION(DocumentLayout.SLIP, "caseNumber", "item", "receivedAt"),
    SITE_SURVEY_RECORD(DocumentLayout.SLIP, "caseNumber", "item", "surveyedOn", "place", "surveyors", "seen"),
    /** One day and place for all departments of a joint case, told to the applicant. */
    JOINT_APPOINTMENT(DocumentLayout.SLIP, "caseNumber", "item", "visit", "visitAt", "place", "invited"),
    /** It is off. */
    JOINT_CANCELLATION(DocumentLayout.SLIP, "caseNumber", "item", "visit", "visitAt", "place", "visitOff"),
    /** What came of it. */
    JOINT_RECORD(DocumentLayout.SLIP, "caseNumber", "item", "visit", "visitAt", "place", "findings", "conclusion"),
    CORRECTION_NOTICE(DocumentLayout.OFFICIAL, "caseNumber", "item", "demands"),
    NON_ACCEPTANCE(DocumentLayout.OFFICIAL, "caseNumber", "item", "reasons", "basis", "remedies"),
    LAPSE_NOTICE(DocumentLayout.OFFICIAL, "caseNumber", "item", "notifiedOn", "correctionDue", "basis", "remedies"),
    CLEAR_ANSWER(DocumentLayout.OFFICIAL, "caseNumber", "item", "answer", "reasons", "remedies"),
    NOT_NEEDED(DocumentLayout.OFFICIAL, "caseNumber", "item", "reasons", "basis", "remedies"),
    SUSPENSION_NOTICE(
            DocumentLayout.OFFICIAL, "caseNumber", "item", "procedure", "plannedDays", "suspendedFrom", "reasons"),
    EXTENSION_NOTICE(DocumentLayout.OFFICIAL, "caseNumber", "item", "extendedBy", "approver", "reasons", "due"),
    SPECIAL_HANDLING_NOTICE(DocumentLayout.SLIP, "caseNumber", "item", "specialGround"),
    HEARING_RIGHT_NOTICE(DocumentLayout.OFFICIAL, "caseNumber", "item", "reasons", "requestUntil"),
    HEARING_NOTICE(DocumentLayout.OFFICIAL, "caseNumber", "item", "heldAt", "place", "presider"),
    /** What {@link #HEARING_RIGHT_NOTICE} tells somebody else whose interests are at stake. */
    HEARING_PARTY_RIGHT_NOTICE(
            DocumentLayout.OFFICIAL, "caseNumber", "item", "party", "applicant", "reasons", "requestUntil"),
    /** What {@link #HEARING_NOTICE} tells them. */
    HEARING_PARTY_NOTICE(DocumentLayout.OFFICIAL, "caseNumber", "item", "party", "heldAt", "place", "presider"),
    HEARING_CANCELLATION(DocumentLayout.OFFICIAL, "caseNumber", "item", "offReason"),
    /** What that tells others who were summoned. */
    HEARING_PARTY_CANCELLATION(DocumentLayout.OFFICIAL, "caseNumber", "item", "party", "offReason"),
    HEARING_RECORD(DocumentLayout.SLIP, "caseNumber", "item", "heldOn", "presider", "participants", "recorded"),
    GRANT(DocumentLayout.OFFICIAL, "caseNumber", "item"),
    REFUSAL(DocumentLayout.OFFICIAL, "caseNumber", "item", "reasons", "basis", "remedies"),
    DEEMED_RENEWAL(DocumentLayout.OFFICIAL, "caseNumber", "item", "licenceNumber", "licenceUntil"),
    DELIVERY(DocumentLayout.SLIP, "caseNumber", "item", "deliveredOn"),
    WITHDRAWAL(DocumentLayout.OFFICIAL, "caseNumber", "item", "withdrawnOn"),
    /** What was granted comes to nothing, as what it was of has been taken back. */
    GRANT_ENDING(DocumentLayout.OFFICIAL, "caseNumber", "item", "endedOn", "endReason", "basis", "remedies");

    /** What every document may name. */
    private static final Set<String> COMMON =
            Set.of("you", "applicant", "item", "caseNumber", "handedInOn", "centre", "organ", "what", "representative");

    private final DocumentLayout layout;
    private final Set<String> required;
    /** Read of its text once, as each document that is issued asks for them. */
    private volatile Set<String> facts;

    CaseDocumentTemplate(DocumentLayout layout, String... required) {
        this.layout = layout;
        this.required = Set.of(required);
    }

    /** The template of a kind, if there is one. */
    public static Optional<CaseDocumentTemplate> of(String kind) {
        return Arrays.stream(values())
                .filter(template -> template.kind().equals(kind))
                .findFirst();
    }

    /** Whether it tells the decision. */
    public boolean isDecision() {
        return this == GRANT || this == REFUSAL || this == DEEMED_RENEWAL;
    }

    /** Whether whoever decides signs it: the decision, what is told of the limit for it, and the hearing. */
    public boolean isSignedByWhoDecides() {
        return isDecision()
                || this == SUSPENSION_NOTICE
                || this == EXTENSION_NOTICE
                || this == GRANT_ENDING
                || isOfHearing();
    }

    /** Whether it tells of a hearing. */
    public boolean isOfHearing() {
        return switch (this) {
            case HEARING_RIGHT_NOTICE,
                    HEARING_NOTICE,
                    HEARING_PARTY_RIGHT_NOTICE,
                    HEARING_PARTY_NOTICE,
                    HEARING_CANCELLATION,
                    HEARING_PARTY_CANCELLATION,
                    HEARING_RECORD -> true;
            default -> false;
        };
    }

    /** Whether it tells the applicant what the departments are going to do together, or that they are not. */
    public boolean isOfAppointment() {
        return this == JOINT_APPOINTMENT || this == JOINT_CANCELLATION;
    }

    /** Whether it is addressed to others than the applicant, who do not read it. */
    public boolean isForOthers() {
        return this == HEARING_PARTY_RIGHT_NOTICE || this == HEARING_PARTY_NOTICE || this == HEARING_PARTY_CANCELLATION;
    }

    /** What others whose interests are at stake are told beside the applicant. */
    public Optional<CaseDocumentTemplate> forOthers() {
        return switch (this) {
            case HEARING_RIGHT_NOTICE -> Optional.of(HEARING_PARTY_RIGHT_NOTICE);
            case HEARING_NOTICE -> Optional.of(HEARING_PARTY_NOTICE);
            default -> Optional.empty();
        };
    }

    /** Whether it tells that the application has been accepted. */
    public boolean isAcceptance() {
        return this == ACCEPTANCE || this == DEEMED_ACCEPTANCE;
    }

    /**
     * Why a document that tells the acceptance is not in force any more, for everybody who verifies it; empty when this
     * document leaves it in force.
     *
     * @param issued this document
     */
    public Optional<LocalizedMessage> endsAcceptance(DocumentView issued) {
        return switch (this) {
            case NON_ACCEPTANCE, NOT_NEEDED -> Optional.of(
                    LocalizedMessage.of(CaseDocumentTemplate.class, "revoked.not-accepted", title(), issued.number()));
            case WITHDRAWAL -> Optional.of(LocalizedMessage.of(CaseDocumentTemplate.class, "revoked.withdrawn"));
            default -> Optional.empty();
        };
    }

    /**
     * Why a notice of what is missing asks for nothing any more once this document is there, for everybody who verifies
     * it.
     *
     * @param issued this document
     */
    public LocalizedMessage endsNotice(DocumentView issued) {
        return this == CORRECTION_RECEIPT
                ? LocalizedMessage.of(CaseDocumentTemplate.class, "revoked.notice-answered", title(), issued.number())
                : endsAcceptance(issued).orElseGet(CaseDocumentTemplate::noticePassed);
    }

    /** The same where the case has gone on without a document. */
    public static LocalizedMessage noticePassed() {
        return LocalizedMessage.of(CaseDocumentTemplate.class, "revoked.notice-passed");
    }

    /** Why a summons is not in force any more where the case has ended before the hearing. */
    public static LocalizedMessage hearingOver() {
        return LocalizedMessage.of(CaseDocumentTemplate.class, "revoked.hearing-over");
    }

    /** Why the notice of an appointment is not in force any more where the case has ended before it. */
    public static LocalizedMessage appointmentOver() {
        return LocalizedMessage.of(CaseDocumentTemplate.class, "revoked.appointment-over");
    }

    /** Why the paper of a grant is not in force any more whose result is never made out. */
    public static LocalizedMessage grantEnded() {
        return LocalizedMessage.of(CaseDocumentTemplate.class, "revoked.grant-ended");
    }

    /** Why a document of a hearing or an appointment is not in force any more. */
    public static LocalizedMessage replaced(DocumentView by) {
        return LocalizedMessage.of(CaseDocumentTemplate.class, "revoked.hearing", by.title(), by.number());
    }

    @Override
    public String module() {
        return CaseEvent.MODULE;
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
        return LocalizedMessage.of(CaseDocumentTemplate.class, "title." + kind())
                .zh();
    }

    @Override
    public String mark() {
        return LocalizedMessage.of(CaseDocumentTemplate.class, "mark." + kind()).zh();
    }

    @Override
    public DocumentLayout layout() {
        return layout;
    }

    @Override
    public boolean isSealed() {
        return layout == DocumentLayout.OFFICIAL;
    }

    @Override
    public Set<String> facts() {
        if (facts == null) {
            facts = named();
        }
        return facts;
    }

    private Set<String> named() {
        Set<String> names = new TreeSet<>(COMMON);
        names.addAll(WrittenTemplate.super.facts());
        return Collections.unmodifiableSet(names);
    }

    @Override
    public Set<String> required() {
        return required;
    }

    @Override
    public String factName(String fact) {
        return LocalizedMessage.of(CaseDocumentTemplate.class, "fact." + fact).zh();
    }
}
