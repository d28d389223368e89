package org.yichuang.cases.internal.domain;

import static org.yichuang.cases.api.CaseState.ACCEPTED;
import static org.yichuang.cases.api.CaseState.CORRECTING;
import static org.yichuang.cases.api.CaseState.FORWARDED;
import static org.yichuang.cases.api.CaseState.QUESTIONED;
import static org.yichuang.cases.internal.domain.CaseCommand.*;
import static org.yichuang.cases.internal.domain.CaseStateTable.row;
import static org.yichuang.cases.internal.domain.Guard.*;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseState;

/**
 * The rows of the state table about hearings. None of them moves a case on: what is asked or told of a hearing leaves
 * it where it is, also while a question of the centre above has still to be answered.
 */
final class HearingTransitions {
    private static final String RIGHT_NOTICE = "hearing-right-notice";
    private static final String NOTICE = "hearing-notice";
    private static final String RECORD = "hearing-record";
    private static final String SUSPENSION = "suspension-notice";
    private static final String CANCELLATION = "hearing-cancellation";
    private static final String OFF = "hearing-called-off";
    private static final String ASKED = "hearing-requested";
    private static final String DECLINED = "hearing-declined";
    private static final String NOTHING = "";

    private static final String ART_45 = "R1-20, R1-28";
    private static final String ART_47 = "R1-12, R1-26";
    private static final String RIGHT = "R1-26";
    private static final String WISH = "R1-26, R1-28";
    private static final String ART_48 = "R1-25, R1-27";
    private static final String RESULT = "R1-27, R1-28";

    private static final List<Transition> HERE = List.of(
            in(
                    ACCEPTED,
                    RESUME,
                    List.of(OWN, SUSPENDED, HEARING_WAITS, NOT_FOR_HEARING),
                    SUSPENSION,
                    "resumed-for-hearing",
                    ART_45),
            in(
                    ACCEPTED,
                    RESUME,
                    List.of(TRANSFERRED, SUSPENDED, HEARING_WAITS, NOT_FOR_HEARING),
                    NOTHING,
                    "resumed-for-hearing",
                    ART_45),
            in(
                    ACCEPTED,
                    NOTIFY_HEARING_RIGHT,
                    List.of(OWN, DECIDES_HERE, NO_HEARING),
                    RIGHT_NOTICE,
                    "hearing-right-notified",
                    ART_47),
            in(
                    ACCEPTED,
                    NOTIFY_HEARING_RIGHT,
                    List.of(TRANSFERRED, DECIDES_HERE, NO_HEARING),
                    NOTHING,
                    "hearing-right-sent",
                    ART_47),
            in(ACCEPTED, REQUEST_HEARING, List.of(OWN, HEARING_OFFERED, NOT_SUSPENDED), SUSPENSION, ASKED, WISH),
            in(ACCEPTED, REQUEST_HEARING, List.of(OWN, HEARING_OFFERED, SUSPENDED), NOTHING, "hearing-joined", RIGHT),
            in(ACCEPTED, DECLINE_HEARING, List.of(OWN, HEARING_OFFERED), NOTHING, DECLINED, RIGHT),
            in(ACCEPTED, REVOKE_REQUEST, List.of(OWN, HEARING_WAITS), CANCELLATION, OFF, WISH),
            in(ACCEPTED, CALL_OFF_HEARING, List.of(OWN, DECIDES_HERE, HEARING_CONVENED), CANCELLATION, OFF, ART_48),
            in(
                    ACCEPTED,
                    CONVENE_HEARING,
                    List.of(OWN, DECIDES_HERE, HEARING_NOT_HELD, HEARD_HERE),
                    NOTICE,
                    "hearing-convened",
                    ART_48),
            in(ACCEPTED, RECORD_HEARING, List.of(HEARING_CONVENED), RECORD, "hearing-held", RESULT));

    static final List<Transition> ROWS = Stream.of(
                    HERE.stream(),
                    Stream.of(ACCEPTED, CORRECTING).flatMap(HearingTransitions::decidedHere),
                    told(),
                    below())
            .flatMap(rows -> rows)
            .toList();

    private HearingTransitions() {}

    private static Transition in(
            CaseState state, CaseCommand command, List<Guard> guards, String document, String event, String rule) {
        return row(state, command, guards, state, document, event, rule);
    }

