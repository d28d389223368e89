package org.yichuang.cases.internal.domain;

import static org.yichuang.cases.api.CaseState.ACCEPTED;
import static org.yichuang.cases.internal.domain.CaseCommand.*;
import static org.yichuang.cases.internal.domain.Guard.*;

import java.util.List;
import java.util.stream.Stream;

/** The part of the state machine in which a centre above tells of the branch of a joint case that it decides. */
final class BranchTransitions {
    private static final String RULE = "R1-22, art. 43";
    private static final String CANCELLATION = "hearing-cancellation";

    static final List<Transition> ROWS = List.of(
            told(BRANCH_TAKEN, "", "branch-taken"),
            told(BRANCH_ASKED, "correction-notice", "upper-asked"),
            told(BRANCH_GAVE_UP, "", "question-given-up"),
            // What the centre above decides stands there, whether the limits of the whole stand here or not
            CaseStateTable.row(
                    ACCEPTED,
                    BRANCH_SUSPENDED,
                    List.of(OWN, JOINT),
                    ACCEPTED,
                    "suspension-notice",
                    "branch-suspended",
                    "R1-20, R1-22"),
            told(BRANCH_EXTENDED, "", "branch-extended"),
            told(BRANCH_DECIDED, "", "branch-decided"),
            told(BRANCH_RETURNED, "", "branch-returned"),
            told(UPPER_HEARING_RIGHT, "hearing-right-notice", "upper-hearing-right"),
            told(UPPER_CONVENED, "hearing-notice", "upper-convened"),
            heard(UPPER_HEARD, List.of(CONVENED_ABOVE), "", "upper-heard"),
            heard(UPPER_CALLED_OFF, List.of(CONVENED_ABOVE), CANCELLATION, "upper-called-off"),
            heard(REQUEST_HEARING, List.of(OFFERED_ABOVE, ABOVE_RUNS), "suspension-notice", "hearing-requested"),
            heard(REQUEST_HEARING, List.of(OFFERED_ABOVE, ABOVE_STANDS), "", "hearing-joined"),
            heard(DECLINE_HEARING, List.of(OFFERED_ABOVE), "", "hearing-declined"),
            heard(REVOKE_REQUEST, List.of(WAITS_ABOVE), CANCELLATION, "hearing-called-off"),
            heard(HEARING_UNASKED, List.of(OFFERED_ABOVE), "", "hearing-unasked"),
            CaseStateTable.row(
                    ACCEPTED,
                    CORRECT,
                    List.of(OWN, JOINT, QUESTION_IN_BRANCH),
                    ACCEPTED,
                    "correction-receipt",
                    "answered",
                    RULE));

    private BranchTransitions() {}

    private static Transition told(CaseCommand command, String document, String event) {
        return CaseStateTable.row(ACCEPTED, command, List.of(OWN, JOINT), ACCEPTED, document, event, RULE);
    }

    /** What is told of, or said to, a hearing that the centre above holds about it (R1-25 to R1-28). */
    private static Transition heard(CaseCommand command, List<Guard> guards, String document, String event) {
        List<Guard> all = Stream.concat(Stream.of(OWN, JOINT), guards.stream()).toList();
        return CaseStateTable.row(ACCEPTED, command, all, ACCEPTED, document, event, "R1-22, R1-25 to R1-28");
    }
}
