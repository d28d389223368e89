package org.yichuang.cases.internal.domain;

import static org.yichuang.cases.api.CaseState.ACCEPTED;
import static org.yichuang.cases.api.CaseState.CORRECTING;
import static org.yichuang.cases.api.CaseState.DELIVERED;
import static org.yichuang.cases.api.CaseState.FORWARDED;
import static org.yichuang.cases.api.CaseState.GRANTED;
import static org.yichuang.cases.api.CaseState.GRANT_ENDED;
import static org.yichuang.cases.api.CaseState.ISSUED;
import static org.yichuang.cases.api.CaseState.QUESTIONED;
import static org.yichuang.cases.api.CaseState.RECEIVED;
import static org.yichuang.cases.api.CaseState.REFUSED;
import static org.yichuang.cases.api.CaseState.RETURNED;
import static org.yichuang.cases.api.CaseState.WITHDRAWING;
import static org.yichuang.cases.api.CaseState.WITHDRAWN;
import static org.yichuang.cases.internal.domain.CaseCommand.*;
import static org.yichuang.cases.internal.domain.Guard.*;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * The state machine of a case at one centre, all of it. Whatever is not a row here is refused. The README shows the
 * same table; a test compares the two.
 */
public final class CaseStateTable {
    private static final List<Transition> USUAL = List.of(
            // Examined here
            row(ACCEPTED, EXAMINE, List.of(), ACCEPTED, "", "examined", "R1-11"),
            row(ACCEPTED, ASSIGN_SURVEY, List.of(), ACCEPTED, "", "survey-assigned", "R1-18"),
            row(ACCEPTED, SURVEY, List.of(), ACCEPTED, "site-survey-record", "surveyed", "R1-11, R1-18"),
            row(ACCEPTED, PRE_REVIEW, List.of(AT_PRE_REVIEW, NEXT_HERE), ACCEPTED, "", "pre-reviewed", "art. 43"),
            row(ACCEPTED, PRE_REVIEW, List.of(AT_PRE_REVIEW, NEXT_ABOVE), FORWARDED, "", "forwarded", "art. 43"),
            row(ACCEPTED, NOTIFY_CORRECTION, List.of(TRANSFERRED), CORRECTING, "", "questioned", "R1-05"),
            row(ACCEPTED, GIVE_OPINION, List.of(OWN, JOINT), ACCEPTED, "", "opinion-given", "R1-22"),
            row(
                    ACCEPTED,
                    SUSPEND_BRANCH,
                    List.of(OWN, JOINT, CLOCK_RUNS, NOT_SUSPENDED),
                    ACCEPTED,
                    "suspension-notice",
                    "branch-suspended",
                    "R1-20, R1-22"),
            row(
                    ACCEPTED,
                    RESUME_BRANCH,
                    List.of(OWN, JOINT, BRANCH_STANDS),
                    ACCEPTED,
                    "",
                    "branch-resumed",
                    "R1-20, R1-22"),
            row(ACCEPTED, HOLD_MEETING, List.of(OWN, JOINT), ACCEPTED, "", "meeting-held", "R1-22"),
            row(ACCEPTED, REPORT_AGREEMENT, List.of(OWN, JOINT), ACCEPTED, "", "agreement-reported", "R1-22"),
            row(ACCEPTED, APPOINT, List.of(OWN, JOINT), ACCEPTED, "joint-appointment", "appointed", "R1-11, R1-22"),
            row(
                    ACCEPTED,
                    RECORD_APPOINTMENT,
                    List.of(OWN, APPOINTED),
                    ACCEPTED,
                    "joint-record",
                    "appointment-held",
                    "R1-11, R1-22"),
            row(
                    ACCEPTED,
                    CALL_OFF_APPOINTMENT,
                    List.of(OWN, APPOINTED),
                    ACCEPTED,
                    "joint-cancellation",
                    "appointment-off",
                    "R1-22"),
            row(ACCEPTED, RAISE, List.of(OWN, JOINT, NOT_RAISED), ACCEPTED, "", "raised", "R1-22"),
            row(ACCEPTED, SETTLE, List.of(OWN, RAISED), ACCEPTED, "", "settled", "R1-22"),
            row(ACCEPTED, BRANCH_DUE, List.of(OWN, JOINT), ACCEPTED, "", "branch-due", "R1-22"),
            row(ACCEPTED, BRANCH_OVERDUE, List.of(OWN, JOINT), ACCEPTED, "", "branch-overdue", "R1-22"),
            row(ACCEPTED, AGREEMENT_DUE, List.of(OWN, JOINT), ACCEPTED, "", "agreement-due", "R1-22"),
            row(ACCEPTED, AGREEMENT_OVERDUE, List.of(OWN, JOINT), ACCEPTED, "", "agreement-overdue", "R1-22"),
            row(ACCEPTED, DECIDE, List.of(AT_DECISION, BRANCHES_IN, GRANT), GRANTED, "grant", "granted", "R1-13"),
            row(ACCEPTED, DECIDE, List.of(AT_DECISION, BRANCHES_IN, REFUSE), REFUSED, "refusal", "refused", "R1-13"),
            row(
                    RECEIVED,
                    DEEM_RENEWED,
                    List.of(TIMED_RENEWAL, DECIDES_HERE),
                    GRANTED,
                    "deemed-renewal",
                    "deemed-renewed",
                    "R1-30"),
            row(
                    ACCEPTED,
                    DEEM_RENEWED,
                    List.of(TIMED_RENEWAL, DECIDES_HERE),
                    GRANTED,
                    "deemed-renewal",
                    "deemed-renewed",
                    "R1-30"),
            row(
                    ACCEPTED,
                    SUSPEND,
                    List.of(OWN, CLOCK_RUNS, NOT_SUSPENDED),
                    ACCEPTED,
                    "suspension-notice",
                    "suspended",
                    "R1-20"),
            row(ACCEPTED, SUSPEND, List.of(TRANSFERRED, CLOCK_RUNS, NOT_SUSPENDED), ACCEPTED, "", "suspended", "R1-20"),
            row(ACCEPTED, RESUME, List.of(SUSPENDED, NO_HEARING_WAITS), ACCEPTED, "", "resumed", "R1-20, R2-08"),
            row(
                    ACCEPTED,
                    EXTEND,
                    List.of(LICENCE, OWN, CLOCK_RUNS, NOT_SUSPENDED, NO_BRANCH_STANDS, NOT_EXTENDED),
                    ACCEPTED,
                    "extension-notice",
                    "extended",
                    "R1-21"),
            row(
                    ACCEPTED,
                    EXTEND,
                    List.of(LICENCE, TRANSFERRED, CLOCK_RUNS, NOT_SUSPENDED, NOT_EXTENDED),
                    ACCEPTED,
                    "",
                    "extended",
                    "R1-21"),
            row(
                    ACCEPTED,
                    HANDLE_SPECIALLY,
                    List.of(OWN, CLOCK_RUNS, NOT_SPECIAL),
                    ACCEPTED,
                    "special-handling-notice",
                    "special-handling",
                    "R3-12"),
            row(ACCEPTED, REFUSE_TO_ACCEPT, List.of(TRANSFERRED, HANDED_BACK), RETURNED, "", "returned", "R1-13"),
            row(ACCEPTED, SUPPLY, List.of(OWN, DEFERRED), ACCEPTED, "supply-receipt", "supplied", "R3-19"),
            row(ACCEPTED, PROMISE_DUE, List.of(OWN, DEFERRED), ACCEPTED, "", "promise-due", "R3-19"),
            row(ACCEPTED, PROMISE_BROKEN, List.of(OWN, DEFERRED), ACCEPTED, "", "promise-broken", "R3-19"),
            row(ACCEPTED, CHECK_PROMISE, List.of(OWN, DECLARED), ACCEPTED, "", "promise-checked", "R3-20"),
            row(ACCEPTED, WITHDRAW, List.of(OWN), WITHDRAWN, "withdrawal", "withdrawn", "R3-13"),
            row(ACCEPTED, WITHDRAW_ASKED, List.of(TRANSFERRED), WITHDRAWN, "", "withdrawn", "R3-13"),
            // What the centre below has been given of what was promised there, or to a question of before
            row(RECEIVED, SUPPLIED_BELOW, List.of(TRANSFERRED), RECEIVED, "", "supplied", "R3-19, art. 43"),
            row(CORRECTING, SUPPLIED_BELOW, List.of(TRANSFERRED), CORRECTING, "", "supplied", "R3-19, art. 43"),
            row(ACCEPTED, SUPPLIED_BELOW, List.of(TRANSFERRED), ACCEPTED, "", "supplied", "R3-19, art. 43"),
            row(FORWARDED, SUPPLIED_BELOW, List.of(TRANSFERRED), FORWARDED, "", "supplied", "R3-19, art. 43"),
            row(QUESTIONED, SUPPLIED_BELOW, List.of(TRANSFERRED), QUESTIONED, "", "supplied", "R3-19, art. 43"),
            row(RECEIVED, CHECKED_BELOW, List.of(TRANSFERRED, DECLARED), RECEIVED, "", "promise-checked", "R3-20"),
            row(CORRECTING, CHECKED_BELOW, List.of(TRANSFERRED, DECLARED), CORRECTING, "", "promise-checked", "R3-20"),
            row(ACCEPTED, CHECKED_BELOW, List.of(TRANSFERRED, DECLARED), ACCEPTED, "", "promise-checked", "R3-20"),
            row(FORWARDED, CHECKED_BELOW, List.of(TRANSFERRED, DECLARED), FORWARDED, "", "promise-checked", "R3-20"),
            row(QUESTIONED, CHECKED_BELOW, List.of(TRANSFERRED, DECLARED), QUESTIONED, "", "promise-checked", "R3-20"),
            // Handed back by the centre above, before it is accepted again
            row(RECEIVED, SUPPLY, List.of(OWN, DEFERRED), RECEIVED, "supply-receipt", "supplied", "R3-19"),
            row(RECEIVED, PROMISE_DUE, List.of(OWN, DEFERRED), RECEIVED, "", "promise-due", "R3-19"),
            row(RECEIVED, PROMISE_BROKEN, List.of(OWN, DEFERRED), RECEIVED, "", "promise-broken", "R3-19"),
            row(RECEIVED, CHECK_PROMISE, List.of(OWN, DECLARED), RECEIVED, "", "promise-checked", "R3-20"),
            // With the centre above
            row(FORWARDED, SUPPLY, List.of(OWN, DEFERRED), FORWARDED, "supply-receipt", "supplied", "R3-19"),
            row(FORWARDED, PROMISE_DUE, List.of(OWN, DEFERRED), FORWARDED, "", "promise-due", "R3-19"),
            row(FORWARDED, PROMISE_BROKEN, List.of(OWN, DEFERRED), FORWARDED, "", "promise-broken", "R3-19"),
            row(FORWARDED, CHECK_PROMISE, List.of(OWN, DECLARED), FORWARDED, "", "promise-checked", "R3-20"),
            row(QUESTIONED, SUPPLY, List.of(OWN, DEFERRED), QUESTIONED, "supply-receipt", "supplied", "R3-19"),
            row(QUESTIONED, PROMISE_DUE, List.of(OWN, DEFERRED), QUESTIONED, "", "promise-due", "R3-19"),
            row(QUESTIONED, PROMISE_BROKEN, List.of(OWN, DEFERRED), QUESTIONED, "", "promise-broken", "R3-19"),
            row(QUESTIONED, CHECK_PROMISE, List.of(OWN, DECLARED), QUESTIONED, "", "promise-checked", "R3-20"),
            row(FORWARDED, UPPER_ACCEPTED, List.of(), FORWARDED, "", "upper-accepted", "art. 43"),
            row(FORWARDED, UPPER_ASKED, List.of(OWN), QUESTIONED, "correction-notice", "upper-asked", "R1-05"),
            row(FORWARDED, UPPER_ASKED, List.of(TRANSFERRED), QUESTIONED, "", "upper-asked", "R1-05"),
            row(
                    FORWARDED,
                    UPPER_SUSPENDED,
                    List.of(OWN, NOT_SUSPENDED),
                    FORWARDED,
                    "suspension-notice",
                    "upper-suspended",
                    "R1-20"),
            row(
                    FORWARDED,
                    UPPER_SUSPENDED,
                    List.of(TRANSFERRED, NOT_SUSPENDED),
                    FORWARDED,
                    "",
                    "upper-suspended",
                    "R1-20"),
            row(
                    FORWARDED,
                    UPPER_RESUMED,
                    List.of(SUSPENDED, NO_HEARING_WAITS),
                    FORWARDED,
                    "",
                    "upper-resumed",
                    "R1-20, R2-08"),
            row(
                    FORWARDED,
                    UPPER_EXTENDED,
                    List.of(LICENCE, OWN, NOT_EXTENDED),
                    FORWARDED,
                    "extension-notice",
                    "upper-extended",
                    "R1-21"),
            row(
                    FORWARDED,
                    UPPER_EXTENDED,
                    List.of(LICENCE, TRANSFERRED, NOT_EXTENDED),
                    FORWARDED,
                    "",
                    "upper-extended",
                    "R1-21"),
            row(FORWARDED, UPPER_DECIDED, List.of(GRANT, NOT_ISSUED_ABOVE), GRANTED, "", "granted", "R1-13"),
            row(FORWARDED, UPPER_DECIDED, List.of(GRANT, ISSUED_ABOVE), ISSUED, "", "issued", "R1-14"),
            row(FORWARDED, UPPER_DECIDED, List.of(REFUSE), REFUSED, "", "refused", "R1-13"),
            row(FORWARDED, UPPER_RETURNED, List.of(OWN_STAGE), ACCEPTED, "", "upper-returned", "R1-13"),
            row(FORWARDED, UPPER_RETURNED, List.of(NO_OWN_STAGE), RECEIVED, "", "upper-returned", "R1-13"),
            // Withdrawn before the database was set back, which the centre above has done
            row(FORWARDED, UPPER_CANCELLED, List.of(OWN), WITHDRAWN, "withdrawal", "withdrawn", "R3-13"),
            row(FORWARDED, UPPER_CANCELLED, List.of(TRANSFERRED), WITHDRAWN, "", "withdrawn", "R3-13"),
            row(FORWARDED, WITHDRAW, List.of(OWN), WITHDRAWING, "", "withdrawal-asked", "R3-13"),
            row(FORWARDED, WITHDRAW_ASKED, List.of(TRANSFERRED), WITHDRAWING, "", "withdrawal-asked", "R3-13"),
            row(QUESTIONED, CORRECT, List.of(OWN), FORWARDED, "correction-receipt", "answered", "art. 43"),
            // The centre that has asked goes on without the answer, or has handed the file back
            row(QUESTIONED, UPPER_GAVE_UP, List.of(), FORWARDED, "", "question-given-up", "R1-05"),
            // Asked by a centre before it passed questions on, and so of nobody but itself
            row(QUESTIONED, CORRECT, List.of(TRANSFERRED, NO_QUESTION_BELOW), FORWARDED, "", "answered", "art. 43"),
            row(QUESTIONED, ANSWERED, List.of(TRANSFERRED, QUESTION_BELOW), FORWARDED, "", "answered", "art. 43"),
            // Handed back here before the answer came, and perhaps sent up again
            row(RECEIVED, ANSWERED, List.of(TRANSFERRED, QUESTION_BELOW), RECEIVED, "", "answered", "art. 43"),
            row(ACCEPTED, ANSWERED, List.of(TRANSFERRED, QUESTION_BELOW), ACCEPTED, "", "answered", "art. 43"),
            row(FORWARDED, ANSWERED, List.of(TRANSFERRED, QUESTION_BELOW), FORWARDED, "", "answered", "art. 43"),
            row(QUESTIONED, UPPER_RETURNED, List.of(OWN_STAGE), ACCEPTED, "", "upper-returned", "R1-13"),
            row(QUESTIONED, UPPER_RETURNED, List.of(NO_OWN_STAGE), RECEIVED, "", "upper-returned", "R1-13"),
            row(QUESTIONED, WITHDRAW, List.of(OWN), WITHDRAWING, "", "withdrawal-asked", "R3-13"),
            row(QUESTIONED, WITHDRAW_ASKED, List.of(TRANSFERRED), WITHDRAWING, "", "withdrawal-asked", "R3-13"),
            // Withdrawal and decision may cross on the way: what was decided first stands
            row(WITHDRAWING, UPPER_ACCEPTED, List.of(), WITHDRAWING, "", "upper-accepted", "art. 43"),
            row(WITHDRAWING, UPPER_ASKED, List.of(), WITHDRAWING, "", "upper-asked", "R1-05"),
            row(WITHDRAWING, UPPER_DECIDED, List.of(GRANT, NOT_ISSUED_ABOVE), GRANTED, "", "granted", "R1-13"),
            row(WITHDRAWING, UPPER_DECIDED, List.of(GRANT, ISSUED_ABOVE), ISSUED, "", "issued", "R1-14"),
            row(WITHDRAWING, UPPER_DECIDED, List.of(REFUSE), REFUSED, "", "refused", "R1-13"),
            row(WITHDRAWING, UPPER_RETURNED, List.of(OWN), WITHDRAWN, "withdrawal", "withdrawn", "R3-13"),
            row(WITHDRAWING, UPPER_RETURNED, List.of(TRANSFERRED), WITHDRAWN, "", "withdrawn", "R3-13"),
            row(WITHDRAWING, UPPER_CANCELLED, List.of(OWN), WITHDRAWN, "withdrawal", "withdrawn", "R3-13"),
            row(WITHDRAWING, UPPER_CANCELLED, List.of(TRANSFERRED), WITHDRAWN, "", "withdrawn", "R3-13"),
            // Granted above, and ended there before the result was made out
            row(FORWARDED, UPPER_GRANT_ENDED, List.of(OWN), GRANT_ENDED, "grant-ending", "grant-ended", "R1-33"),
            row(FORWARDED, UPPER_GRANT_ENDED, List.of(TRANSFERRED), GRANT_ENDED, "", "grant-ended", "R1-33"),
            row(WITHDRAWING, UPPER_GRANT_ENDED, List.of(OWN), GRANT_ENDED, "grant-ending", "grant-ended", "R1-33"),
            row(WITHDRAWING, UPPER_GRANT_ENDED, List.of(TRANSFERRED), GRANT_ENDED, "", "grant-ended", "R1-33"),
            // How it has ended below; the middle one of three passes it on
            row(RETURNED, PROGRESSED_BELOW, List.of(TRANSFERRED), RETURNED, "", "progressed-below", "art. 43"),
            row(WITHDRAWN, PROGRESSED_BELOW, List.of(TRANSFERRED), WITHDRAWN, "", "progressed-below", "art. 43"),
            row(GRANTED, PROGRESSED_BELOW, List.of(TRANSFERRED), GRANTED, "", "progressed-below", "art. 43"),
            row(ISSUED, PROGRESSED_BELOW, List.of(TRANSFERRED), ISSUED, "", "progressed-below", "art. 43"),
            row(REFUSED, PROGRESSED_BELOW, List.of(TRANSFERRED), REFUSED, "", "progressed-below", "art. 43"),
            row(GRANT_ENDED, PROGRESSED_BELOW, List.of(TRANSFERRED), GRANT_ENDED, "", "progressed-below", "art. 43"),
            // Decided
            row(GRANTED, END_GRANT, List.of(OWN), GRANT_ENDED, "grant-ending", "grant-ended", "R1-33"),
            row(GRANTED, END_GRANT, List.of(TRANSFERRED), GRANT_ENDED, "", "grant-ended", "R1-33"),
            row(GRANTED, ISSUE, List.of(ISSUES_HERE), ISSUED, "", "issued", "R1-14, art. 44"),
            row(GRANTED, CHECK_PROMISE, List.of(OWN, DECLARED), GRANTED, "", "promise-checked", "R3-20"),
            row(ISSUED, CHECK_PROMISE, List.of(OWN, DECLARED), ISSUED, "", "promise-checked", "R3-20"),
            row(DELIVERED, CHECK_PROMISE, List.of(OWN, DECLARED), DELIVERED, "", "promise-checked", "R3-20"),
            row(ISSUED, DELIVER, List.of(OWN), DELIVERED, "delivery", "delivered", "R1-43, art. 44"),
            row(REFUSED, DELIVER, List.of(OWN), DELIVERED, "delivery", "delivered", "R1-43, art. 44"));

