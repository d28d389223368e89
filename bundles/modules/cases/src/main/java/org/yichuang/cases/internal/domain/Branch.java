package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.BranchState;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * A branch of a joint case under way. Its clock is its own: what it misses is missed by its department, and by nobody
 * else.
 *
 * @param id which one
 * @param clock how long its department has
 * @param opinions what the department has said, in order; the last counts
 * @param remindedOn the day on which it was noted that its last day is near, or null
 * @param overdueOn the day on which it was noted that its last day has passed, or null
 */
public record Branch(String id, Clock clock, List<Opinion> opinions, LocalDate remindedOn, LocalDate overdueOn) {
    public Branch {
        opinions = opinions == null ? List.of() : List.copyOf(opinions);
    }

    /**
     * What a department has said: outcome, words, conditions or null, by whom, when.
     *
     * @param recorded whether somebody else has written it down for it
     */
    public record Opinion(
            BranchOutcome outcome, String opinion, String conditions, String by, Instant at, boolean recorded) {}

    static Branch opened(String id, Clock clock) {
        return new Branch(id, clock, List.of(), null, null);
    }

    /** What the department has said last. */
    public Optional<Opinion> said() {
        return opinions.isEmpty() ? Optional.empty() : Optional.of(opinions.get(opinions.size() - 1));
    }

    /** Where it stands. */
    public BranchState state() {
        return said().map(last -> last.outcome() == BranchOutcome.AGREE ? BranchState.AGREED : BranchState.REFUSED)
                .orElse(clock.stopped() ? BranchState.STOPPED : BranchState.OPEN);
    }

    boolean waits() {
        return state() == BranchState.OPEN;
    }

    /** Whether its department has missed its last day. */
    public boolean isLate(LocalDate today, WorkingCalendar calendar) {
        return clock.isMissed(today, calendar);
    }

    /** The same with what its department says; its clock ends with the first opinion and stays as it is. */
    Branch saying(Opinion opinion, CommandContext now) {
        List<Opinion> all = new ArrayList<>(opinions);
        all.add(opinion);
        Clock kept = clock.isRunning() ? clock.end(now.today(), now.calendar()) : clock;
        return new Branch(id, kept, all, remindedOn, overdueOn);
    }

    Branch with(Clock changed) {
        return changed == clock ? this : new Branch(id, changed, opinions, remindedOn, overdueOn);
    }

    Branch reminded(LocalDate day) {
        return new Branch(id, clock, opinions, day, overdueOn);
    }

    Branch overdue(LocalDate day) {
        return new Branch(id, clock, opinions, remindedOn, day);
    }
}
