package org.yichuang.cases.internal.domain;

import static org.yichuang.cases.api.CaseState.ACCEPTED;
import static org.yichuang.cases.internal.domain.CaseCommand.*;
import static org.yichuang.cases.internal.domain.Guard.*;

import java.util.List;

/** The part of the state machine in which a centre above tells of the branch of a joint case that it decides. */
final class BranchTransitions {
    private static final String RULE = "R1-22, art. 43";

    static final List<Transition> ROWS = List.of(
            told(BRANCH_TAKEN, "", "branch-taken"),
            told(BRANCH_ASKED, "correction-notice", "upper-asked"),
            told(BRANCH_GAVE_UP, "", "question-given-up"),
            told(BRANCH_EXTENDED, "", "branch-extended"),
            told(BRANCH_DECIDED, "", "branch-decided"),
            told(BRANCH_RETURNED, "", "branch-returned"),
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
}
