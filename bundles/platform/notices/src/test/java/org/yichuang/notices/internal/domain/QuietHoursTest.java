package org.yichuang.notices.internal.domain;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.Test;

public class QuietHoursTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Test
    public void aNightEndsInTheMorning() {
        QuietHours night = hours("21:00", "08:00");

        assertEquals(Duration.ZERO, left(night, "20:59:59"));
        assertEquals(Duration.ofHours(11), left(night, "21:00:00"));
        assertEquals(Duration.ofSeconds(1), left(night, "07:59:59"));
        assertEquals(Duration.ZERO, left(night, "08:00:00"));
    }

    @Test
    public void aRestAtNoonEndsTheSameDay() {
        QuietHours noon = hours("12:00", "13:30");

        assertEquals(Duration.ZERO, left(noon, "11:59:59"));
        assertEquals(Duration.ofMinutes(90), left(noon, "12:00:00"));
        assertEquals(Duration.ZERO, left(noon, "13:30:00"));
    }

    @Test
    public void wherePauseBeginsWhenItEndsThereIsNone() {
        assertEquals(Duration.ZERO, left(hours("08:00", "08:00"), "08:00:00"));
    }

    private static QuietHours hours(String from, String until) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Duration left(QuietHours hours, String time) {
        return hours.left(
                LocalDateTime.parse("2026-03-02T" + time).atZone(CHINA).toInstant(), CHINA);
    }
}
