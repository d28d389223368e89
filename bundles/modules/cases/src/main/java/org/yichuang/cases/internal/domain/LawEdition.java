package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.kernel.api.time.Limit;

/**
 * What the law gives in days, as it stands from a day on.
 *
 * @param from the first day on which it is so
 * @param licensing the Administrative Licensing Law about what is applied for
 * @param extensions by how much the limit of a decision may be extended
 * @param hearings the same about hearings
 * @param remedies how long a refusal may be disputed
 * @param words what its keys in the bundles of sentences end with, as {@code .2030}; empty for the first
 */
public record LawEdition(
        LocalDate from, Licensing licensing, Extensions extensions, Hearings hearings, Remedy remedies, String words) {
    /**
     * @param notice within which somebody answers (art. 32; R1-04)
     * @param decision within which is decided or pre-reviewed (art. 42, 43; R1-19)
     * @param survey within which somebody is sent to see (art. 55; R1-18)
     * @param delivery within which the result is delivered (art. 44)
     */
    public record Licensing(Limit notice, Limit decision, Limit survey, Limit delivery) {}

    /**
     * @param most working days where one decides (art. 42 para 1; R1-21)
     * @param joint the same where several departments examine beside each other (art. 42 para 2)
     */
    public record Extensions(int most, int joint) {}

    /**
     * @param toAsk within which one is asked for (art. 47; R1-26)
     * @param toHold within which it is held (art. 47; R1-28)
     * @param notice that long before it time and place are told (art. 48; R1-27)
     */
    public record Hearings(Limit toAsk, Limit toHold, Limit notice) {}

    /**
     * @param reconsideration the days of the Administrative Reconsideration Law art. 20 (R1-38)
     * @param litigationMonths the months of the Administrative Litigation Law art. 46 (R1-40)
     * @param untoldYears the years of whoever was not told
     * @param announced after which an announcement counts as served (Civil Procedure Law art. 95; R1-43)
     */
    public record Remedy(Limit reconsideration, int litigationMonths, int untoldYears, Limit announced) {}
}
