package org.yichuang.cases.api;

/** What one may be permitted to do with cases. */
public final class CasePermission {
    /** To hand in an application: one's own, or at the window somebody else's. */
    public static final String SUBMIT = "cases.submit";

    /** To apply on one's own behalf, with drafts, receipts and one's own cases. */
    public static final String APPLY = "cases.apply";

    /** To take applications in at the window. */
    public static final String TAKE_IN = "cases.take-in";

    /** To see cases: applicants their own, staff those of their department or of the centre. */
    public static final String VIEW = "cases.view";

    /** To see cases as the staff do: worklist and file. */
    public static final String WORK = "cases.work";

    /** To upload files. */
    public static final String UPLOAD = "cases.upload";

    /** To accept (受理). */
    public static final String ACCEPT = "cases.accept";

    /** To notify what is missing (一次性告知补正). */
    public static final String NOTIFY_CORRECTION = "cases.notify-correction";

    /** To write down what an applicant corrects on the spot (当场更正). */
    public static final String CORRECT_ON_THE_SPOT = "cases.correct-on-the-spot";

    /** To check what an applicant has declared instead of handing in a material (事中事后核查). */
    public static final String CHECK_PROMISE = "cases.check-promise";

    /** To supply what was missing. */
    public static final String CORRECT = "cases.correct";

    /** To refuse acceptance (不予受理). */
    public static final String REFUSE_ACCEPTANCE = "cases.refuse-acceptance";

    /** To give an opinion (初审). */
    public static final String PRE_REVIEW = "cases.pre-review";

    /** To examine inside of the organ, before its pre-review or decision (审查、审核、现场勘验). */
    public static final String EXAMINE = "cases.examine";

    /** To give the opinion of a department on its branch of a joint case (联办意见). */
    public static final String OPINION = "cases.opinion";

    /** To bring the departments of a joint case together, and to raise it to the government (会商、提请协调). */
    public static final String COORDINATE = "cases.coordinate";

    /** To decide. */
    public static final String DECIDE = "cases.decide";

    /** To stop the clock for a special procedure and to start it again (中止计时、恢复计时). */
    public static final String SUSPEND = "cases.suspend";

    /** To find that a case is handled specially (认定特办件). */
    public static final String HANDLE_SPECIALLY = "cases.handle-specially";

    /** To extend the limit of a decision (延期). */
    public static final String EXTEND = "cases.extend";

    /** To hold a hearing: to tell the right to it, to convene it, to keep its record (听证). */
    public static final String HOLD_HEARING = "cases.hold-hearing";

    /** To ask for a hearing, or to declare that one is not asked for. */
    public static final String REQUEST_HEARING = "cases.request-hearing";

    /** To make out the result (制证). */
    public static final String ISSUE = "cases.issue";

    /** To deliver. */
    public static final String DELIVER = "cases.deliver";

    /** To withdraw an application. */
    public static final String WITHDRAW = "cases.withdraw";

    /** To see whole what is shown masked, with a reason that is journaled. */
    public static final String UNMASK = "cases.unmask";

    /** To say what is kept longer, and to propose what is kept no longer (档案保管、提出销毁). */
    public static final String RETAIN = "cases.retain";

    /** To confirm that cases are removed which somebody else has proposed (批准销毁). */
    public static final String CONFIRM_REMOVAL = "cases.confirm-removal";

    private CasePermission() {}
}
