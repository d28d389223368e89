package org.yichuang.cases.internal.domain;

import static org.yichuang.cases.api.CaseState.ACCEPTED;
import static org.yichuang.cases.api.CaseState.CORRECTING;
import static org.yichuang.cases.api.CaseState.FORWARDED;
import static org.yichuang.cases.api.CaseState.LAPSED;
import static org.yichuang.cases.api.CaseState.NOT_ACCEPTED;
import static org.yichuang.cases.api.CaseState.RECEIVED;
import static org.yichuang.cases.api.CaseState.RETURNED;
import static org.yichuang.cases.api.CaseState.WITHDRAWN;
import static org.yichuang.cases.internal.domain.CaseCommand.*;
import static org.yichuang.cases.internal.domain.CaseStateTable.row;
import static org.yichuang.cases.internal.domain.Guard.*;

import java.util.List;
import org.yichuang.cases.api.CaseState;

/** The part of the state machine that leads to the acceptance, or to none: the five outcomes of article 32. */
final class ReceptionTransitions {
    static final List<Transition> ROWS = List.of(
            row(null, SUBMIT, List.of(), RECEIVED, "receipt", "submitted", "R1 §1.2"),
            row(null, TRANSFER_IN, List.of(), RECEIVED, "", "transferred", "art. 43"),
            row(RETURNED, TRANSFER_IN, List.of(), RECEIVED, "", "transferred", "art. 43"),
            // Taken in: the five outcomes of article 32
            row(RECEIVED, ACCEPT, List.of(FIRST_ACCEPTANCE, NEXT_HERE), ACCEPTED, "acceptance", "accepted", "R1-03"),
            row(RECEIVED, ACCEPT, List.of(FIRST_ACCEPTANCE, NEXT_ABOVE), FORWARDED, "acceptance", "accepted", "R1-03"),
            row(RECEIVED, ACCEPT, List.of(TRANSFERRED, NEXT_HERE), ACCEPTED, "", "accepted", "R1-03"),
            row(RECEIVED, ACCEPT, List.of(TRANSFERRED, NEXT_ABOVE), FORWARDED, "", "accepted", "R1-03"),
            // Handed back to where it was accepted
            row(RECEIVED, ACCEPT, List.of(OWN, ALREADY_ACCEPTED, NEXT_HERE), ACCEPTED, "", "taken-up-again", "R1-03"),
            row(RECEIVED, ACCEPT, List.of(OWN, ALREADY_ACCEPTED, NEXT_ABOVE), FORWARDED, "", "taken-up-again", "R1-03"),
            row(
                    RECEIVED,
                    DEEM_ACCEPTED,
                    List.of(LICENCE, OWN, NEVER_ACCEPTED, NEXT_HERE),
                    ACCEPTED,
                    "deemed-acceptance",
                    "deemed-accepted",
                    "R1-04"),
            row(
                    RECEIVED,
                    DEEM_ACCEPTED,
                    List.of(LICENCE, OWN, NEVER_ACCEPTED, NEXT_ABOVE),
                    FORWARDED,
                    "deemed-acceptance",
                    "deemed-accepted",
                    "R1-04"),
            row(
                    RECEIVED,
                    DEEM_ACCEPTED,
                    List.of(LICENCE, TRANSFERRED, NEVER_ACCEPTED, NEXT_HERE),
                    ACCEPTED,
                    "",
                    "deemed-accepted",
                    "R1-04"),
            row(
                    RECEIVED,
                    DEEM_ACCEPTED,
                    List.of(LICENCE, TRANSFERRED, NEVER_ACCEPTED, NEXT_ABOVE),
                    FORWARDED,
                    "",
                    "deemed-accepted",
                    "R1-04"),
            row(
                    RECEIVED,
                    CORRECT_ON_THE_SPOT,
                    List.of(OWN, NEVER_ACCEPTED),
                    RECEIVED,
                    "on-the-spot-correction",
                    "corrected-on-the-spot",
                    "R1 §1.2"),
            row(
                    RECEIVED,
                    NOTIFY_CORRECTION,
                    List.of(OWN),
                    CORRECTING,
                    "correction-notice",
                    "correction-notified",
                    "R1-04, R1-05"),
            row(RECEIVED, NOTIFY_CORRECTION, List.of(TRANSFERRED), CORRECTING, "", "correction-notified", "R1-05"),
            row(
                    RECEIVED,
                    REFUSE_TO_ACCEPT,
                    List.of(OWN, NEVER_ACCEPTED),
                    NOT_ACCEPTED,
                    "non-acceptance",
                    "not-accepted",
                    "R1-03, R1-13"),
            row(
                    RECEIVED,
                    PASS_ONLINE_REVIEW,
                    List.of(OWN, ONLINE_REVIEW),
                    RECEIVED,
                    "",
                    "online-review-passed",
                    "R1-04"),
            row(
                    RECEIVED,
                    ONLINE_REVIEW_OVERDUE,
                    List.of(OWN, ONLINE_REVIEW),
                    RECEIVED,
                    "",
                    "online-review-overdue",
                    "R1-04"),
            row(RECEIVED, REFUSE_TO_ACCEPT, List.of(TRANSFERRED), RETURNED, "", "returned", "R1-13"),
            row(
                    RECEIVED,
                    PROMISE_ANSWER,
                    List.of(OWN, NO_LICENCE, NEVER_ACCEPTED, NO_ANSWER_PROMISED),
                    RECEIVED,
                    "",
                    "answer-promised",
                    "R3-12"),
            row(
                    RECEIVED,
                    ANSWER_CLEARLY,
                    List.of(OWN, NO_LICENCE, NEVER_ACCEPTED),
                    CaseState.ANSWERED,
                    "clear-answer",
                    "clearly-answered",
                    "R3-12, R3-13"),
            row(RECEIVED, WITHDRAW, List.of(OWN), WITHDRAWN, "withdrawal", "withdrawn", "R3-13"),
            row(RECEIVED, WITHDRAW_ASKED, List.of(TRANSFERRED), WITHDRAWN, "", "withdrawn", "R3-13"),
            // Something is missing
            row(CORRECTING, CORRECT, List.of(OWN), RECEIVED, "correction-receipt", "corrected", "R1-06"),
            row(CORRECTING, ANSWERED, List.of(TRANSFERRED, NEVER_ACCEPTED), RECEIVED, "", "answered", "art. 43"),
            row(
                    CORRECTING,
                    ANSWERED,
                    List.of(TRANSFERRED, ALREADY_ACCEPTED, STAGE_HERE),
                    ACCEPTED,
                    "",
                    "answered",
                    "art. 43"),
            row(
                    CORRECTING,
                    ANSWERED,
                    List.of(TRANSFERRED, ALREADY_ACCEPTED, NO_STAGE_HERE),
                    RECEIVED,
                    "",
                    "answered",
                    "art. 43"),
            row(
                    CORRECTING,
                    REFUSE_TO_ACCEPT,
                    List.of(OWN, NEVER_ACCEPTED),
                    NOT_ACCEPTED,
                    "non-acceptance",
                    "not-accepted",
                    "R1-03, R1-13"),
            row(CORRECTING, REFUSE_TO_ACCEPT, List.of(TRANSFERRED, NEVER_ACCEPTED), RETURNED, "", "returned", "R1-13"),
            row(
                    CORRECTING,
                    GO_ON,
                    List.of(OWN, ALREADY_ACCEPTED, NEXT_ABOVE, ANSWER_OVERDUE),
                    FORWARDED,
                    "",
                    "gone-on",
                    "R1-06"),
            row(
                    CORRECTING,
                    GO_ON,
                    List.of(TRANSFERRED, ALREADY_ACCEPTED, STAGE_HERE, ANSWER_OVERDUE),
                    ACCEPTED,
                    "",
                    "gone-on",
                    "R1-06"),
            row(
                    CORRECTING,
                    GO_ON,
                    List.of(TRANSFERRED, ALREADY_ACCEPTED, NO_STAGE_HERE, ANSWER_OVERDUE),
                    FORWARDED,
                    "",
                    "gone-on",
                    "R1-06"),
            row(FORWARDED, CORRECT, List.of(OWN, NOTICE_OPEN), FORWARDED, "correction-receipt", "answered", "R1-06"),
            row(CORRECTING, LAPSE, List.of(OWN, CORRECTION_TIMED), LAPSED, "lapse-notice", "lapsed", "R1-06, R3-13"),
            row(CORRECTING, WITHDRAW, List.of(OWN), WITHDRAWN, "withdrawal", "withdrawn", "R3-13"),
            row(CORRECTING, WITHDRAW_ASKED, List.of(TRANSFERRED), WITHDRAWN, "", "withdrawn", "R3-13"));

    private ReceptionTransitions() {}
}
