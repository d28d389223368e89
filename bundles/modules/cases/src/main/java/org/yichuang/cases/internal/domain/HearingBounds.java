package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.kernel.api.TextRules;

/** What another centre says of a hearing, as far as it may: within the bounds of {@code HearingRequest}. */
final class HearingBounds {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_RECORD = 10_000;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PRESIDER = 50;
    private static final int LONGEST_INTEREST = 500;
    private static final int MOST_PARTIES = 20;
    private static final int MOST_PARTICIPANTS = 50;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private HearingBounds() {}

    /** Whether it says what a step of the organ has to say. */
    static boolean isTold(HearingFact hearing, HearingStep step) {
        if (step == null || step == HearingStep.CALLED_OFF) {
            return step != null;
        }
        if (hearing == null || hearing.parties().size() > MOST_PARTIES) {
            return false;
        }
        return switch (step) {
            case RIGHT_NOTIFIED -> isSaid(hearing.reason());
            case CONVENED -> isTold(hearing.session());
            case HELD -> isTold(hearing.held());
            case CALLED_OFF -> true;
        };
    }

    private static boolean isTold(HearingFact.Session session) {
        return session != null
                && session.time() != null
                && session.time().getYear() >= FIRST_YEAR
                && session.time().getYear() < LAST_YEAR
                && isSaid(session.place())
                && isSaid(session.presider());
    }

    private static boolean isTold(HearingFact.Held held) {
        return held != null
                && held.on() != null
                && isSaid(held.record())
                && held.participants().size() <= MOST_PARTICIPANTS;
    }

    private static boolean isSaid(String text) {
        return text != null && !TextRules.isBlank(TextRules.cleaned(text));
    }

    /** The same within bounds; what says nothing is left out. */
    static HearingFact of(Act act, HearingFact told) {
        List<InterestedParty> parties = told.parties().stream()
                .filter(party -> isSaid(party.name()))
                .map(party -> new InterestedParty(
                        first(party.name(), LONGEST_NAME),
                        first(party.contact(), LONGEST_PLACE),
                        first(party.interest(), LONGEST_INTEREST)))
                .toList();
        HearingFact begun = HearingFact.begun(text(told.reason()), parties);
        HearingFact convened = told.session() == null ? begun : begun.with(session(told.session()));
        return told.held() == null ? convened : convened.with(held(act, told.held()));
    }

    private static HearingFact.Session session(HearingFact.Session told) {
        return new HearingFact.Session(
                told.time(),
                first(told.place(), LONGEST_PLACE),
                first(told.presider(), LONGEST_PRESIDER),
                null,
                first(told.closedReason(), LONGEST_INTEREST),
                null,
                told.anyway());
    }

    private static HearingFact.Held held(Act act, HearingFact.Held told) {
        LocalDate day = told.on() == null ? act.now.today() : ClockLetters.possible(act, told.on());
        List<String> participants = told.participants().stream()
                .filter(Objects::nonNull)
                .map(name -> first(name, LONGEST_NAME))
                .toList();
        return new HearingFact.Held(
                day, participants, first(told.record(), LONGEST_RECORD), first(told.number(), LONGEST_NAME));
    }

    /** A text of usual length; null for none. */
    static String text(String told) {
        return first(told, LONGEST_TEXT);
    }

    private static String first(String told, int most) {
        return told == null ? null : TextRules.first(TextRules.cleaned(told), most);
    }
}
