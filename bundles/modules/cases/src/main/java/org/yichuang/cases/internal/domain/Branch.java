package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
 * @param survey within how many days somebody is sent to see; null where its item demands no survey
 * @param suspensions the special procedures of this department alone, in order; the last may be open
 * @param reopenedAt when something came that its department had not seen when it said what it thinks, or examined, or
 *     null
 * @param missed whether it has missed the last day of a clock before, when it was waited for the first time
 * @param above its file at the centre above that decides it; null where it is decided here
 */
public record Branch(
        String id,
        Clock clock,
        List<Opinion> opinions,
        LocalDate remindedOn,
        LocalDate overdueOn,
        Clock survey,
        List<SuspensionFact> suspensions,
        Instant reopenedAt,
        boolean missed,
        BranchAbove above) {
    public Branch {
        opinions = opinions == null ? List.of() : List.copyOf(opinions);
        suspensions = suspensions == null ? List.of() : List.copyOf(suspensions);
    }

    /**
     * What a department has said: outcome, words, conditions or null, by whom, when.
     *
     * @param recorded whether somebody else has written it down for it
     */
    public record Opinion(
            BranchOutcome outcome, String opinion, String conditions, String by, Instant at, boolean recorded) {}

    /** @param survey see {@link #survey()} */
    static Branch opened(String id, Clock clock, Clock survey) {
        return new Branch(id, clock, List.of(), null, null, survey, List.of(), null, false, null);
    }

    /** What the department has said last. */
    public Optional<Opinion> said() {
        return opinions.isEmpty() ? Optional.empty() : Optional.of(opinions.get(opinions.size() - 1));
    }

    /** Where it stands. */
    public BranchState state() {
        return said().filter(last -> reopenedAt == null || last.at().isAfter(reopenedAt))
                .map(last -> last.outcome() == BranchOutcome.AGREE ? BranchState.AGREED : BranchState.REFUSED)
                .orElseGet(this::silent);
    }

    private BranchState silent() {
        if (clock.stopped()) {
            return BranchState.STOPPED;
        }
        return above != null && above.isThere() ? BranchState.ABOVE : BranchState.OPEN;
    }

    /** Whether anybody is waited for, here or above. */
    boolean waits() {
        return state() == BranchState.OPEN || state() == BranchState.ABOVE;
    }

    /** Whether a department of this centre is waited for. */
    boolean isHere() {
        return state() == BranchState.OPEN;
    }

    /** Whether the centre above waits for an answer of the applicant. */
    public boolean isAsked() {
        return state() == BranchState.ABOVE && above.asked() != null;
    }

    /** The same with what is known of its file above. */
    Branch with(BranchAbove told) {
        return new Branch(id, clock, opinions, remindedOn, overdueOn, survey, suspensions, reopenedAt, missed, told);
    }

    /** The same as the centre above has decided it on a day. */
    Branch decided(Opinion told, BranchAbove as, LocalDate day, CommandContext now) {
        List<Opinion> all = new ArrayList<>(opinions);
        all.add(told);
        Clock kept = clock.isRunning() ? clock.end(Clock.later(clock.start(), day), now.calendar()) : clock;
        return new Branch(id, kept, all, remindedOn, overdueOn, survey, suspensions, reopenedAt, missed, as);
    }

    /** Whether its department has missed its last day, this time or before. */
    public boolean isLate(LocalDate today, WorkingCalendar calendar) {
        return missed || clock.isMissed(today, calendar);
    }

    /** Whether it is waited for beyond its last day, and nobody has noted it yet. */
    boolean isToNote(LocalDate today, WorkingCalendar calendar) {
        return waits() && !isNoted(overdueOn, today) && clock.isMissed(today, calendar);
    }

    /** Whether nobody has noted yet that its last day is near; what a rehearsal has noted counts for nothing. */
    boolean isToRemind(LocalDate today) {
        return waits() && !isNoted(remindedOn, today) && !isNoted(overdueOn, today);
    }

    private static boolean isNoted(LocalDate day, LocalDate today) {
        return day != null && !day.isAfter(today);
    }

    /** The special procedure of this department for which its clock stands. */
    public Optional<SuspensionFact> suspension() {
        return suspensions.stream().filter(fact -> fact.to() == null).findFirst();
    }

    /** The same with what its department says; its clock ends with the first opinion and stays as it is. */
    Branch saying(Opinion opinion, CommandContext now) {
        List<Opinion> all = new ArrayList<>(opinions);
        all.add(opinion);
        Clock kept = clock.isRunning() ? clock.end(now.today(), now.calendar()) : clock;
        Clock seen = survey != null && survey.isRunning() ? survey.stop(now.today()) : survey;
        return new Branch(id, kept, all, remindedOn, overdueOn, seen, suspensions, reopenedAt, missed, above);
    }

    /** The same with its clocks changed. */
    Branch clocks(UnaryOperator<Clock> change) {
        Clock changed = change.apply(clock);
        Clock sent = survey == null ? null : change.apply(survey);
        return changed == clock && sent == survey
                ? this
                : new Branch(
                        id, changed, opinions, remindedOn, overdueOn, sent, suspensions, reopenedAt, missed, above);
    }

    /** The same after somebody was sent to see, or has seen, on a day. */
    Branch seen(LocalDate day, CommandContext now) {
        return clocks(each -> each.kind() == ClockKind.SURVEY && each.isRunning()
                ? each.endedOn(day, now.today(), now.calendar())
                : each);
    }

    /** The same after somebody has been appointed to see on a day, if its department has time until then. */
    Branch sent(LocalDate visit, CommandContext now) {
        boolean isInTime = clock.lastDay(now.calendar()).filter(visit::isAfter).isEmpty();
        return isInTime ? seen(now.today(), now) : this;
    }

    /** The same after whoever was to see has not been, while it waits. */
    Branch unseen() {
        boolean isEnded = survey != null && !survey.isRunning() && !survey.stopped();
        return waits() && isEnded ? clocks(each -> each == survey ? each.reopened(clock.suspensions()) : each) : this;
    }

    /** The same with other special procedures. */
    Branch with(List<SuspensionFact> procedures) {
        return new Branch(id, clock, opinions, remindedOn, overdueOn, survey, procedures, reopenedAt, missed, above);
    }

    /**
     * The same when something has come that its department has still to see, for which it has time anew, and is
     * reminded anew; what it has missed stays missed.
     */
    Branch reopened(Clock anew, CommandContext now) {
        boolean isMissed = isLate(now.today(), now.calendar());
        return new Branch(id, anew, opinions, null, null, survey, suspensions, now.at(), isMissed, above);
    }

    /** The same when such a thing comes while its department is still waited for. */
    Branch given(Instant at) {
        return new Branch(id, clock, opinions, remindedOn, overdueOn, survey, suspensions, at, missed, above);
    }

    Branch reminded(LocalDate day) {
        return new Branch(id, clock, opinions, day, overdueOn, survey, suspensions, reopenedAt, missed, above);
    }

    Branch overdue(LocalDate day) {
        return new Branch(id, clock, opinions, remindedOn, day, survey, suspensions, reopenedAt, missed, above);
    }
}
