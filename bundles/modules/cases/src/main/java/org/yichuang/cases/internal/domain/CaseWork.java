package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.Acceptance;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.OnlineReviewOutcome;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** The steps that people of this centre, its applicants and its timer take. */
public final class CaseWork {
    private static final String EXPRESS = "EXPRESS";
    static final String DEEMED = "DEEMED";

    private CaseWork() {}

    /** Takes an application in; the new case is in the answer's place. */
    public static Done submit(CaseFile file, CommandContext now) {
        Act act = Act.first(file, CaseCommand.SUBMIT, now);
        LocalDate day = act.receivedOn();
        act.awaitAnswer(day);
        act.detail("item", file.submission().item().code());
        act.detail("itemVersion", Integer.toString(file.submission().item().version()));
        act.detail("route", file.submission().route().id());
        act.detail("receivedOn", day.toString());
        EntryAfterwards.tell(act);
        file.submission().filing().tell(act);
        act.text("idConfirmed", file.submission().applicant().idConfirmed());
        OnlineReviewWork.begin(act);
        RenewalWork.take(act);
        return act.finish();
    }

    /**
     * A new case before its first step.
     *
     * @param afterwards when the application had come, where it is entered afterwards, and is shown by the last of its
     *     materials; else null
     */
    public static CaseFile open(
            String number, String queryCode, Submission submission, Afterwards afterwards, CommandContext now) {
        CaseFile file =
                CaseFile.handedIn(number, queryCode, submission, now.actor().account(), now.at());
        Progress progress = new Progress();
        progress.afterwards = afterwards;
        file.note(progress);
        return file;
    }

