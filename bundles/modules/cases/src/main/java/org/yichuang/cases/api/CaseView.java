package org.yichuang.cases.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A case as a centre's staff and its applicant see it.
 *
 * @param number the public number: sortable, unique in the network
 * @param queryCode the secret that opens the progress page; only in the answer to the submission and for the applicant
 *     and the staff of the centre where it was submitted, else null
 * @param state where it stands here
 * @param stateName the same in Chinese
 * @param owner the centre in whose catalogue the item stands
 * @param item code of the item
 * @param itemName its name
 * @param itemVersion the frozen version (R3-10)
 * @param kind {@code INSTANT} or {@code COMMITTED}
 * @param type the item's type, e.g. {@code LICENCE}
 * @param department the department that has it now
 * @param applicant who applies; numbers masked for all but the applicant
 * @param form the form data; what identifies people masked for all but the applicant
 * @param materials what was handed in
 * @param route the route with its stages
 * @param stage index of the present stage in the route
 * @param receivedAt when it was handed in
 * @param acceptance how and when it was accepted, or null
 * @param due the day by which this centre must act next, or null
 * @param corrections the notices and questions with what was answered
 * @param opinions pre-review opinions of all centres, in order; none for the applicant
 * @param examinations the steps of the internal examination of this and the centres below, in order; none for the
 *     applicant
 * @param toExamine what of the internal examination has still to be done before this centre's pre-review or decision,
 *     as the item demands; none for the applicant
 * @param hearing the hearing about the case, or null
 * @param suspensions the special procedures for which the limits have stood here, in order
 * @param extension by how much the limit of the decision has been extended here, or null
 * @param promises what the applicant has promised of required materials that were not there, in order
 * @param decision the decision, or null
 * @param issued the result document, or null
 * @param delivery the delivery, or null
 * @param ending why it ended without a decision, or was handed back by the centre above; else null
 * @param withdrawalProof what shows that the applicant withdraws, where staff have entered it; null for the applicant
 * @param lower the centre below and its case, when it was transferred from there, else null
 * @param upper the centre above and its case, when it was forwarded, else null
 * @param commands what can be done next, in the words of the paths; nothing for one who only sees the case
 * @param missing what is missing before the result may be made out, nothing when all is there
 * @param authorities by which authorities the last step here was taken: {@code role}, or what each {@link CommandGate}
 *     said; none when no gate was asked, and for the applicant
 * @param branches what the departments of a joint case examine; none of any other case
 * @param joint what makes it a joint case, or null
 * @param remedyLimits until when a refusal that has been delivered may be disputed; null of anything else
 * @param licence the result of which it is; null where something new is applied for
 * @param version for ETag and If-Match
 */
