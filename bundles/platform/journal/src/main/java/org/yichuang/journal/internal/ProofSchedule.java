package org.yichuang.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yichuang.kernel.api.CallContext;

/** When trails are proved without anybody asking. */
final class ProofSchedule {
    /** Nights are not equally long apart. */
    private static final Duration TOLERANCE = Duration.ofHours(6);

    private final int hour;
    private final long wholeDays;

    /** @param settings the hour of the day, and after how many days everything is proved; 0 for never */
    ProofSchedule(JournalSettings settings) {
        this.hour = settings.now().proofHour();
        this.wholeDays = settings.now().proofWholeDays();
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
