package org.yichuang.kernel.api.time;

import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What a calendar says about a day.
 *
 * @param workday whether offices work
 * @param reason why: 周末, 春节（国务院放假安排）, 调休上班（春节）, 工作日
 * @param provisional whether the arrangement that governs the day is not known yet, so that this may change (R2-04)
 */
public record DayKind(boolean workday, LocalizedMessage reason, boolean provisional) {}