    /** Accepts; past the five days the law has accepted a licence already, from the day of receipt (R1-04). */
    public static Done accept(CaseFile file, CaseRequests.Accept request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.ACCEPT, now);
        boolean deemed = isDeemedAccepted(act);
        boolean isFirst = !file.isTransferred() && act.progress.acceptance == null;
        if (isFirst && !deemed) {
            act.submission = PromiseWork.promised(file.submission(), request.promises(), now);
        }
        OnlineReviewWork.end(act, OnlineReviewOutcome.READY, null);
        RenewalWork.take(act);
        act.text("remark", request.remark());
        act.detail(
                "promised",
                act.submission.promises().stream()
                        .map(promise -> promise.material() + " " + promise.kind() + " " + promise.until())
                        .collect(Collectors.joining(",")));
        act.detail("missingMaterials", String.join(",", file.submission().missing()));
        return accepted(act, deemed ? DEEMED : EXPRESS);
    }

    /** What the timer does when nobody has answered in time (R1-04). */
    public static Done deemAccepted(CaseFile file, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.DEEM_ACCEPTED, now);
        if (!isNoticeLate(act.progress, now)) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(CaseWork.class, "acceptance.notice-period-runs"));
        }
        return accepted(act, DEEMED);
    }

    private static Done accepted(Act act, String mode) {
        Progress progress = act.progress;
        if (progress.acceptance == null) {
            LocalDate from = mode.equals(DEEMED)
                    ? progress.running(ClockKind.NOTICE).map(Clock::start).orElse(act.now.today())
                    : act.now.today();
            progress.acceptance = new Acceptance(mode, act.now.at(), from, CaseNumbers.receipt(act.file.number()));
            act.detail("clockFrom", from.toString());
            act.note(mode);
        }
        act.detail("mode", progress.acceptance.mode());
        act.detail("receiptNumber", progress.acceptance.receiptNumber());
        progress.end(ClockKind.NOTICE, act.now);
        progress.end(ClockKind.ONLINE_REVIEW, act.now);
        progress.end(ClockKind.CLEAR_ANSWER, act.now);
        progress.stage = act.file.following();
        DeadlinePolicy clocks = new DeadlinePolicy(progress, act.submission, act.now);
        if (!act.file.isTransferred()) {
            clocks.promisedAbove();
        }
        if (act.row.next() == CaseState.ACCEPTED) {
            ExaminationWork.begin(progress);
            clocks.accepted(act.file.lowerNumber());
            BranchWork.open(act);
        }
        if (act.file.isTransferred()) {
            act.tellBelow(LinkedCaseMessage.Type.RECEIPT);
        }
        if (act.row.next() == CaseState.FORWARDED) {
            act.forward();
        }
        return act.finish();
    }

    /** Tells at once everything that is missing; on a transferred case asks the centre below. */
    public static Done notifyCorrection(CaseFile file, CaseRequests.NotifyCorrection request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.NOTIFY_CORRECTION, now);
        requireInTime(act);
        int late = Corrections.check(act.progress.corrections, file.submission(), now.centre(), request, now.actor());
        if (late > 0) {
            act.text("secondNotice", request.overrideReason());
            act.detail(Corrections.LATE, Integer.toString(late));
        }
        DemandBasis.weigh(act, request.items());
        act.progress.corrections.add(new CorrectionView(now.centre(), now.at(), request.items()));
        OnlineReviewWork.end(act, OnlineReviewOutcome.MISSING, null);
        act.progress.end(ClockKind.NOTICE, now);
        act.progress.end(ClockKind.RENEWAL, now);
        act.progress.end(ClockKind.CLEAR_ANSWER, now);
        CorrectionLimit.begin(act);
        act.detail("items", Integer.toString(request.items().size()));
        if (file.isTransferred()) {
            Questions.ask(act, request.items());
        }
        Waiting.begin(act);
        return act.finish();
    }

    /** Takes what was supplied: the five days begin anew. To a question from above it is the answer. */
    public static Done correct(CaseFile file, CorrectionContent supplied, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.CORRECT, now);
        if (supplied.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "statement", LocalizedMessage.of(CaseWork.class, "correction.empty"));
        }
        int place = Questions.answeredNow(file);
        boolean isInBranch = file.state() == CaseState.ACCEPTED;
        Questions.answer(act.progress, place, supplied, now);
        act.progress.end(ClockKind.CORRECTION, now);
        Waiting.stop(act);
        act.submission = file.submission()
                .corrected(
                        supplied.form(),
                        List.of(),
                        isInBranch || supplied.route() == null
                                ? file.submission().route()
                                : supplied.route())
                .supplied(supplied.materials(), now.today());
        act.detail("materials", Integer.toString(supplied.materials().size()));
        act.detail("fields", String.join(",", supplied.form().keySet()));
        act.detail("receivedOn", now.receivedOn().toString());
        if (isInBranch) {
            BranchRoads.answer(act, place, supplied);
        } else if (act.row.next() == CaseState.FORWARDED) {
            Questions.tellAnswer(act, place, supplied);
        } else {
            act.awaitAnswer(now.receivedOn());
            OnlineReviewWork.begin(act);
            RenewalWork.start(act);
        }
        return act.finish();
    }

    /** Does not accept, with reasons; a transferred case goes back to where it came from. */
    public static Done notAccept(CaseFile file, CaseRequests.NotAccept request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.REFUSE_TO_ACCEPT, now);
        requireInTime(act);
        requireOrgan(request);
        if (request.outcome() == NonAcceptance.INCOMPLETE && !file.isTransferred()) {
            Corrections.requireUncorrected(act);
        }
        String kind = file.isTransferred() ? "HANDED_BACK" : request.outcome().name();
        act.progress.ending = new EndingView(
                kind,
                now.centre(),
                request.reasons(),
                request.basis(),
                request.remedies(),
                request.competentOrgan(),
                now.at());
        OnlineReviewWork.end(act, OnlineReviewOutcome.NOT_OURS, null);
        act.progress.end(ClockKind.NOTICE, now);
        act.stopClocks();
        act.note(request.outcome().name());
        act.detail("outcome", request.outcome().name());
        act.reconsiderationFirst(request.reconsiderationFirst(), request.remedies());
        act.text("competentOrgan", request.competentOrgan());
        if (file.isTransferred() && !Remembered.isReturned(file)) {
            act.tellBelow(LinkedCaseMessage.Type.CANCELLED).ending = act.progress.ending;
        }
        return act.finish();
    }

    /** Demands the name of the organ to which somebody is sent. */
    public static void requireOrgan(CaseRequests.NotAccept request) {
        if (request.outcome() == NonAcceptance.NOT_COMPETENT && isBlank(request.competentOrgan())) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "competentOrgan",
                    LocalizedMessage.of(CaseWork.class, "refusal.organ-missing"));
        }
    }

    /** Gives the pre-review's opinion and passes the file on. */
    public static Done preReview(CaseFile file, CaseRequests.PreReview request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.PRE_REVIEW, now);
        ExaminationWork.require(act);
        Impartiality.requireNoPresider(act, List.of());
        boolean agree = request.agree();
        act.progress.opinions.add(new OpinionView(
                now.centre(),
                file.department(),
                request.opinion(),
                agree,
                now.actor().name(),
                now.at()));
        act.note(agree ? "AGREE" : "DISAGREE");
        act.detail("agree", Boolean.toString(agree));
        act.detail("department", file.department());
        boolean lastHere = act.row.next() == CaseState.FORWARDED;
        DeadlinePolicy clocks = new DeadlinePolicy(act.progress, act.submission, now);
        clocks.reviewed(lastHere);
        act.progress.stage = file.following();
        if (lastHere) {
            act.forward();
        } else {
            clocks.entered(now.today());
            act.tellClocksBelow();
        }
        return act.finish();
    }

    /** Decides; the decision goes down at once unless this centre makes out the result itself. */
    public static Done decide(CaseFile file, CaseRequests.Decide request, CommandContext now) {
        boolean grant = request.outcome() == Outcome.GRANT;
        Act act = Act.begin(file, CaseCommand.DECIDE, grant, false, now);
        SeparateDuties.requireToDecide(act);
        ExaminationWork.require(act);
        HearingWork.require(act);
        DecisionContent.require(request);
        BranchWork.requireCarried(file, grant);
        if (grant) {
            PromiseWork.requireSupplied(file);
        }
        Progress progress = act.progress;
        progress.decision = new DecisionView(
                now.centre(),
                file.department(),
                request.outcome(),
                request.opinion(),
                request.reasons(),
                request.basis(),
                request.remedies(),
                now.actor().name(),
                now.at());
        if (!grant) {
            RenewalWork.requireNotOver(act);
            boolean isFirst = act.reconsiderationFirst(request.reconsiderationFirst(), request.remedies());
            progress.decision = progress.decision.withReconsideration(isFirst);
        }
        decided(act, grant);
        return act.finish();
    }

    /** What follows from a decision that this centre has made, or the law in its place. */
    static void decided(Act act, boolean grant) {
        Progress progress = act.progress;
        CaseFile file = act.file;
        CommandContext now = act.now;
        act.endProcedures();
        progress.reckon(now.calendar());
        BranchWork.stopWaiting(act);
        ClockKind.ofDecision().forEach(kind -> progress.end(kind, now));
        act.note(progress.decision.outcome().name());
        act.detail("outcome", progress.decision.outcome().name());
        progress.decisionFacts = grant ? now.vouched().facts() : Map.of();
        boolean issuesHere = file.submission().route().issuer().equals(now.centre());
        if (!file.isTransferred() || grant && issuesHere) {
            Deliveries.begin(act, now.today(), grant);
        }
        if (grant && issuesHere) {
            act.tellClocksBelow();
        } else if (file.isTransferred()) {
            LinkedCaseMessage letter = act.tellBelow(LinkedCaseMessage.Type.DECISION);
            letter.carry(progress.decision);
            letter.facts = progress.decisionFacts;
        }
    }

    /** Makes out the result. */
    public static Done issue(CaseFile file, CaseRequests.Issue request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.ISSUE, now);
        LocalDate until = RenewalWork.end(file, request.validUntil(), now);
        if (until != null && until.isBefore(now.today()) && !RenewalWork.isKept(file)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "validUntil",
                    LocalizedMessage.of(CaseWork.class, "issue.lapsed-already"));
        }
        String document = isBlank(request.documentNumber()) ? resultNumber(file, now) : request.documentNumber();
        act.progress.issued = new IssuedView(document, now.centre(), until, now.at());
        act.detail("documentNumber", document);
        if (file.isTransferred()) {
            act.progress.end(ClockKind.DELIVERY, now);
            LinkedCaseMessage letter = act.tellBelow(LinkedCaseMessage.Type.DECISION);
            letter.carry(act.progress.decision);
            letter.decisionDocument = act.progress.decisionDocument;
            letter.issued = act.progress.issued;
        }
        return act.finish();
    }

    /** Where nothing but the decision is given out (art. 39), its number is that of the result. */
    private static String resultNumber(CaseFile file, CommandContext now) {
        DecisionDocument decision = file.progress().decisionDocument();
        Submission.ItemLabels item = file.submission().item();
        boolean isKept = item.exerciseLevel() != null; // older versions have kept no result
        boolean isAll = decision != null && isKept && item.result().isBlank();
        return RenewalWork.keptNumber(file, now)
                .orElseGet(() -> isAll ? decision.number() : CaseNumbers.document(file.number()));
    }

    /**
     * Withdraws; when the case is above, that centre is asked first.
     *
     * @param proof what shows that the applicant wants it, as the case keeps it; none where nothing was handed in
     * @throws ProblemException {@code fields-invalid} when staff enter it and nothing shows it
     */
    public static Done withdraw(
            CaseFile file, CaseRequests.Withdraw request, List<MaterialView> proof, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.WITHDRAW, now);
        RenewalWork.requireNotOver(act);
        if (Staff.isStaff(now.actor()) && proof.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "proof",
                    LocalizedMessage.of(CaseWork.class, "withdrawal.proof-missing"));
        }
        act.progress.withdrawalProof = act.keep(request.proof(), proof);
        act.progress.ending = new EndingView("WITHDRAWN", now.centre(), request.reason(), null, null, null, now.at());
        act.stopClocks();
        if (act.row.next() == CaseState.WITHDRAWING) {
            act.tellAbove(LinkedCaseMessage.Type.WITHDRAW).ending = act.progress.ending;
        }
        return act.finish();
    }

    /** After the five days the law has accepted the application, and nobody can go back behind that (R1-04). */
    static void requireInTime(Act act) {
        RenewalWork.requireNotOver(act);
        if (isDeemedAccepted(act)) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(CaseWork.class, "deemed-accepted-already"));
        }
    }

    /** Of licences alone: what else is taken in is answered late, and accepted by nobody but this centre. */
    private static boolean isDeemedAccepted(Act act) {
        return act.submission.item().isLicence()
                && act.progress.acceptance == null
                && isNoticeLate(act.progress, act.now);
    }

    /** Whether the days have passed in which it had to be said whether an application is accepted. */
    public static boolean isNoticeLate(Progress progress, CommandContext now) {
        return NoticeDays.last(progress, now).filter(now.today()::isAfter).isPresent();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
