package org.yichuang.cases.internal.domain;

import static org.yichuang.cases.api.CaseState.ACCEPTED;
import static org.yichuang.cases.api.CaseState.DELIVERED;
import static org.yichuang.cases.api.CaseState.FORWARDED;
import static org.yichuang.cases.api.CaseState.GRANTED;
import static org.yichuang.cases.api.CaseState.ISSUED;
import static org.yichuang.cases.api.CaseState.QUESTIONED;
import static org.yichuang.cases.api.CaseState.RECEIVED;
import static org.yichuang.cases.internal.domain.CaseCommand.PROMISE_CHECK_DUE;
import static org.yichuang.cases.internal.domain.CaseCommand.PROMISE_CHECK_OVERDUE;
import static org.yichuang.cases.internal.domain.Guard.DECLARED;
import static org.yichuang.cases.internal.domain.Guard.OWN;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseState;

/**
 * The rows of the state table about the day by which a declaration is to be checked, which the applicant was told in
 * writing (R3-20): wherever the case is then, and whatever has been granted meanwhile.
 */
final class CheckTransitions {
    static final List<Transition> ROWS = Stream.of(
                    RECEIVED, ACCEPTED, FORWARDED, QUESTIONED, GRANTED, ISSUED, DELIVERED)
            .flatMap(CheckTransitions::rows)
            .toList();

    private CheckTransitions() {}

    private static Stream<Transition> rows(CaseState state) {
        return Stream.of(PROMISE_CHECK_DUE, PROMISE_CHECK_OVERDUE)
                .map(command ->
                        CaseStateTable.row(state, command, List.of(OWN, DECLARED), state, "", command.word(), "R3-20"));
    }
}
