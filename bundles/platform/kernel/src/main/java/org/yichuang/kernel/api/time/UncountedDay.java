package org.yichuang.kernel.api.time;

import java.time.LocalDate;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A day that did not count, and why.
 *
 * @param day the day
 * @param reason why
 * @param provisional whether the reason may yet change, see {@link DayKind#provisional()}
 */
public record UncountedDay(LocalDate day, LocalizedMessage reason, boolean provisional) {}
