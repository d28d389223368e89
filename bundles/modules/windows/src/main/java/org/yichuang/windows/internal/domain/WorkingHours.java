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
     * Which of the four a time is, after others of its day: whoever has not come in a half-day that is not over comes,
     * however late.
     */
    public PunchSlot slotOf(LocalTime time, Set<PunchSlot> punched) {
        PunchSlot its = slotOf(time);
        if (its == PunchSlot.AM_OUT && !punched.contains(PunchSlot.AM_IN) && time.isBefore(amTo)) {
            return PunchSlot.AM_IN;
        }
        return its == PunchSlot.PM_OUT && !punched.contains(PunchSlot.PM_IN) && time.isBefore(pmTo)
                ? PunchSlot.PM_IN
                : its;
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
