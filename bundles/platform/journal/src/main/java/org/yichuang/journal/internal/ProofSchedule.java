package org.yichuang.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.OperatorSetting;

/** When trails are proved without anybody asking. */
final class ProofSchedule {
    private static final long USUAL_HOUR = 3;
    private static final long LAST_HOUR = 23;
    private static final long USUAL_DAYS = 7;
    /** Nights are not equally long apart. */
    private static final Duration TOLERANCE = Duration.ofHours(6);

    private final int hour;
    private final long wholeDays;

    /**
     * @param hour the hour of the day, 1 to 23; 0 for never
     * @param wholeDays after how many days everything is proved; 0 for never
     */
    ProofSchedule(String hour, String wholeDays) {
        long given = OperatorSetting.number("org.yichuang.journal.cfg proof.hour", hour, 0, USUAL_HOUR);
        this.hour = (int) Math.min(LAST_HOUR, given);
        this.wholeDays = OperatorSetting.number("org.yichuang.journal.cfg proof.whole.days", wholeDays, 0, USUAL_DAYS);
    }

    boolean isOff() {
        return hour == 0;
    }

    /** Whether the hour has come since a moment. */
    boolean isDue(Instant since, Instant now) {
        if (isOff()) {
            return false;
        }
        ZonedDateTime local = now.atZone(CallContext.ZONE);
        ZonedDateTime today = local.truncatedTo(ChronoUnit.DAYS).withHour(hour);
        ZonedDateTime last = today.isAfter(local) ? today.minusDays(1) : today;
        return since.isBefore(last.toInstant());
    }

    /** Whether everything is to be proved. */
    boolean isWholeDue(Optional<Instant> lastWhole, Instant now) {
        return wholeDays > 0
                && lastWhole
                        .filter(last -> last.plus(Duration.ofDays(wholeDays)).isAfter(now.plus(TOLERANCE)))
                        .isEmpty();
    }
}
