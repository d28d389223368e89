package org.yichuang.cases.internal.domain;

import static org.yichuang.cases.api.CaseState.ACCEPTED;
import static org.yichuang.cases.internal.domain.CaseCommand.*;
import static org.yichuang.cases.internal.domain.CaseStateTable.row;
import static org.yichuang.cases.internal.domain.Guard.*;

import java.util.List;

/** The rows of the state table about hearings. */
final class HearingTransitions {
    static final List<Transition> ROWS = List.of(
            row(
                    ACCEPTED,
                    RESUME,
                    List.of(OWN, SUSPENDED, HEARING_WAITS, NOT_FOR_HEARING),
                    ACCEPTED,
                    "suspension-notice",
                    "resumed-for-hearing",
                    "R1-20, R1-28"),
            row(
                    ACCEPTED,
                    NOTIFY_HEARING_RIGHT,
                    List.of(OWN, DECIDES_HERE, NO_HEARING),
                    ACCEPTED,
                    "hearing-right-notice",
                    "hearing-right-notified",
                    "R1-12, R1-26"),
            row(
                    ACCEPTED,
                    REQUEST_HEARING,
                    List.of(OWN, HEARING_OFFERED, NOT_SUSPENDED),
                    ACCEPTED,
                    "suspension-notice",
                    "hearing-requested",
                    "R1-26, R1-28"),
            row(
                    ACCEPTED,
                    REQUEST_HEARING,
                    List.of(OWN, HEARING_OFFERED, SUSPENDED),
                    ACCEPTED,
                    "",
                    "hearing-joined",
                    "R1-26"),
            row(ACCEPTED, DECLINE_HEARING, List.of(OWN, HEARING_OFFERED), ACCEPTED, "", "hearing-declined", "R1-26"),
            row(
                    ACCEPTED,
                    CONVENE_HEARING,
                    List.of(OWN, DECIDES_HERE, HEARING_NOT_HELD),
                    ACCEPTED,
                    "hearing-notice",
                    "hearing-convened",
                    "R1-25, R1-27"),
            row(
                    ACCEPTED,
                    RECORD_HEARING,
                    List.of(OWN, HEARING_CONVENED),
                    ACCEPTED,
                    "hearing-record",
                    "hearing-held",
                    "R1-27, R1-28"));

    private HearingTransitions() {}
}
