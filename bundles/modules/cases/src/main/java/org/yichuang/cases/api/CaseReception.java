package org.yichuang.cases.api;

import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * What a centre does with an application between its coming in and its acceptance, as what it handles it, and where it
 * waits for it no longer.
 */
public interface CaseReception {
    /**
     * Takes an application in and refuses its acceptance at once: both with their papers, or neither, as what is only
     * taken in is deemed accepted after five days.
     *
     * @throws ProblemException whatever submission and refusal refuse
     */
    @RequiresPermission(CasePermission.REFUSE_ACCEPTANCE)
    CaseView submitRefused(Submit request, NotAccept refusal, CallContext context);

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
     * Goes on with a case as it is, without what this centre has asked for after its acceptance, once the days have
     * passed in which that was waited for: what the centre above has handed back goes up again; what has come from
     * below is examined further here. What comes later is taken.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}, {@link CaseError#CASE_STATE} before these days have
     *     passed
     */
    @RequiresPermission(CasePermission.NOTIFY_CORRECTION)
    CaseView goOn(String number, ContinuationRequest request, CallContext context);

    /**
     * Promises a clear answer in writing to what cannot be done at once (明确答复件), within the days of the centre's
     * policy. It puts off nothing: the days in which it has to be said whether it is accepted run on.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}, {@link CaseError#CASE_STATE} where it is a licence,
     *     which is accepted or refused acceptance by law, or has been promised already
     */
    @RequiresPermission(CasePermission.REFUSE_ACCEPTANCE)
    CaseView promiseAnswer(String number, AnswerPromise request, CallContext context);

    /**
     * Gives that answer, promised or not: why it cannot be done now, or at all, and what can be done. It ends the
     * application.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}, {@link CaseError#CASE_STATE} as above, and whatever is
     *     missing of the answer
     */
    @RequiresPermission(CasePermission.REFUSE_ACCEPTANCE)
    CaseView answerClearly(String number, ClearAnswer request, CallContext context);

    /**
     * Handles a case specially (特办件): as a leader has approved on paper, or as the centre finds. Where its policy says
     * so, what is left of its promise is counted from today without regard to holidays: never longer than what was
     * promised, and nothing of what the applicant may do gets shorter.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}, {@link CaseError#CASE_STATE} where nothing runs here
     *     that could be kept earlier, and where it has been found already
     */
    @RequiresPermission(CasePermission.HANDLE_SPECIALLY)
    CaseView handleSpecially(String number, SpecialHandlingRequest request, CallContext context);
}
