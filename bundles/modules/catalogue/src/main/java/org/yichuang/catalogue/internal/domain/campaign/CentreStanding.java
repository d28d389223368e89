package org.yichuang.catalogue.internal.domain.campaign;

import java.time.LocalDate;
import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How a centre stands to a clean-up. */
public enum CentreStanding {
    /** It still has time. */
    OPEN,
    /** It has reported in time. */
    IN_TIME,
    /** It has reported after its last day. */
    LATE,
    /** Its last day has passed without a report. */
    MISSING;

    /**
     * How one stands.
     *
     * @param reportedOn the day on which the first round that counts was entered, or null
     */
    public static CentreStanding of(LocalDate lastDay, LocalDate reportedOn, LocalDate today) {
        if (reportedOn == null) {
            return today.isAfter(lastDay) ? MISSING : OPEN;
        }
        return reportedOn.isAfter(lastDay) ? LATE : IN_TIME;
    }

    /** Whether it has reported. */
    public boolean hasReported() {
        return this == IN_TIME || this == LATE;
    }

    /** Whether it is, or was, late. */
    public boolean isLate() {
        return this == LATE || this == MISSING;
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                CentreStanding.class,
                "standing." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
