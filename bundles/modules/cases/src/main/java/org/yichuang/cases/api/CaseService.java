package org.yichuang.cases.api;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * Takes cases in and brings them to their end, at one centre. Every command may fail with {@link
 * CaseError#CASE_UNKNOWN},
 * {@link CaseError#CASE_STATE} and {@code precondition-failed}, is journaled, and is exactly once under its key.
 * Applicants see their own cases whole; everyone else sees what identifies people masked, and the applicant's name only
 * as one who handles cases. {@link #unmask} is the one way around.
 */
public interface CaseService {
    /**
     * Takes an application in.
     *
     * @throws ProblemException {@code item-unknown}, {@code form-invalid}, {@link CaseError#APPLICANT_INVALID},
     *     {@link CaseError#MATERIAL_INVALID}, {@link CaseError#ROUTE_UNREACHABLE}
     */
    @RequiresPermission(CasePermission.SUBMIT)
    CaseView submit(CaseRequests.Submit request, CallContext context);

    /**
     * Accepts (受理); a transferred case: accepts the transfer, and a receipt goes back.
     *
     * @throws ProblemException {@link CaseError#MATERIALS_MISSING} when required materials are not there, and not each
     *     of them is promised as the item allows
     */
    @RequiresPermission(CasePermission.ACCEPT)
    CaseView accept(String number, CaseRequests.Accept request, CallContext context);

    /** Gives the one-time notice; on a transferred case asks the centre below. {@link CaseError#SECOND_NOTICE} */
    @RequiresPermission(CasePermission.NOTIFY_CORRECTION)
    CaseView notifyCorrection(String number, CaseRequests.NotifyCorrection request, CallContext context);

    /**
     * Takes what was supplied; on a questioned case answers the centre above.
     *
     * @throws ProblemException {@code fields-invalid} for a field that holds the masked value as it was shown
     */
    @RequiresPermission(CasePermission.CORRECT)
    CaseView correct(String number, CaseRequests.Correct request, CallContext context);

    /**
     * Writes down what the applicant corrects on the spot before the acceptance (R1 §1.2 outcome 3): the days go on as
     * they were, and nothing has been demanded.
     *
     * @throws ProblemException {@code fields-invalid} when nothing is changed, or for a field that holds the masked
     *     value as it was shown
     */
    @RequiresPermission(CasePermission.CORRECT_ON_THE_SPOT)
    CaseView correctOnTheSpot(String number, CaseRequests.CorrectOnTheSpot request, CallContext context);

    /**
     * Takes what was promised to follow after the acceptance (R3-19), also after its day; a centre above that has the
     * case is told.
     *
     * @throws ProblemException {@link CaseError#MATERIAL_INVALID} for what was not promised
     */
    @RequiresPermission(CasePermission.CORRECT)
    CaseView supply(String number, CaseRequests.Supply request, CallContext context);

    /**
     * Says what the check of a declaration has found (R3-20), once; also when the case has ended with a grant.
     *
     * @throws ProblemException {@code fields-invalid} for a material without an open declaration
     */
    @RequiresPermission(CasePermission.CHECK_PROMISE)
    CaseView checkPromise(String number, CaseRequests.CheckPromise request, CallContext context);

    /** Does not accept; a transferred case is handed back. */
    @RequiresPermission(CasePermission.REFUSE_ACCEPTANCE)
    CaseView notAccept(String number, CaseRequests.NotAccept request, CallContext context);

    /**
     * Takes a step of the internal examination, before the pre-review or decision of this centre's stage; each is added
     * to the others and never changed.
     *
     * @throws ProblemException {@link CaseError#DUTIES_SEPARATE} for whoever verifies what they have examined; {@code
     *     fields-invalid} for fewer than two surveyors, or for what a step of its kind has to say
     */
    @RequiresPermission(CasePermission.EXAMINE)
    CaseView examine(String number, ExaminationRequest request, CallContext context);

    /** Gives the pre-review's opinion; when the next stage is above, the file travels there. */
    @RequiresPermission(CasePermission.PRE_REVIEW)
    CaseView preReview(String number, CaseRequests.PreReview request, CallContext context);

    /**
     * Decides.
     *
     * @throws ProblemException {@link CaseError#DECISION_INCOMPLETE}; {@link CaseError#MATERIALS_OUTSTANDING} for a
     *     grant while a material that was promised to follow is not there; {@link CaseError#EXAMINATION_OUTSTANDING};
     *     {@link CaseError#HEARING_OUTSTANDING}
     */
    @RequiresPermission(CasePermission.DECIDE)
    CaseView decide(String number, CaseRequests.Decide request, CallContext context);

    /**
     * Lets the limits stand while one of the eight special procedures lasts, at the centre that decides, and tells the
     * applicant in writing how long that is going to take; never for days that have been. A decision or a withdrawal
     * ends it as {@link #resume} does.
     *
     * @throws ProblemException {@code fields-invalid} for planned days out of bounds
     */
    @RequiresPermission(CasePermission.SUSPEND)
    CaseView suspend(String number, CaseRequests.Suspend request, CallContext context);

    /**
     * Ends the special procedure: the limits go on with the day after.
     *
     * @param request null for one without a remark
     */
    @RequiresPermission(CasePermission.SUSPEND)
    CaseView resume(String number, CaseRequests.Resume request, CallContext context);

    /**
     * Extends the limit of the decision on a licence, once and before it has passed, and tells the applicant why.
     *
     * @throws ProblemException {@code fields-invalid} for days out of bounds, or when somebody else must approve
     */
    @RequiresPermission(CasePermission.EXTEND)
    CaseView extend(String number, CaseRequests.Extend request, CallContext context);

    /**
     * Does what the organ does for a hearing, at the centre that decides: tells the right to it, convenes it seven
     * working days before, keeps its record. From the request, or from the notice of one that is held anyway, to the
     * record the limits stand. Of a case from below, the applicant is told where they applied.
     *
     * @throws ProblemException {@code fields-invalid} for a time too near or too late, or whoever presides what they
     *     have examined
     */
    @RequiresPermission(CasePermission.HOLD_HEARING)
    CaseView hearing(String number, HearingRequest request, CallContext context);

    /**
     * Asks for a hearing within five working days of being told of the right to it, or declares that none is asked for:
     * where the application was handed in, whoever decides.
     *
     * @throws ProblemException {@link CaseError#CASE_STATE} when these days are over
     */
    @RequiresPermission(CasePermission.REQUEST_HEARING)
    CaseView requestHearing(String number, HearingWish wish, CallContext context);

    /** Makes out the result. */
    @RequiresPermission(CasePermission.ISSUE)
    CaseView issue(String number, CaseRequests.Issue request, CallContext context);

    /** Delivers the result or the refusal to the applicant. */
    @RequiresPermission(CasePermission.DELIVER)
    CaseView deliver(String number, CaseRequests.Deliver request, CallContext context);

    /** Withdraws before the decision; when the case is above, that centre is asked first. */
    @RequiresPermission(CasePermission.WITHDRAW)
    CaseView withdraw(String number, CaseRequests.Withdraw request, CallContext context);

    /** Returns a case; applicants see only their own. */
    @RequiresPermission(CasePermission.VIEW)
    CaseView find(String number, CallContext context);

    /** Returns a worklist, by due day, then number; applicants get only their own cases, the newest first. */
    @RequiresPermission(CasePermission.VIEW)
    Page<CaseSummary> list(Filter filter, PageRequest page, CallContext context);

    /**
     * Returns the cases that departments of whoever asks have had and have no longer, by due day, then number; none to
     * those who work for the whole centre.
     *
     * @param words in number, applicant's or item's name; empty for all
     */
    @RequiresPermission(CasePermission.WORK)
    Page<CaseSummary> passedOn(String words, PageRequest page, CallContext context);

    /**
     * Returns the cases in which something that was promised is still to follow or to be checked, by the day of that,
     * then number.
     *
     * @param words in number, applicant's or item's name; empty for all
     */
    @RequiresPermission(CasePermission.WORK)
    Page<CaseSummary> promised(String words, PageRequest page, CallContext context);

    /** Returns all clocks of a case, those of the linked centre included, each explained. */
    @RequiresPermission(CasePermission.VIEW)
    List<DeadlineView> deadlines(String number, CallContext context);

    /** Returns the case's audit trail; applicants see the steps of their cases in {@link CaseFolder#steps}. */
    @RequiresPermission(CasePermission.WORK)
    Page<JournalEntry> journal(String number, PageRequest page, CallContext context);

    /** Returns a case with everything that a page shows of it, read once; applicants see only their own. */
    @RequiresPermission(CasePermission.VIEW)
    CaseFolder open(String number, CallContext context);

    /**
     * Returns what the gates of the centre want to know from whoever gives a command on a case.
     *
     * @throws ProblemException {@code not-found}; {@code fields-invalid} when no command is named
     */
    @RequiresPermission(CasePermission.WORK)
    List<GateFact> facts(String number, GatedCommand command, CallContext context);

    /**
     * Returns a case with nothing masked, after it has been journaled who sees which fields, and why.
     *
     * @throws ProblemException {@code fields-invalid} when the reason is none
     */
    @RequiresPermission(CasePermission.UNMASK)
    CaseFolder unmask(String number, CaseRequests.Unmask request, CallContext context);

    /**
     * Returns the public progress.
     *
     * @param origin where the question comes from, for throttling: the client's address or network
     * @throws ProblemException {@link CaseError#PROGRESS_UNKNOWN} for a wrong number or code alike;
     *     {@code too-many-requests} after many wrong codes from there
     */
    @NeedsNoPermission("number and query code are the key")
    ProgressView progress(String number, String queryCode, String origin, CallContext context);

    /**
     * Takes a file in; it belongs to nobody's case until a submission or correction names it.
     *
     * @param mediaType what the client says it is; the content must agree
     * @throws ProblemException {@link CaseError#MATERIAL_INVALID} (type, size 10 MB, empty)
     */
    @RequiresPermission(CasePermission.UPLOAD)
    Upload upload(String fileName, String mediaType, InputStream content, CallContext context);

    /**
     * Returns a file's content to the applicant of the case that it belongs to, and to the staff who handle cases,
     * after it has been journaled who opens it.
     *
     * @throws ProblemException {@code not-allowed} for those who only look on: a scan cannot be masked
     */
    @RequiresPermission(CasePermission.VIEW)
    Content content(String number, String file, CallContext context);

    /**
     * Has a file of a case looked at again in which a scanner has found something; it is given out when that finds
     * nothing any more. Journaled with the reason.
     *
     * @throws ProblemException {@code not-found} when it is none of the case, {@code fields-invalid} without a reason,
     *     {@code file-not-infected}, {@code scanner-off}
     */
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    CaseView scanAgain(String number, String file, CaseRequests.ScanAgain request, CallContext context);

    /**
     * Which cases are wanted.
     *
     * @param state only in this state
     * @param dueBefore due before this day
     * @param department only of this department
     * @param item only of this item
     * @param words in number, applicant's or item's name; empty for all
     * @param provisional only those of which a day hangs on days off of which nobody has spoken yet (R2-04)
     * @param asked only those of which a centre above waits for an answer of the applicant, also about one member of a
     *     joint case, which stays accepted
     */
    record Filter(
            Optional<CaseState> state,
            Optional<LocalDate> dueBefore,
            Optional<String> department,
            Optional<String> item,
            String words,
            boolean provisional,
            boolean asked) {
        /** Whether anybody is asked or not. */
        public Filter(
                Optional<CaseState> state,
                Optional<LocalDate> dueBefore,
                Optional<String> department,
                Optional<String> item,
                String words,
                boolean provisional) {
            this(state, dueBefore, department, item, words, provisional, false);
        }

        /** Whatever their days hang on. */
        public Filter(
                Optional<CaseState> state,
                Optional<LocalDate> dueBefore,
                Optional<String> department,
                Optional<String> item,
                String words) {
            this(state, dueBefore, department, item, words, false);
        }
    }

    /**
     * A case with what belongs to it.
     *
     * @param view the case
     * @param steps what has happened at all centres, in order
     * @param deadlines all clocks, those of the linked centres included, each explained
     */
    record CaseFolder(CaseView view, List<ProgressView.Step> steps, List<DeadlineView> deadlines) {}

    /**
     * A row of a worklist; {@code light} is green, yellow or red (R3-33), {@code promisedUntil} the first day by which
     * something that was promised follows or is checked, or null, and {@code promiseOverdue} whether that has passed;
     * {@code provisional} whether a day hangs on days off of which nobody has spoken yet (R2-04).
     */
    record CaseSummary(
            String number,
            CaseState state,
            String stateName,
            String item,
            String itemName,
            String applicant,
            String department,
            java.time.Instant receivedAt,
            LocalDate due,
            String light,
            Integer workingDaysLeft,
            boolean provisional,
            LocalDate promisedUntil,
            boolean promiseOverdue,
            String lowerCentre,
            String upperCentre,
            long version) {}

    /** An uploaded file: its id, name, media type, size in bytes, SHA-256. */
    record Upload(String file, String name, String mediaType, long size, String sha256) {}

    /**
     * A file.
     *
     * @param size in bytes
     * @param bytes writes them, part by part
     */
    record Content(String name, String mediaType, long size, Bytes bytes) {}

    /** The bytes of a file that is being given out. */
    @FunctionalInterface
    interface Bytes {
        /**
         * Writes them.
         *
         * @throws java.io.IOException when {@code to} fails
         * @throws org.yichuang.kernel.api.ProblemException {@code file-damaged} when they are not what was kept; then
         *     not all of them have been written
         */
        void writeTo(java.io.OutputStream to) throws java.io.IOException;
    }
}
