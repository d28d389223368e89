package org.yichuang.cases.api;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * One clock of a case and why its date is what it is.
 *
 * @param kind {@code notice} (5 working days to answer the submission), {@code pre-review}, {@code decision}
 *     (statutory),
 *     {@code promise}, {@code delivery} (10 working days from the decision)
 * @param kindName the same in Chinese
 * @param centre the tenant whose clock it is
 * @param centreName its name
 * @param start the day from which it counts (that day not counted, R2-05)
 * @param limit how long, e.g. {@code 20 工作日}
 * @param date the last day, or null while a suspension is open
 * @param provisional whether a year without calendar lies in it (R2-04)
 * @param state {@code RUNNING}, {@code MET} or {@code MISSED}, {@code STOPPED} when it no longer matters and
 *     had not run out before
 * @param workingDaysLeft how many working days are left, less than 0 when it is over; with those that are left when it
 *     goes on while a suspension is open; null when nothing waits for it
 * @param light green, yellow or red (R3-33); null when nothing waits for it
 * @param explanation sentences in Chinese: what was skipped and why, by which rule
 * @param explanationEn the same in English
 * @param skipped the days not counted, with their reasons
 */
public record DeadlineView(
        String kind,
        String kindName,
        String centre,
        String centreName,
        LocalDate start,
        String limit,
        LocalDate date,
        boolean provisional,
        String state,
        Integer workingDaysLeft,
        String light,
        String explanation,
        String explanationEn,
        List<SkippedDay> skipped) {
    /** A day that was not counted. */
    public record SkippedDay(LocalDate day, String reason, String reasonEn) {
        /** The reason in the language of who reads it. */
        public LocalizedMessage why() {
            return new BilingualText(reason, reasonEn);
        }
    }

    /** The explanation in the language of who reads it. */
    public LocalizedMessage why() {
        return new BilingualText(explanation, explanationEn);
    }
}
