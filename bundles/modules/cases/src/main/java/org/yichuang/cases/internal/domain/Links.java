package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.cases.internal.domain.Progress.PeerStep;

/** What is known of the other centres of a linked case, and how far the letters have come. */
public final class Links {
    /** Of how many letters of each side it is kept which they were. */
    private static final int KNOWN = 50;

    CaseState lowerState;
    CaseState upperState;
    long sentDown;
    long sentUp;
    long seenFromBelow;
    long seenFromAbove;
    List<String> idsFromBelow = new ArrayList<>();
    List<String> idsFromAbove = new ArrayList<>();
    List<PeerClock> lowerClocks = new ArrayList<>();
    List<PeerClock> upperClocks = new ArrayList<>();
    List<PeerStep> lowerSteps = new ArrayList<>();
    List<PeerStep> upperSteps = new ArrayList<>();
    boolean handedBack;
    int askedAt;
    /** Whether what the centre above asks has been asked below, and not answered yet. */
    boolean askedBelow;
    /** What the notices of the case are called between centres, in their order; empty of what has no name. */
    List<String> questions = new ArrayList<>();

    /** The question of this centre that the one below has still to get; null where there is none, and of before. */
    String untaken;
    /** When the centre below got the last question of this one; null where it has none, and as before that was kept. */
    LocalDate takenOn;

    /**
     * What this centre had told the one below or above, and does not know any more as its database was set back, in a
     * word of {@link Remembered}; null for nothing.
     */
    String told;

    /** Whether a centre above keeps what was promised. */
    boolean isPromisedAbove() {
        return upperClocks.stream()
                .filter(PeerClock::isTold)
                .anyMatch(told -> told.clock().kind() == ClockKind.PROMISE
                        && !told.clock().stopped());
    }

    /**
     * What was promised is kept by this centre or one above: below it runs no more.
     *
     * @param lowerNumber under which number the centre below has the case
     */
    void promisedHere(String lowerNumber, CommandContext now) {
        boolean isOfMember = BranchAddress.parse(lowerNumber).isPresent()
                || lowerClocks.stream()
                        .filter(PeerClock::isTold)
                        .anyMatch(told -> told.clock().kind() == ClockKind.DECISION);
        if (isOfMember) {
            return; // whoever decides a joint case, of which a member has come here, keeps what it has promised
        }
        lowerClocks.replaceAll(told -> told.isTold()
                        && told.clock().kind() == ClockKind.PROMISE
                        && told.clock().isRunning()
                ? new PeerClock(told.centre(), told.centreName(), told.clock().stop(now.today()))
                : told);
    }

    /** Names the notice at a place. */
    void named(int place, String name) {
        while (questions.size() <= place) {
            questions.add("");
        }
        questions.set(place, name == null ? "" : name);
    }

    /** What the notice at a place is called; null where it has no name. */
    String nameOf(int place) {
        boolean isNamed =
                place >= 0 && place < questions.size() && !questions.get(place).isEmpty();
        return isNamed ? questions.get(place) : null;
    }

    /** At which place a notice is; less than 0 where there is none of the name. */
    int placeOf(String name) {
        return name == null ? -1 : questions.lastIndexOf(name);
    }

    /** Notes that a letter has come; of the last ones it is known which they were. */
    void saw(boolean below, long sequence, String id) {
        if (below) {
            seenFromBelow = sequence;
        } else {
            seenFromAbove = sequence;
        }
        List<String> ids = below ? idsFromBelow : idsFromAbove;
        ids.add(id);
        if (ids.size() > KNOWN) {
            ids.remove(0);
        }
    }

    /** Which letter had a number; empty of those that came too long ago, or before that was kept. */
    Optional<String> idOf(boolean below, long sequence) {
        List<String> ids = below ? idsFromBelow : idsFromAbove;
        long back = (below ? seenFromBelow : seenFromAbove) - sequence;
        return back < 0 || back >= ids.size() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1 - (int) back));
    }

    /** Another centre is above from now on: it knows nothing yet, and has sent nothing. */
    void beginAbove() {
        upperState = null;
        sentUp = 0;
        seenFromAbove = 0;
        idsFromAbove = new ArrayList<>();
        upperClocks = new ArrayList<>();
        upperSteps = new ArrayList<>();
        askedAt = 0;
        askedBelow = false;
    }

    Links copy() {
        Links copy = new Links();
        copy.lowerState = lowerState;
        copy.upperState = upperState;
        copy.sentDown = sentDown;
        copy.sentUp = sentUp;
        copy.seenFromBelow = seenFromBelow;
        copy.seenFromAbove = seenFromAbove;
        copy.idsFromBelow = new ArrayList<>(idsFromBelow);
        copy.idsFromAbove = new ArrayList<>(idsFromAbove);
        copy.lowerClocks = new ArrayList<>(lowerClocks);
        copy.upperClocks = new ArrayList<>(upperClocks);
        copy.lowerSteps = new ArrayList<>(lowerSteps);
        copy.upperSteps = new ArrayList<>(upperSteps);
        copy.handedBack = handedBack;
        copy.askedAt = askedAt;
        copy.askedBelow = askedBelow;
        copy.questions = new ArrayList<>(questions);
        copy.untaken = untaken;
        copy.takenOn = takenOn;
        copy.told = told;
        return copy;
    }

    public CaseState lowerState() {
        return lowerState;
    }

    public CaseState upperState() {
        return upperState;
    }

    public List<PeerClock> lowerClocks() {
        return List.copyOf(lowerClocks);
    }

    public List<PeerClock> upperClocks() {
        return List.copyOf(upperClocks);
    }

    public List<PeerStep> lowerSteps() {
        return List.copyOf(lowerSteps);
    }

    public List<PeerStep> upperSteps() {
        return List.copyOf(upperSteps);
    }
}
