package org.yichuang.cases.api;

import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** What a centre does with an application between its coming in and its acceptance, and as what it handles it. */
public interface CaseReception {
    /**
     * Says that an application which came in online is ready to be accepted (网上预审). What is missing is told by the
     * one-time notice, and what is not the centre's by a refusal of acceptance: each of these ends the review as well.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}, {@link CaseError#CASE_STATE} where no review is waited
     *     for
     */
    @RequiresPermission(CasePermission.ACCEPT)
    CaseView reviewOnline(String number, OnlineReviewRequest request, CallContext context);

    /**
     * Accepts what is complete and grants it at once (R1-10): both steps with their papers, or neither. It takes {@link
     * CasePermission#ACCEPT} as well, and whatever keeps the same person from both, or the case from being granted,
     * refuses it.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}, {@link CaseError#CASE_STATE} where something lies
     *     between receipt and decision, and whatever acceptance and decision refuse
     */
    @RequiresPermission(CasePermission.DECIDE)
    CaseView decideOnTheSpot(String number, OnTheSpotRequest request, CallContext context);

    /**
     * Handles a case specially (特办件): as a leader has approved on paper, or as the centre finds. Where its policy says
     * so, what is left of its promise is counted from today without regard to holidays: never longer than what was
     * promised, and nothing of what the applicant may do gets shorter.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}, {@link CaseError#CASE_STATE} where nothing runs here that
     *     could be kept earlier, and where it has been found already
     */
    @RequiresPermission(CasePermission.HANDLE_SPECIALLY)
    CaseView handleSpecially(String number, SpecialHandlingRequest request, CallContext context);
}