    /** Of a case from below; that it waits for an answer to a question keeps no hearing from being held. */
    private static Stream<Transition> decidedHere(CaseState state) {
        List<Guard> convening = state == ACCEPTED
                ? List.of(TRANSFERRED, DECIDES_HERE, HEARING_NOT_HELD)
                : List.of(TRANSFERRED, ALREADY_ACCEPTED, DECIDES_HERE, HEARING_NOT_HELD);
        List<Guard> convened = List.of(TRANSFERRED, DECIDES_HERE, HEARING_CONVENED);
        Stream<Transition> held = state == ACCEPTED
                ? Stream.empty()
                : Stream.of(in(
                        state, RECORD_HEARING, List.of(TRANSFERRED, HEARING_CONVENED), RECORD, "hearing-held", RESULT));
        return Stream.of(
                        Stream.of(in(state, CONVENE_HEARING, convening, NOTHING, "hearing-convened", ART_48)),
                        held,
                        Stream.of(in(state, CALL_OFF_HEARING, convened, NOTHING, OFF, ART_48)),
                        heardBelow(state))
                .flatMap(rows -> rows);
    }

    /** What the centre below says to it, here or on the way. */
    private static Stream<Transition> heardBelow(CaseState state) {
        List<Guard> offered = List.of(TRANSFERRED, HEARING_OFFERED);
        return Stream.of(
                in(state, TOLD_BELOW, offered, NOTHING, "hearing-told", ART_47),
                in(state, ASKED_BELOW, offered, NOTHING, ASKED, WISH),
                in(state, DECLINED_BELOW, offered, NOTHING, DECLINED, RIGHT),
                in(state, DECLINED_BELOW, List.of(TRANSFERRED, HEARING_HELD), NOTHING, DECLINED, WISH));
    }

    /** What the centre above says of it: whoever applied here is told in writing. */
    private static Stream<Transition> told() {
        Stream<Transition> once = Stream.of(
                in(
                        FORWARDED,
                        UPPER_HEARING_RIGHT,
                        List.of(OWN, NO_HEARING),
                        RIGHT_NOTICE,
                        "upper-hearing-right",
                        ART_47),
                in(
                        FORWARDED,
                        UPPER_HEARING_RIGHT,
                        List.of(TRANSFERRED, NO_HEARING),
                        NOTHING,
                        "upper-hearing-right",
                        ART_47),
                in(
                        FORWARDED,
                        UPPER_RESUMED,
                        List.of(OWN, SUSPENDED, HEARING_WAITS, NOT_FOR_HEARING),
                        SUSPENSION,
                        "resumed-for-hearing",
                        ART_45),
                in(
                        FORWARDED,
                        UPPER_RESUMED,
                        List.of(TRANSFERRED, SUSPENDED, HEARING_WAITS, NOT_FOR_HEARING),
                        NOTHING,
                        "resumed-for-hearing",
                        ART_45));
        return Stream.concat(once, Stream.of(FORWARDED, QUESTIONED).flatMap(HearingTransitions::toldAbove));
    }

    private static Stream<Transition> toldAbove(CaseState state) {
        return Stream.of(
                in(state, HEARING_UNASKED, List.of(OWN, HEARING_OFFERED), NOTHING, "hearing-unasked", RIGHT),
                in(state, UPPER_CONVENED, List.of(OWN, HEARING_NOT_HELD), NOTICE, "upper-convened", ART_48),
                in(state, UPPER_CONVENED, List.of(TRANSFERRED, HEARING_NOT_HELD), NOTHING, "upper-convened", ART_48),
                in(state, UPPER_HEARD, List.of(HEARING_CONVENED), NOTHING, "upper-heard", RESULT),
                in(state, REQUEST_HEARING, List.of(OWN, HEARING_OFFERED, NOT_SUSPENDED), SUSPENSION, ASKED, WISH),
                in(state, REQUEST_HEARING, List.of(OWN, HEARING_OFFERED, SUSPENDED), NOTHING, "hearing-joined", RIGHT),
                in(state, DECLINE_HEARING, List.of(OWN, HEARING_OFFERED), NOTHING, DECLINED, RIGHT),
                in(state, REVOKE_REQUEST, List.of(OWN, HEARING_WAITS), CANCELLATION, OFF, WISH),
                in(state, UPPER_CALLED_OFF, List.of(OWN, HEARING_CONVENED), CANCELLATION, "upper-called-off", ART_48),
                in(
                        state,
                        UPPER_CALLED_OFF,
                        List.of(TRANSFERRED, HEARING_CONVENED),
                        NOTHING,
                        "upper-called-off",
                        ART_48));
    }

    /** On the way between both. */
    private static Stream<Transition> below() {
        return Stream.of(FORWARDED, QUESTIONED).flatMap(HearingTransitions::heardBelow);
    }
}
