package org.yichuang.cases.internal.domain;

import java.util.Optional;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.kernel.api.LocalizedMessage;

/** What can happen to a case, in the vocabulary of the law; the word is also the action in the journal. */
public enum CaseCommand {
    SUBMIT("submit", Source.PERSON, ""),
    PASS_ONLINE_REVIEW("pass-online-review", Source.PERSON, "online-review"),
    ACCEPT("accept", Source.PERSON, "acceptance"),
    NOTIFY_CORRECTION("notify-correction", Source.PERSON, "correction-notice"),
    CORRECT("correct", Source.PERSON, "correction"),
    GO_ON("go-on", Source.PERSON, "continuation"),
    CORRECT_ON_THE_SPOT("correct-on-the-spot", Source.PERSON, "on-the-spot-correction"),
    SUPPLY("supply", Source.PERSON, "supply"),
    CHECK_PROMISE("check-promise", Source.PERSON, "promise-check"),
    REFUSE_TO_ACCEPT("refuse-to-accept", Source.PERSON, "non-acceptance"),
    PROMISE_ANSWER("promise-answer", Source.PERSON, "answer-promise"),
    ANSWER_CLEARLY("answer-clearly", Source.PERSON, "clear-answer"),
    EXAMINE("examine", Source.PERSON, "examination"),
    ASSIGN_SURVEY("assign-survey", Source.PERSON, "examination"),
    SURVEY("survey", Source.PERSON, "examination"),
    PRE_REVIEW("pre-review", Source.PERSON, "pre-review"),
    GIVE_OPINION("give-opinion", Source.PERSON, ""),
    SUSPEND_BRANCH("suspend-branch", Source.PERSON, ""),
    RESUME_BRANCH("resume-branch", Source.PERSON, ""),
    HOLD_MEETING("hold-meeting", Source.PERSON, ""),
    REPORT_AGREEMENT("report-agreement", Source.PERSON, ""),
    APPOINT("appoint", Source.PERSON, ""),
    RECORD_APPOINTMENT("record-appointment", Source.PERSON, ""),
    CALL_OFF_APPOINTMENT("call-off-appointment", Source.PERSON, ""),
    RAISE("raise", Source.PERSON, ""),
    SETTLE("settle", Source.PERSON, ""),
    DECIDE("decide", Source.PERSON, "decision"),
    SUSPEND("suspend", Source.PERSON, "suspension"),
    RESUME("resume", Source.PERSON, "resumption"),
    EXTEND("extend", Source.PERSON, "extension"),
    HANDLE_SPECIALLY("handle-specially", Source.PERSON, "special-handling"),
    NOTIFY_HEARING_RIGHT("notify-hearing-right", Source.PERSON, "hearing"),
    CONVENE_HEARING("convene-hearing", Source.PERSON, "hearing"),
    RECORD_HEARING("record-hearing", Source.PERSON, "hearing"),
    CALL_OFF_HEARING("call-off-hearing", Source.PERSON, "hearing"),
    REQUEST_HEARING("request-hearing", Source.PERSON, "hearing-request"),
    DECLINE_HEARING("decline-hearing", Source.PERSON, "hearing-request"),
    REVOKE_REQUEST("revoke-request", Source.PERSON, "hearing-request"),
    ISSUE("issue", Source.PERSON, "issue"),
    DELIVER("deliver", Source.PERSON, "delivery"),
    WITHDRAW("withdraw", Source.PERSON, "withdrawal"),
    ONLINE_REVIEW_OVERDUE("online-review-overdue", Source.TIMER, ""),
    DEEM_ACCEPTED("deem-accepted", Source.TIMER, ""),
    LAPSE("lapse", Source.TIMER, ""),
    DEEM_RENEWED("deem-renewed", Source.TIMER, ""),
    END_GRANT("end-grant", Source.TIMER, ""),
    PROMISE_DUE("promise-due", Source.TIMER, ""),
    PROMISE_BROKEN("promise-broken", Source.TIMER, ""),
    PROMISE_CHECK_DUE("promise-check-due", Source.TIMER, ""),
    PROMISE_CHECK_OVERDUE("promise-check-overdue", Source.TIMER, ""),
    BRANCH_DUE("branch-due", Source.TIMER, ""),
    BRANCH_OVERDUE("branch-overdue", Source.TIMER, ""),
    AGREEMENT_DUE("agreement-due", Source.TIMER, ""),
    AGREEMENT_OVERDUE("agreement-overdue", Source.TIMER, ""),
    HEARING_UNASKED("hearing-unasked", Source.TIMER, ""),
    TRANSFER_IN("transfer-in", Source.LOWER, ""),
    ANSWERED("answered", Source.LOWER, ""),
    SUPPLIED_BELOW("supplied-below", Source.LOWER, ""),
    CHECKED_BELOW("checked-below", Source.LOWER, ""),
    PROGRESSED_BELOW("progressed-below", Source.LOWER, ""),
    TOLD_BELOW("told-below", Source.LOWER, ""),
    ASKED_BELOW("asked-below", Source.LOWER, ""),
    DECLINED_BELOW("declined-below", Source.LOWER, ""),
    WITHDRAW_ASKED("withdraw-asked", Source.LOWER, ""),
    UPPER_ACCEPTED("upper-accepted", Source.UPPER, ""),
    UPPER_ASKED("upper-asked", Source.UPPER, ""),
    UPPER_GAVE_UP("upper-gave-up", Source.UPPER, ""),
    UPPER_SUSPENDED("upper-suspended", Source.UPPER, ""),
    UPPER_RESUMED("upper-resumed", Source.UPPER, ""),
    UPPER_EXTENDED("upper-extended", Source.UPPER, ""),
    UPPER_HEARING_RIGHT("upper-hearing-right", Source.UPPER, ""),
    UPPER_CONVENED("upper-convened", Source.UPPER, ""),
    UPPER_HEARD("upper-heard", Source.UPPER, ""),
    UPPER_CALLED_OFF("upper-called-off", Source.UPPER, ""),
    UPPER_DECIDED("upper-decided", Source.UPPER, ""),
    UPPER_RETURNED("upper-returned", Source.UPPER, ""),
    UPPER_CANCELLED("upper-cancelled", Source.UPPER, ""),
    UPPER_GRANT_ENDED("upper-grant-ended", Source.UPPER, ""),
    BRANCH_TAKEN("branch-taken", Source.UPPER, ""),
    BRANCH_ASKED("branch-asked", Source.UPPER, ""),
    BRANCH_GAVE_UP("branch-gave-up", Source.UPPER, ""),
    BRANCH_SUSPENDED("branch-suspended", Source.UPPER, ""),
    BRANCH_EXTENDED("branch-extended", Source.UPPER, ""),
    BRANCH_DECIDED("branch-decided", Source.UPPER, ""),
    BRANCH_RETURNED("branch-returned", Source.UPPER, "");

