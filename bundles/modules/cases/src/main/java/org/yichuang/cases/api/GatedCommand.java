package org.yichuang.cases.api;

/**
 * What people do with a case at its centre, as gates are asked about it. Effects of the law (acceptance deemed after
 * five days) and of messages from other centres pass no gate.
 */
public enum GatedCommand {
    SUBMIT,
    REVIEW_ONLINE,
    ACCEPT,
    NOTIFY_CORRECTION,
    CORRECT,
    GO_ON,
    CORRECT_ON_THE_SPOT,
    SUPPLY,
    CHECK_PROMISE,
    REFUSE_TO_ACCEPT,
    PROMISE_ANSWER,
    ANSWER_CLEARLY,
    EXAMINE,
    PRE_REVIEW,
    GIVE_OPINION,
    /** What the departments of a joint case do together: meetings, appointments, what is raised to the government. */
    COORDINATE,
    SUSPEND,
    RESUME,
    EXTEND,
    HANDLE_SPECIALLY,
    HOLD_HEARING,
    REQUEST_HEARING,
    DECIDE,
    ISSUE,
    DELIVER,
    WITHDRAW;

    /** Whether a request of it can say what gates want to know besides ({@link CaseRequests.Request#facts}). */
    public boolean takesFacts() {
        return switch (this) {
            case ACCEPT, REFUSE_TO_ACCEPT, EXAMINE, HOLD_HEARING, PRE_REVIEW, DECIDE, ISSUE, DELIVER -> true;
            default -> false;
        };
    }
}