    private static final List<Transition> OF_ALL = Stream.of(
                    ReceptionTransitions.ROWS,
                    USUAL,
                    CheckTransitions.ROWS,
                    BranchTransitions.ROWS,
                    HearingTransitions.ROWS)
            .flatMap(List::stream)
            .toList();

    private static final List<Transition> ROWS =
            Stream.concat(OF_ALL.stream(), askedInVain()).toList();

    private CaseStateTable() {}

    static Transition row(
            CaseState from,
            CaseCommand command,
            List<Guard> guards,
            CaseState next,
            String document,
            String event,
            String rule) {
        return new Transition(from, command, guards, next, document, event, rule);
    }

    /**
     * The centre above may have given up what it asked, as it handed the file back to the one between, which sent it up
     * again: what it tells afterwards is told to whoever has not answered, too.
     */
    private static Stream<Transition> askedInVain() {
        Set<CaseCommand> known = OF_ALL.stream()
                .filter(row -> row.from() == QUESTIONED)
                .map(Transition::command)
                .collect(Collectors.toSet());
        return OF_ALL.stream()
                .filter(row -> row.from() == FORWARDED && row.command().source() == CaseCommand.Source.UPPER)
                .filter(row -> !known.contains(row.command()))
                .map(Transition::whileQuestioned);
    }

