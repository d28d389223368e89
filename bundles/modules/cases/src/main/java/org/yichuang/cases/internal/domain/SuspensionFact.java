package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.time.Suspension;

/**
 * A special procedure for which the clocks stand (R1-20).
 *
 * @param procedure which
 * @param from the last day that counts
 * @param to the last day that does not, or null while it lasts
 * @param plannedWorkingDays how long it was going to take
 * @param reason why it was needed
 */
public record SuspensionFact(
        SpecialProcedure procedure, LocalDate from, LocalDate to, int plannedWorkingDays, String reason) {
    SuspensionFact until(LocalDate day) {
        return new SuspensionFact(procedure, from, Clock.later(from, day), plannedWorkingDays, reason);
    }

    /** Whether it says all that a centre tells of it; what nobody plans is not told. */
    boolean isTold() {
        return procedure != null
                && from != null
                && reason != null
                && plannedWorkingDays >= 1
                && plannedWorkingDays <= ClockWork.LONGEST_PLAN
                && (to == null || !to.isBefore(from));
    }

    /** The same as clocks reckon with it. */
    Suspension ofClocks() {
        return new Suspension(from, to, procedure.label().zh());
    }
}
