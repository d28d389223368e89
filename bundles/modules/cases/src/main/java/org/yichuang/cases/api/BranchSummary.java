package org.yichuang.cases.api;

import java.time.LocalDate;

/**
 * A branch in a list.
 *
 * @param number the case
 * @param branch its id within the case
 * @param item the item's code; null for a party that gives its opinion only
 * @param name what is examined
 * @param bundle the name of the bundle
 * @param applicant who applies, masked for those who only look on
 * @param department who examines
 * @param decides whether a refusal stands in the way of the result
 * @param start the day from which it counts
 * @param due the last day, or null while the limits stand
 * @param workingDaysLeft how many working days are left, or null
 * @param light green, yellow or red
 * @param version of the case, for If-Match
 */
public record BranchSummary(
        String number,
        String branch,
        String item,
        String name,
        String bundle,
        String applicant,
        String department,
        boolean decides,
        LocalDate start,
        LocalDate due,
        Integer workingDaysLeft,
        String light,
        long version) {}