    /** The words of all that can happen to a case by a step. */
    public static Set<String> events() {
        return ROWS.stream().map(Transition::event).collect(Collectors.toSet());
    }

    static List<Transition> rows() {
        return ROWS;
    }

    /** The row that applies, if any. */
    static Optional<Transition> find(CaseState from, CaseCommand command, GuardInput facts) {
        return candidates(from, command).filter(row -> row.allows(facts)).findFirst();
    }

    /**
     * The row that applies.
     *
     * @throws ProblemException {@link CaseError#CASE_STATE} saying which guard does not hold
     */
    static Transition require(CaseState from, CaseCommand command, GuardInput facts) {
        return find(from, command, facts).orElseThrow(() -> refusal(from, command, facts));
    }

    /** What a person can do, in the words of the paths. */
    static List<String> open(CaseState from, GuardInput facts) {
        return ROWS.stream()
                .filter(row -> row.from() == from && !row.command().path().isEmpty())
                // What will be decided is not known yet
                .filter(row -> row.guards().stream()
                        .allMatch(guard -> guard == GRANT || guard == REFUSE || guard.holds(facts)))
                .map(row -> row.command().path())
                .distinct()
                .toList();
    }

    private static Stream<Transition> candidates(CaseState from, CaseCommand command) {
        return ROWS.stream().filter(row -> row.from() == from && row.command() == command);
    }

    private static ProblemException refusal(CaseState from, CaseCommand command, GuardInput facts) {
        List<Guard> broken = candidates(from, command)
                .map(row -> row.guards().stream()
                        .filter(guard -> !guard.holds(facts))
                        .toList())
                .min(Comparator.comparing(List::size))
                .orElse(List.of());
        LocalizedMessage refused = LocalizedMessage.of(
                CaseStateTable.class, "state.refuses", from.label(), command.label(), from, command.word());
        if (broken.isEmpty()) {
            return new ProblemException(CaseError.CASE_STATE, refused);
        }
        return new ProblemException(
                CaseError.CASE_STATE,
                LocalizedMessage.of(
                        CaseStateTable.class,
                        "state.refuses-because",
                        refused,
                        LocalizedMessage.list(
                                broken.stream().map(Guard::reason).toList(),
                                LocalizedMessage.of(CaseStateTable.class, "guard-separator"))));
    }
}