public record CaseView(
        String number,
        String queryCode,
        CaseState state,
        String stateName,
        String owner,
        String item,
        String itemName,
        int itemVersion,
        String kind,
        String type,
        String department,
        CaseRequests.Applicant applicant,
        Map<String, Object> form,
        List<MaterialView> materials,
        RouteView route,
        int stage,
        Instant receivedAt,
        Acceptance acceptance,
        LocalDate due,
        List<CorrectionView> corrections,
        List<OpinionView> opinions,
        List<ExaminationView> examinations,
        List<ExaminationKind> toExamine,
        HearingView hearing,
        List<SuspensionView> suspensions,
        ExtensionView extension,
        List<PromiseView> promises,
        DecisionView decision,
        IssuedView issued,
        DeliveryView delivery,
        EndingView ending,
        CaseProof withdrawalProof,
        Peer lower,
        Peer upper,
        List<String> commands,
        List<MissingView> missing,
        List<String> authorities,
        List<JointView.BranchView> branches,
        JointView joint,
        RemedyView remedyLimits,
        CaseLicence licence,
        FilingView filing,
        long version) {
    public CaseView {
        branches = branches == null ? List.of() : branches;
        // Answers that were kept by older versions know of none
        examinations = examinations == null ? List.of() : examinations;
        toExamine = toExamine == null ? List.of() : toExamine;
        suspensions = suspensions == null ? List.of() : suspensions;
        promises = promises == null ? List.of() : promises;
    }

    /** The promises whose material is still to come. */
    public List<PromiseView> outstanding() {
        return promises.stream().filter(PromiseView::stillToCome).toList();
    }

    /** The promises that are still to be checked. */
    public List<PromiseView> unchecked() {
        return promises.stream()
                .filter(promise -> promise.kind() == PromiseKind.DECLARATION && promise.state() == PromiseState.OPEN)
                .toList();
    }

    /** The special procedure for which the limits stand. */
    public Optional<SuspensionView> standing() {
        return suspensions.stream().filter(SuspensionView::stands).findFirst();
    }

    /** Something that is missing before the result may be made out: which module says so, its name, the sentence. */
    public record MissingView(String module, String code, String zh, String en) {
        /** The sentence in the language of who reads it. */
        public LocalizedMessage sentence() {
            return new BilingualText(zh, en);
        }
    }

    /**
     * A material: its code, name, file id (null on paper, and for those who may not open it), whether seen on paper,
     * SHA-256 (null as the file; one beside no file means that the file has been left behind on its way from another
     * centre, as harmful), type and size in bytes.
     */
    public record MaterialView(
            String code, String name, String file, boolean paper, String sha256, String mediaType, long size) {}

    /** The route: id, name, why it applies (zh, en) and its stages. */
    public record RouteView(
            String id, String name, String reasonZh, String reasonEn, List<StageView> stages, String issueLevel) {
        /** Why it applies, in the language of who reads it. */
        public LocalizedMessage reason() {
            return new BilingualText(reasonZh, reasonEn);
        }
    }

    /** A stage: action, level, centre (tenant id or empty), department. */
    public record StageView(String action, String level, String centre, String department) {}

    /** Acceptance: mode {@code EXPRESS} or {@code DEEMED}, the day from which the clock runs, receipt number. */
    public record Acceptance(String mode, Instant at, LocalDate clockFrom, String receiptNumber) {}

    /**
     * A notice or question.
     *
     * @param centre who asked (tenant)
     * @param notifiedAt when
     * @param items what
     * @param statement the answer, null while it is open
     * @param answeredAt when that came
     * @param answers what came of each of the items, in their order; none while it is open, and none of answers from
     *     before that was kept
     * @param awaitedUntil until when who has asked waits for it after an acceptance, as was told; then the case may go
     *     on as it is; null before an acceptance, and where that was not told
     */
    public record CorrectionView(
            String centre,
            Instant notifiedAt,
            List<CaseRequests.CorrectionItem> items,
            String statement,
            Instant answeredAt,
            List<DemandView> answers,
            LocalDate awaitedUntil) {
        public CorrectionView {
            answers = answers == null ? List.of() : List.copyOf(answers);
        }

        /** One that waits for an answer. */
        public CorrectionView(String centre, Instant notifiedAt, List<CaseRequests.CorrectionItem> items) {
            this(centre, notifiedAt, items, null, null, List.of(), null);
        }

        /** The same waiting until a day. */
        public CorrectionView awaited(LocalDate until) {
            return new CorrectionView(centre, notifiedAt, items, statement, answeredAt, answers, until);
        }
    }

    /**
     * What came of a demand.
     *
     * @param supplied whether it is met: what was demanded is there, changed, or answered where no more can be done
     * @param how {@code MATERIAL}, {@code FORM}, {@code STATEMENT} or {@code NONE}
     * @param statement what was said to it, or null
     */
    public record DemandView(boolean supplied, String how, String statement) {}

    /** A pre-review opinion: centre, department, words, whether it agrees, by whom, when. */
    public record OpinionView(String centre, String department, String opinion, boolean agree, String by, Instant at) {}

    /**
     * A step of the internal examination (R1-11, R1-18).
     *
     * @param kind which
     * @param kindName the same in Chinese
     * @param centre at which centre (tenant)
     * @param department in which department
     * @param round the how manieth examination of this stage it belongs to, from 1
     * @param recommendation what it comes to, or null
     * @param recommendationName the same in Chinese
     * @param opinion what was found, or null
     * @param staff who goes or has gone to see
     * @param place where they have been, or null
     * @param day on which day they have been there, or null
     * @param by who took the step
     * @param at when
     * @param branch the branch of a joint case that it is of, or null
     */
    public record ExaminationView(
            ExaminationKind kind,
            String kindName,
            String centre,
            String department,
            int round,
            Recommendation recommendation,
            String recommendationName,
            String opinion,
            List<String> staff,
            String place,
            LocalDate day,
            String by,
            Instant at,
            String branch) {}

    /**
     * A hearing (R1-25 to R1-28).
     *
     * @param state how far it has come
     * @param stateName the same in Chinese
     * @param reason whose interests are at stake, or why it is held
     * @param parties who has a major interest besides the applicant; for the applicant without how they are reached
     * @param notifiedOn when they were told that they may ask for it; null where it is held anyway
     * @param requestUntil the last day on which it may be asked for; likewise
     * @param requestedOn when it was asked for, or null
     * @param requestedBy by which party, empty for the applicant; null where nobody has
     * @param statement why, or null
     * @param time when it is held, or null
     * @param place where, or null
     * @param presider who presides, or null
     * @param closedReason why it is not public; null for one that is
     * @param requests who has asked for it, in order, also those who ask no longer
     * @param declarations who has declared that they ask for none, or no longer, in order
     * @param requestable whether the days in which it may be asked for are not over
     * @param toldOn of a case from below, when that centre has told the applicant so; null as long as it has not
     * @param heldOn when it was held, or null
     * @param participants who has taken part
     * @param record what was said, or null
     * @param recordNumber the number of the record, or null
     * @param branch the branch about whose member a centre above holds it; null for the case as a whole
     */
    public record HearingView(
            HearingState state,
            String stateName,
            String reason,
            List<PartyView> parties,
            LocalDate notifiedOn,
            LocalDate requestUntil,
            LocalDate requestedOn,
            String requestedBy,
            String statement,
            LocalDateTime time,
            String place,
            String presider,
            String closedReason,
            List<HearingWishView> requests,
            List<HearingWishView> declarations,
            boolean requestable,
            LocalDate toldOn,
            LocalDate heldOn,
            List<String> participants,
            String record,
            String recordNumber,
            String branch) {}

    /** Who has a major interest: name, how they are reached, what is at stake, whether they ask for no hearing. */
    public record PartyView(String name, String contact, String interest, boolean declined) {}

    /**
     * A special procedure for which the limits have stood (R1-20).
     *
     * @param procedure which of the eight
     * @param procedureName the same in Chinese
     * @param from the last day that counted
     * @param to the last day that did not count; null while the limits stand
     * @param plannedWorkingDays how many working days it was going to take, as the applicant was told
     * @param plannedUntil the last of these
     * @param plannedDaysLeft how many of them are left, less than 0 when it takes longer; null when it is over
     * @param reason why it was needed
     * @param department the department of a joint case that alone needs it; null where all clocks stand
     */
    public record SuspensionView(
            SpecialProcedure procedure,
            String procedureName,
            LocalDate from,
            LocalDate to,
            int plannedWorkingDays,
            LocalDate plannedUntil,
            Integer plannedDaysLeft,
            String reason,
            String department) {
        /** Whether the limits stand for it. */
        public boolean stands() {
            return to == null;
        }
    }

    /**
     * The extension of the decision's limit (R1-21).
     *
     * @param workingDays by how many
     * @param approver who has approved it
     * @param approverName the same in Chinese
     * @param reason why
     * @param on the day on which it was recorded
     * @param dueBefore the last day of the law until then
     * @param due the last day of the law as it was then
     */
    public record ExtensionView(
            int workingDays,
            ExtensionApprover approver,
            String approverName,
            String reason,
            LocalDate on,
            LocalDate dueBefore,
            LocalDate due) {}

    /**
     * What the applicant has promised of a required material (R3-19, R3-20).
     *
     * @param material its code
     * @param name its name
     * @param kind that it follows, or that what it would show is so
     * @param kindName the same in Chinese
     * @param until the last day on which it follows; of a declaration, by which the centre checks it
     * @param overdue whether that day has passed, and what had to be done by it is not done
     * @param state what has become of it
     * @param stateName the same in Chinese
     * @param suppliedOn when the material came, also after the day; null while it is outstanding, and of declarations
     * @param checkedOn when a declaration was checked; else null
     * @param consequence what happens when it is not kept, as the item says; empty for what the law says
     * @param finding what a check has found; null before, and for the applicant
     */
    public record PromiseView(
            String material,
            String name,
            PromiseKind kind,
            String kindName,
            LocalDate until,
            boolean overdue,
            PromiseState state,
            String stateName,
            LocalDate suppliedOn,
            LocalDate checkedOn,
            String consequence,
            String finding) {
        /** Whether its material is still to come; also in place of a declaration that was found untrue. */
        public boolean stillToCome() {
            return suppliedOn == null && (kind == PromiseKind.DEFERRAL || state == PromiseState.BROKEN);
        }
    }

    /** The result document: its number, the issuing centre, until when it holds, when it was made out. */
    public record IssuedView(String documentNumber, String centre, LocalDate validUntil, Instant at) {}

    /**
     * Why there is no decision: kind ({@code NOT_NEEDED}, {@code NOT_COMPETENT}, {@code INCOMPLETE}, {@code WITHDRAWN},
     * {@code HANDED_BACK}, {@code LAPSED}, {@code GRANT_ENDED}, {@link AnswerKind}), which centre said so, texts, when.
     */
    public record EndingView(
            String kind,
            String centre,
            String reasons,
            String basis,
            String remedies,
            String competentOrgan,
            Instant at) {}

    /** The other side of a linked case: centre (tenant id), its name, its case number (null until known), its state. */
    public record Peer(String centre, String centreName, String number, String state) {}
}
