package org.yichuang.cases.internal.rest;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.internal.CaseTimes.CaseTime;
import org.yichuang.cases.internal.CauseNames;
import org.yichuang.cases.internal.domain.Cause;

/**
 * Where the time of a case has gone.
 *
 * @param until until when it is told: today, as long as the case goes on
 * @param workingDays after the day on which it came in; what is charged adds up to them
 * @param charged how many of them to whom
 * @param stretches which days, in their order
 */
record TimeView(String number, LocalDate until, int workingDays, List<Charged> charged, List<StretchView> stretches) {
    /** Working days that are charged to one. */
    record Charged(String cause, String name, int workingDays) {}

    /** Some days in which one had the case: those after the first one named, until the second. */
    record StretchView(String cause, String name, LocalDate after, LocalDate until, int workingDays) {}

    static TimeView of(CaseTime time) {
        return new TimeView(
                time.number(),
                time.until(),
                time.workingDays(),
                time.byCause().entrySet().stream()
                        .map(part -> new Charged(part.getKey().key(), name(part.getKey()), part.getValue()))
                        .toList(),
                time.stretches().stream()
                        .map(each -> new StretchView(
                                each.cause().key(), name(each.cause()), each.from(), each.to(), each.days()))
                        .toList());
    }

    private static String name(Cause cause) {
        return CauseNames.of(cause).zh();
    }
}
