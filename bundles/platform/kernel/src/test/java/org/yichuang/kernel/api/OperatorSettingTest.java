package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.Test;

/** A slip of the pen in a file of settings. */
public class OperatorSettingTest {
    private static final String KEY = "org.yichuang.things.cfg key";

    @Test
    public void whatIsWellWrittenHolds() {
        assertEquals(5, OperatorSetting.number(KEY, " 5 ", 1, 30));
        assertEquals(Duration.ofDays(8), OperatorSetting.duration(KEY, "P8D", "P1D"));
        assertTrue(OperatorSetting.flag(KEY, "TRUE", false));
        assertFalse(OperatorSetting.flag(KEY, "false", true));
    }

    @Test
    public void whatCannotBeReadLeavesTheUsual() {
        for (String given : List.of("", "x", "1.5", "0", "-1", "99999999999999999999")) {
            assertEquals(given, 30, OperatorSetting.number(KEY, given, 1, 30));
        }
        for (String given : List.of("", "10", "P1Y", "PT0S", "-PT1S")) {
            assertEquals(given, Duration.ofDays(1), OperatorSetting.duration(KEY, given, "P1D"));
        }
        for (String given : List.of("", "yes", "1")) {
            assertTrue(given, OperatorSetting.flag(KEY, given, true));
        }
    }
}
