package org.yichuang.cases.api;

import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * What the departments of a joint case do beside each other (联办件, R1-22). It is handed in, accepted, decided, issued
 * and delivered as any case, by its lead; the applicant has to do with nobody else.
 */
public interface JointCases {
    /**
     * Says what a department thinks of its branch; again only after the departments have met.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}, {@link CaseError#BRANCH_UNKNOWN}, {@code not-allowed}
     *     for staff of another department, {@link CaseError#CASE_STATE}
     */
    @RequiresPermission(CasePermission.OPINION)
    CaseView giveOpinion(String number, String branch, JointRequests.Opinion request, CallContext context);

    /**
     * Takes a step of the examination of a branch, before its department says what it thinks.
     *
     * @throws ProblemException as of {@link #giveOpinion}; {@link CaseError#DUTIES_SEPARATE}
     */
    @RequiresPermission(CasePermission.EXAMINE)
    CaseView examine(String number, String branch, ExaminationRequest request, CallContext context);

    /**
     * Begins a special procedure that one department alone needs: its clock stands, and the limits of the decision.
     *
     * @throws ProblemException as of {@link #giveOpinion}
     */
    @RequiresPermission(CasePermission.SUSPEND)
    CaseView suspend(String number, String branch, CaseRequests.Suspend request, CallContext context);

    /** Ends it. */
    @RequiresPermission(CasePermission.SUSPEND)
    CaseView resume(String number, String branch, CaseRequests.Resume request, CallContext context);

    /** Records a meeting of the departments. */
    @RequiresPermission(CasePermission.COORDINATE)
    CaseView holdMeeting(String number, JointRequests.Meeting request, CallContext context);

    /**
     * Says what has come of something that was agreed.
     *
     * @param agreement which, as {@code 2.1} for the first of the second meeting
     * @throws ProblemException {@code branch-unknown} for none; {@code case-state} for one that is done
     */
    @RequiresPermission(CasePermission.COORDINATE)
    CaseView report(String number, String agreement, JointRequests.Report request, CallContext context);

    /**
     * Invites all departments to one day and place, and tells the applicant in writing.
     *
     * @throws ProblemException {@code fields-invalid} for a time that is over
     */
    @RequiresPermission(CasePermission.COORDINATE)
    CaseView appoint(String number, JointRequests.Appoint request, CallContext context);

    /**
     * Records who has come, and what each department has found; on the spot that is its survey.
     *
     * @throws ProblemException {@link CaseError#CASE_STATE} before its time, or where nothing is appointed
     */
    @RequiresPermission(CasePermission.COORDINATE)
    CaseView record(String number, JointRequests.Record request, CallContext context);

    /** Says that it is not held. */
    @RequiresPermission(CasePermission.COORDINATE)
    CaseView callOff(String number, JointRequests.CallOff request, CallContext context);

    /** Raises a case that is stuck to the government; nothing is decided until it has settled the matter. */
    @RequiresPermission(CasePermission.COORDINATE)
    CaseView raise(String number, JointRequests.Raise request, CallContext context);

    /** Records what the government has settled. */
    @RequiresPermission(CasePermission.COORDINATE)
    CaseView settle(String number, JointRequests.Settle request, CallContext context);

    /**
     * Returns the branches that wait for the departments of whoever asks, for all departments where they work for none
     * of their own, by the day by which they are due.
     *
     * @param department only of this one; empty for any
     */
    @RequiresPermission(CasePermission.WORK)
    Page<BranchSummary> branches(String department, PageRequest page, CallContext context);
}
