package org.yichuang.windows.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

/** Days as people write them. */
public class PlainDayTest {
    @Test
    public void whatNoDatabaseKeepsIsNoDay() {
        assertEquals(LocalDate.of(9999, 12, 31), PlainDay.of("9999-12-31"));
        for (String text : List.of("", "+10000-01-01", "-0001-01-01", "0000-01-01", "2026-02-30", "yesterday")) {
            assertNull(text, PlainDay.of(text));
        }
    }
}
