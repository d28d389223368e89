package org.yichuang.indicators.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Some days, both ends included.
 *
 * @param from the first day
 * @param to the last day
 */
public record Period(LocalDate from, LocalDate to) {
    /** The longest period that can be asked for, in days. */
    public static final int LONGEST = 3 * 366;

    /**
     * @throws ProblemException {@link CommonError#FIELDS_INVALID} when it ends before it begins
     */
    public Period {
        if (to.isBefore(from)) {
            throw invalid();
        }
    }

    /**
     * Refuses what is too long to be asked for.
     *
     * @throws ProblemException {@link CommonError#FIELDS_INVALID} when it has more than {@link #LONGEST} days
     */
    public Period requireLength() {
        if (days() > LONGEST) {
            throw invalid();
        }
        return this;
    }

    private static ProblemException invalid() {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, "to", LocalizedMessage.of(Period.class, "period.invalid", LONGEST));
    }

    /** The last days, today included. */
    public static Period last(int days, LocalDate today) {
        return new Period(today.minusDays(days - 1L), today);
    }

    /** The same days a year before, with 29 February if it is between them; of 29 February, the 28th. */
    public Period lastYear() {
        return new Period(from.minusYears(1), to.minusYears(1));
    }

    /** How many days it has. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
