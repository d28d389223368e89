package org.yichuang.kernel.api.time;

import java.time.LocalDate;

/**
 * A day on which a notice departs from the week, or confirms it.
 *
 * @param region division code for which it holds; {@link CalendarTable#NATIONAL} for the whole country
 * @param day the day
 * @param workday whether offices work
 * @param name the holiday that it belongs to, also for make-up working days, e.g. 春节
 * @param source the document that says so
 */
public record CalendarDay(String region, LocalDate day, boolean workday, String name, String source) {}
