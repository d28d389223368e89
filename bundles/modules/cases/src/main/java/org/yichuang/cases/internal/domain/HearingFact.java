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
 * @param declarations what they have declared, in order; what was declared before that was kept is not among it
 * @param asked who has asked for it, the first first, also those who ask no longer
 * @param session when and where it is held, or null
 * @param held what came of it, or null
 * @param telling how far the centre below has come with telling them; null where this centre tells them itself
 * @param notice the ids of the documents that tell time and place, while they are in force; null for none
 * @param branch the branch of a joint case about whose member a centre above holds it; null for the case as a whole
 */
public record HearingFact(
        String reason,
        List<InterestedParty> parties,
        LocalDate notifiedOn,
        List<String> declined,
        List<Declared> declarations,
        List<Asked> asked,
        Session session,
        Held held,
        Telling telling,
        String notice,
        String branch) {
    public HearingFact {
        parties = parties == null ? List.of() : List.copyOf(parties);
        declined = declined == null ? List.of() : List.copyOf(declined);
        declarations = declarations == null ? List.of() : List.copyOf(declarations);
        asked = asked == null ? List.of() : List.copyOf(asked);
    }

    /** That it was asked for: when, by whom (empty for the applicant), why, or null, and until when, or null. */
    public record Asked(LocalDate on, String by, String statement, LocalDate until) {
        public Asked {
            by = by == null ? "" : by;
        }

        /** Whether they ask still. */
        public boolean isOpen() {
            return until == null;
        }
    }

    /** That none is asked for, or no longer: when, by whom (empty for the applicant), and why, or null. */
    public record Declared(LocalDate on, String by, String statement) {
        public Declared {
            by = by == null ? "" : by;
        }
    }

    /**
     * When and where it is held.
     *
     * @param presider who presides
     * @param account by which account, or null where nobody has said
     * @param closedReason why it is not public, or null
     * @param toldOn when the centre below has told the applicant so, or null
     * @param anyway whether the organ holds it whoever asks
     */
    public record Session(
            LocalDateTime time,
            String place,
            String presider,
            String account,
            String closedReason,
            LocalDate toldOn,
            boolean anyway) {
        Session toldOn(LocalDate day) {
            return new Session(time, place, presider, account, closedReason, day, anyway);
        }

        LocalDate day() {
            return time.toLocalDate();
        }

        /** Whether whoever likes may listen. */
        boolean isPublic() {
            return closedReason == null || closedReason.isBlank();
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

    /** The same for a reason and some parties; nobody has said anything yet. */
    static HearingFact begun(String reason, List<InterestedParty> parties) {
        return new HearingFact(reason, parties, null, List.of(), List.of(), List.of(), null, null, null, null, null);
    }

    /** The same about the member of a joint case that a centre above decides; null for the case as a whole. */
    HearingFact about(String member) {
        return new HearingFact(
                reason, parties, notifiedOn, declined, declarations, asked, session, held, telling, notice, member);
    }

    /** The same asked for by somebody more, whatever they have declared before. */
    HearingFact askedBy(Asked wish) {
        List<Asked> all = new ArrayList<>(asked);
        all.add(wish);
        List<String> others =
                declined.stream().filter(name -> !name.equals(wish.by())).toList();
        return new HearingFact(
                reason, parties, notifiedOn, others, declarations, all, session, held, telling, notice, branch);
    }

    HearingFact with(Session told) {
        return new HearingFact(
                reason, parties, notifiedOn, declined, declarations, asked, told, held, telling, notice, branch);
    }

    HearingFact with(Held came) {
        return new HearingFact(
                reason, parties, notifiedOn, declined, declarations, asked, session, came, telling, notice, branch);
    }

    /** The same as far as the centre below has come with telling it. */
    HearingFact with(Telling come) {
        return new HearingFact(
                reason, parties, notifiedOn, declined, declarations, asked, session, held, come, notice, branch);
    }

    /** The same with the document that tells time and place. */
    HearingFact toldBy(String document) {
        return new HearingFact(
                reason, parties, notifiedOn, declined, declarations, asked, session, held, telling, document, branch);
    }

    /** The same told on a day; they may ask from then on. */
    HearingFact toldOn(LocalDate day) {
        return new HearingFact(
                reason, parties, day, declined, declarations, asked, session, held, telling, notice, branch);
    }

    /** The same without the number of its record, which is given when that is made out. */
    HearingFact numbered(String number) {
        return with(new Held(held.on(), held.participants(), held.record(), number));
    }

    /** The same with somebody who asks for none, or no longer. */
    HearingFact declinedBy(Declared said) {
        List<String> all = new ArrayList<>(declined);
        all.add(said.by());
        List<Declared> words = new ArrayList<>(declarations);
        words.add(said);
        List<Asked> wishes = asked.stream()
                .map(wish -> wish.isOpen() && wish.by().equals(said.by())
                        ? new Asked(wish.on(), wish.by(), wish.statement(), said.on())
                        : wish)
                .toList();
        return new HearingFact(reason, parties, notifiedOn, all, words, wishes, session, held, telling, notice, branch);
    }

    /** The same for another reason. */
    HearingFact because(String why) {
        return why == null || why.isBlank()
                ? this
                : new HearingFact(
                        why,
                        parties,
                        notifiedOn,
                        declined,
                        declarations,
                        asked,
                        session,
                        held,
                        telling,
                        notice,
                        branch);
    }

    /** Who asks for it still, the first first. */
    List<Asked> asking() {
        return asked.stream().filter(Asked::isOpen).toList();
    }

    boolean isAskedBy(String name) {
        return asking().stream().anyMatch(wish -> wish.by().equals(name));
    }

    /** Whether nobody would ask any longer if somebody did not. */
    boolean isAskedOnlyBy(String name) {
        return !asking().isEmpty()
                && asking().stream().allMatch(wish -> wish.by().equals(name));
    }

    /** Whether it is going to be held: asked for or convened, and not held yet. */
    boolean isOpen() {
        return held == null && (!asking().isEmpty() || session != null);
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
        if (!asking().isEmpty()) {
            return HearingState.REQUESTED;
        }
        return isDeclined() ? HearingState.NOT_REQUESTED : HearingState.NOTIFIED;
    }

    Optional<InterestedParty> party(String name) {
        return parties.stream().filter(party -> party.name().equals(name)).findFirst();
    }
}
