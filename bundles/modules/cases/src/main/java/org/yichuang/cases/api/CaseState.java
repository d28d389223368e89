package org.yichuang.cases.api;

/** Where a case (办件) stands at one centre; the transitions are in the module's state table. */
public enum CaseState {
    /** Taken in, or transferred here, and not yet answered: the five days of the notice run (R1-04). */
    RECEIVED("已收件"),
    /** The one-time notice (一次性告知) is out, or a question went to the lower centre; something must be supplied. */
    CORRECTING("待补正"),
    /** Not accepted (不予受理). The end. */
    NOT_ACCEPTED("不予受理"),
    /** Accepted and examined here: the clock of the decision runs. */
    ACCEPTED("已受理"),
    /** With the centre above, for pre-review or decision. */
    FORWARDED("已上报"),
    /** The centre above has asked something that is to be answered here. */
    QUESTIONED("上级要求补正"),
    /** The application is granted (准予). */
    GRANTED("已准予"),
    /** The application is refused (不予). */
    REFUSED("决定不予"),
    /** The result has been made out (制证). */
    ISSUED("已制证"),
    /** The result or the refusal has reached the applicant (送达). The end. */
    DELIVERED("已送达"),
    /** The applicant withdraws, and the centre above has not yet confirmed. */
    WITHDRAWING("撤回中"),
    /** Withdrawn before a decision. The end. */
    WITHDRAWN("已撤回"),
    /** A transferred case that was handed back to the centre below. The end here. */
    RETURNED("已退回");

    private final String chinese;

    CaseState(String chinese) {
        this.chinese = chinese;
    }

    /** Whether the case has come to its end here. */
    public boolean isEnd() {
        return this == NOT_ACCEPTED || this == DELIVERED || this == WITHDRAWN || this == RETURNED;
    }

    /** The word used in the interface. */
    public String chinese() {
        return chinese;
    }
}
