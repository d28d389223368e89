package org.yichuang.kernel.api.time;

import java.time.LocalDate;

/**
 * A day that did not count, and why.
 *
 * @param day the day
 * @param reasonZh in Chinese
 * @param reasonEn in English
 * @param provisional whether the reason may yet change, see {@link DayKind#provisional()}
 */
public record UncountedDay(LocalDate day, String reasonZh, String reasonEn, boolean provisional) {}
