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

    /** Records a meeting of the departments. */
    @RequiresPermission(CasePermission.COORDINATE)
    CaseView holdMeeting(String number, JointRequests.Meeting request, CallContext context);

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