    /** Who sets it off. */
    public enum Source {
        PERSON,
        TIMER,
        LOWER,
        UPPER
    }

    private final String word;
    private final Source source;
    private final String path;

    CaseCommand(String word, Source source, String path) {
        this.word = word;
        this.source = source;
        this.path = path;
    }

    /** The word in table and journal. */
    public String word() {
        return word;
    }

    /** Who sets it off. */
    public Source source() {
        return source;
    }

    /** The last segment of the path by which a person sets it off on a case, or empty. */
    public String path() {
        return path;
    }

    /** As gates are asked about it: of an examination, of a hearing, and of what is done together, each step is one. */
    public GatedCommand gated() {
        return switch (this) {
            case PASS_ONLINE_REVIEW -> GatedCommand.REVIEW_ONLINE;
            case ASSIGN_SURVEY, SURVEY -> GatedCommand.EXAMINE;
            case NOTIFY_HEARING_RIGHT, CONVENE_HEARING, RECORD_HEARING, CALL_OFF_HEARING -> GatedCommand.HOLD_HEARING;
            case SUSPEND_BRANCH -> GatedCommand.SUSPEND;
            case RESUME_BRANCH -> GatedCommand.RESUME;
            case DECLINE_HEARING, REVOKE_REQUEST -> GatedCommand.REQUEST_HEARING;
            case HOLD_MEETING,
                    REPORT_AGREEMENT,
                    APPOINT,
                    RECORD_APPOINTMENT,
                    CALL_OFF_APPOINTMENT,
                    RAISE,
                    SETTLE -> GatedCommand.COORDINATE;
            default -> GatedCommand.valueOf(name());
        };
    }

    /** What has happened. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(CaseCommand.class, "command." + word);
    }

    /** Finds a command by its word. */
    public static Optional<CaseCommand> parse(String word) {
        for (CaseCommand command : values()) {
            if (command.word.equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
