package org.yichuang.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/** What nobody decides: the same for the same seed. */
final class Chance {
    private static final int PERCENT = 100;

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** Another one, which goes on by itself. */
    Chance branch() {
        return new Chance(random.nextLong());
    }

    /** Whether something happens that happens in so many of a hundred cases. */
    boolean in(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** How many days people take: mostly few, now and then very many. */
    int days() {
        int lot = random.nextInt(PERCENT);
        if (lot < 35) {
            return 0;
        }
        if (lot < 70) {
            return between(1, 4);
        }
        return lot < 93 ? between(5, 14) : between(15, 60);
    }

    /** How many days an application lies at the window: seldom long. */
    int daysAtIntake() {
        return in(85) ? between(0, 3) : days();
    }

    /** An hour at which an office works, seldom on a weekend, after some days. */
    LocalDateTime atWork(LocalDateTime now, int days) {
        LocalDateTime then = now.toLocalDate().plusDays(days).atTime(LocalTime.of(between(8, 17), between(0, 59)));
        LocalDateTime later = then.isAfter(now) ? then : now.plusMinutes(between(5, 45));
        boolean isWeekend = later.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return isWeekend && !in(5) ? nextMonday(later) : later;
    }

    private static LocalDateTime nextMonday(LocalDateTime weekend) {
        LocalDate day = weekend.toLocalDate();
        return day.plusDays(
                        DayOfWeek.SUNDAY.getValue() + 1L - day.getDayOfWeek().getValue())
                .atTime(weekend.toLocalTime());
    }

    /** Any hour at which people sit before their computers, after some days; now and then a second before midnight. */
    LocalDateTime atHome(LocalDateTime now, int days) {
        LocalTime hour = in(2) ? LocalTime.of(23, 59, 59) : LocalTime.of(between(6, 23), between(0, 59));
        LocalDateTime then = now.toLocalDate().plusDays(days).atTime(hour);
        return then.isAfter(now) ? then : now.plusMinutes(between(5, 45));
    }
}
