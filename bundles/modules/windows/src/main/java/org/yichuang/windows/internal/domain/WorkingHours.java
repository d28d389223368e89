package org.yichuang.windows.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.PunchSlot;

/**
 * When staff have to be there, in the morning and in the afternoon.
 *
 * @param grace how many minutes late or early are not counted
 */
public record WorkingHours(LocalTime amFrom, LocalTime amTo, LocalTime pmFrom, LocalTime pmTo, int grace) {
    /** So long before a half-day ends nobody comes any more: they have forgotten to punch that they came. */
    private static final Duration GOING = Duration.ofMinutes(30);

    /** Those of a centre. */
    public static WorkingHours of(Tenant centre) {
        String[] halves = AttendancePolicy.hours(centre).split("[-,]");
        return new WorkingHours(
                LocalTime.parse(halves[0]),
                LocalTime.parse(halves[1]),
                LocalTime.parse(halves[2]),
                LocalTime.parse(halves[3]),
                AttendancePolicy.grace(centre));
    }

    /** Which of the four a time is: whoever punches in the first half of a half-day comes, in the other one goes. */
    public PunchSlot slotOf(LocalTime time) {
        if (time.isBefore(middle(amFrom, amTo))) {
            return PunchSlot.AM_IN;
        }
        if (time.isBefore(middle(amTo, pmFrom))) {
            return PunchSlot.AM_OUT;
        }
        return time.isBefore(middle(pmFrom, pmTo)) ? PunchSlot.PM_IN : PunchSlot.PM_OUT;
    }

    /**
     * Which of the four a time is, after others of its day: whoever has not come in a half-day comes late, until the
     * half-hour in which it ends.
     */
    public PunchSlot slotOf(LocalTime time, Set<PunchSlot> punched) {
        PunchSlot its = slotOf(time);
        PunchSlot coming = coming(its);
        return !punched.contains(coming) && left(its, time).compareTo(GOING) > 0 ? coming : its;
    }

    /**
     * Whether one of the four, which is entered at a time, says where somebody is then: the one of that time, and that
     * they come late as long as the half-day is not over and they have neither come nor gone in it.
     */
    public boolean isNow(PunchSlot slot, LocalTime time, Set<PunchSlot> punched) {
        PunchSlot its = slotOf(time);
        return slot == its
                || slot == coming(its)
                        && !punched.contains(slot)
                        && !punched.contains(its)
                        && left(its, time).compareTo(Duration.ZERO) > 0;
    }

    private static PunchSlot coming(PunchSlot of) {
        return of == PunchSlot.AM_IN || of == PunchSlot.AM_OUT ? PunchSlot.AM_IN : PunchSlot.PM_IN;
    }

    /** How much of its half-day is left at a time. */
    private Duration left(PunchSlot of, LocalTime time) {
        return Duration.between(time, coming(of) == PunchSlot.AM_IN ? amTo : pmTo);
    }

    private static LocalTime middle(LocalTime one, LocalTime other) {
        return one.plus(Duration.between(one, other).dividedBy(2));
    }

    /** How many minutes somebody who has come then is late. */
    public int late(LocalDate day, PunchSlot slot, Instant at) {
        return beyond(Duration.between(moment(day, slot == PunchSlot.AM_IN ? amFrom : pmFrom), at));
    }

    /** How many minutes somebody who has gone then is early. */
    public int early(LocalDate day, PunchSlot slot, Instant at) {
        return beyond(Duration.between(at, moment(day, slot == PunchSlot.AM_OUT ? amTo : pmTo)));
    }

    private int beyond(Duration by) {
        long minutes = by.toMinutes();
        return minutes > grace ? Math.toIntExact(minutes) : 0;
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CallContext.ZONE).toInstant();
    }

    /** Which of the four should have been punched by now: all of a day that is over. */
    public List<PunchSlot> due(LocalDate day, Instant now) {
        return Stream.of(PunchSlot.values())
                .filter(slot -> moment(day, dueAt(slot)).isBefore(now) || isOver(day, now))
                .toList();
    }

    private static boolean isOver(LocalDate day, Instant now) {
        return day.isBefore(now.atZone(CallContext.ZONE).toLocalDate());
    }

    private LocalTime dueAt(PunchSlot slot) {
        return switch (slot) {
            case AM_IN -> amFrom.plusMinutes(grace);
            case AM_OUT, PM_IN -> pmFrom.plusMinutes(grace);
            case PM_OUT -> LocalTime.MAX;
        };
    }
}
