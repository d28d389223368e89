package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which days count, reckoned anew from what the notices say: nothing of the platform's own arithmetic is used. */
public final class WorkDays {
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final int FRIDAY = 5;
    private static final int NEXT_NOTICE_FROM = 29;

    private final Map<LocalDate, Boolean> said;

    /** @param said days of which a notice speaks: whether they are worked on */
    public WorkDays(Map<LocalDate, Boolean> said) {
        this.said = Map.copyOf(said);
    }

    /** A time in which limits stand: the day after the first one is the first that does not count. */
    public record Stop(LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return day.isAfter(from) && (to == null || !day.isAfter(to));
        }

        /** The same, ended by a day. */
        Stop until(LocalDate day) {
            return to == null ? new Stop(from, day) : this;
        }
    }

    /** A limit: how many days, of which kind. */
    public record Days(int amount, boolean areWorkdays) {}

    boolean isWorked(LocalDate day) {
        return said.getOrDefault(day, day.getDayOfWeek().getValue() <= FRIDAY);
    }

    /** Whether a notice has spoken of it: that of a year may begin with the last days of the one before (R2-04). */
    boolean isCertain(LocalDate day) {
        boolean isOfNext = isOfNextNotice(day);
        return said.containsKey(day) || isKnown(day.getYear()) && (!isOfNext || isKnown(day.getYear() + 1));
    }

    private boolean isKnown(int year) {
        return said.keySet().stream().anyMatch(day -> day.getYear() == year && !isOfNextNotice(day));
    }

    private static boolean isOfNextNotice(LocalDate day) {
        return day.getMonthValue() == Month.DECEMBER.getValue() && day.getDayOfMonth() >= NEXT_NOTICE_FROM;
    }

    LocalDate next(LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (!isWorked(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** How many are worked on after a day, until another. */
    int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorked)
                .count();
    }

    /** The last one after a day that is worked on, until another; the day itself where there is none. */
    LocalDate lastUntil(LocalDate from, LocalDate end) {
        LocalDate day = end;
        while (day.isAfter(from) && !isWorked(day)) {
            day = day.minusDays(1);
        }
        return day.isAfter(from) ? day : from;
    }

    /** From which day on it counts that something has come: online, as by letter, not after closing time (R2-09). */
    LocalDate receipt(LocalDateTime at, boolean isOverTheCounter) {
        LocalDate day = at.toLocalDate();
        boolean isOpen = isWorked(day) && !at.toLocalTime().isAfter(CLOSING);
        return isOverTheCounter || isOpen ? day : next(day);
    }

    /**
     * The last day (R2-05 to R2-08); none while it stands.
     *
     * @param more working days on top
     */
    Optional<LocalDate> last(LocalDate start, Days limit, int more, List<Stop> stops) {
        Walk walk = new Walk(start, stops);
        walk.count(limit.amount(), limit.areWorkdays());
        if (more > 0 && !limit.areWorkdays()) {
            walk.toWorkday();
        }
        walk.count(more, true);
        walk.toWorkday();
        return walk.isStanding ? Optional.empty() : Optional.of(walk.day);
    }

    private final class Walk {
        private final List<Stop> stops;
        private LocalDate day;
        private boolean isStanding;

        Walk(LocalDate start, List<Stop> stops) {
            this.day = start;
            this.stops = stops;
        }

        void count(int days, boolean areWorkdays) {
            int left = days;
            while (left > 0 && !isStanding) {
                day = day.plusDays(1);
                boolean isStopped = isStopped();
                isStanding = isStopped && isStanding();
                left -= isStopped || areWorkdays && !isWorked(day) ? 0 : 1;
            }
        }

        void toWorkday() {
            while (!isStanding && (!isWorked(day) || isStopped())) {
                isStanding = isStanding();
                day = day.plusDays(1);
            }
        }

        /** Most limits never stop, and are walked along for each figure of each month. */
        private boolean isStopped() {
            return !stops.isEmpty() && stops.stream().anyMatch(stop -> stop.holds(day));
        }

        private boolean isStanding() {
            return !stops.isEmpty() && stops.stream().anyMatch(stop -> stop.to() == null && stop.holds(day));
        }
    }
}
