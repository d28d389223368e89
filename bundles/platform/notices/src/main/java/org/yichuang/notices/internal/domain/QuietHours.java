package org.yichuang.notices.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours in which nobody's telephone is to ring; over midnight where they end before they begin, never where both
 * are the same.
 *
 * @param from the first quiet moment of a day
 * @param until the first moment that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime until) {
    /** How long it is still quiet; zero when it is not. */
    public Duration left(Instant at, ZoneId zone) {
        ZonedDateTime now = at.atZone(zone);
        LocalTime time = now.toLocalTime();
        boolean isQuiet = from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : from.isAfter(until) && (!time.isBefore(from) || time.isBefore(until));
        if (!isQuiet) {
            return Duration.ZERO;
        }
        ZonedDateTime end = now.with(until);
        return Duration.between(now, end.isAfter(now) ? end : end.plusDays(1));
    }
}
