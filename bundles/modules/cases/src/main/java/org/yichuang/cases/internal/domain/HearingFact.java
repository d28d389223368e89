package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.api.HearingState;

/**
 * A hearing (R1-25 to R1-28).
 *
 * @param reason whose interests are at stake, or why it is held
 * @param parties who has a major interest besides the applicant
 * @param notifiedOn when they were told that they may ask for it; null where it is held anyway
 * @param declined who has declared that they ask for none: names, empty for the applicant
 * @param asked who has asked for it, the first first
 * @param session when and where it is held, or null
 * @param held what came of it, or null
 * @param telling how far the centre below has come with telling them; null where this centre tells them itself
 */
public record HearingFact(
        String reason,
        List<InterestedParty> parties,
        LocalDate notifiedOn,
        List<String> declined,
        List<Asked> asked,
        Session session,
        Held held,
        Telling telling) {
    public HearingFact {
        parties = parties == null ? List.of() : List.copyOf(parties);
        declined = declined == null ? List.of() : List.copyOf(declined);
        asked = asked == null ? List.of() : List.copyOf(asked);
    }

    /** That it was asked for: when, by whom (empty for the applicant), and why, or null. */
    public record Asked(LocalDate on, String by, String statement) {
        public Asked {
            by = by == null ? "" : by;
        }
    }

    /**
     * When and where it is held, who presides, and why it is not public, or null; and when the centre below has told
     * the applicant so, or null.
     */
    public record Session(LocalDateTime time, String place, String presider, String closedReason, LocalDate toldOn) {
        Session toldOn(LocalDate day) {
            return new Session(time, place, presider, closedReason, day);
        }
    }

    /**
     * That the centre below was asked to tell the right to a hearing: when, and the day on which the days for asking
     * were over there, or null.
     */
    public record Telling(LocalDate sentOn, LocalDate overOn) {}

    /** What came of it: the day, who took part, what was said, and the number of the record, once it has one. */
    public record Held(LocalDate on, List<String> participants, String record, String number) {
        public Held {
            participants = participants == null ? List.of() : List.copyOf(participants);
        }
    }

    /** The same asked for by somebody more, whatever they have declared before. */
    HearingFact askedBy(Asked wish) {
        List<Asked> all = new ArrayList<>(asked);
        all.add(wish);
        List<String> others =
                declined.stream().filter(name -> !name.equals(wish.by())).toList();
        return new HearingFact(reason, parties, notifiedOn, others, all, session, held, telling);
    }

    HearingFact with(Session told) {
        return new HearingFact(reason, parties, notifiedOn, declined, asked, told, held, telling);
    }

    HearingFact with(Held came) {
        return new HearingFact(reason, parties, notifiedOn, declined, asked, session, came, telling);
    }

    /** The same without the number of its record, which is given when that is made out. */
    HearingFact numbered(String number) {
        return with(new Held(held.on(), held.participants(), held.record(), number));
    }

    /** The same with somebody who asks for none, or no longer. */
    HearingFact declinedBy(String name) {
        List<String> all = new ArrayList<>(declined);
        all.add(name);
        List<Asked> others =
                asked.stream().filter(wish -> !wish.by().equals(name)).toList();
        return new HearingFact(reason, parties, notifiedOn, all, others, session, held, telling);
    }

    /** The same for another reason. */
    HearingFact because(String why) {
        return why == null || why.isBlank()
                ? this
                : new HearingFact(why, parties, notifiedOn, declined, asked, session, held, telling);
    }

    /** The same told on a day; they may ask from then on. */
    HearingFact toldOn(LocalDate day) {
        return new HearingFact(reason, parties, day, declined, asked, session, held, telling);
    }

    /** The same as far as the centre below has come with telling it. */
    HearingFact with(Telling come) {
        return new HearingFact(reason, parties, notifiedOn, declined, asked, session, held, come);
    }

    /** The same for another reason and other parties; nobody has said anything yet. */
    static HearingFact begun(String reason, List<InterestedParty> parties) {
        return new HearingFact(reason, parties, null, List.of(), List.of(), null, null, null);
    }

    boolean isAskedBy(String name) {
        return asked.stream().anyMatch(wish -> wish.by().equals(name));
    }

    /** Whether it is going to be held: asked for or convened, and not held yet. */
    boolean isOpen() {
        return held == null && (!asked.isEmpty() || session != null);
    }

    /** Whether everybody who was told has declared that they ask for none. */
    boolean isDeclined() {
        return declined.contains("") && parties.stream().allMatch(party -> declined.contains(party.name()));
    }

    /** How far it has come; that the days in which it may be asked for are over is told by the day. */
    public HearingState state() {
        if (held != null) {
            return HearingState.HELD;
        }
        if (session != null) {
            return HearingState.CONVENED;
        }
        if (!asked.isEmpty()) {
            return HearingState.REQUESTED;
        }
        return isDeclined() ? HearingState.NOT_REQUESTED : HearingState.NOTIFIED;
    }

    Optional<InterestedParty> party(String name) {
        return parties.stream().filter(party -> party.name().equals(name)).findFirst();
    }
}
