package org.yichuang.itests.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.junit.runners.Parameterized.Parameters;

/** Journey 6: the figures of the day, and the cases behind each. */
public class ManagerJourney extends AtBothWidths {
    private static final int FIGURES = 7;

    @Parameters(name = "{0} px")
    public static Object[] widths() {
        return ofStaff();
    }

    @Test
    public void everyFigureOpensItsRows() throws Exception {
        Person manager = named("manager", "haiyang");
        assertTrue(manager.place(), manager.place().startsWith("/haiyang/indicators"));
        manager.look();
        for (int i = 1; i <= FIGURES; i++) {
            manager.open("/haiyang/indicators?days=30");
            String figure = ".figures li:nth-child(" + i + ") ";
            String value = manager.read(figure + ".value");
            manager.press(figure + "a");
            assertEquals(manager.place(), value, manager.read(".figures .value"));
            if (value.endsWith("件")) {
                int number = Integer.parseInt(value.replace(" 件", ""));
                assertEquals(manager.place(), number, manager.count(".rows tbody tr"));
            }
            manager.look();
        }
    }

    @Test
    public void thePlotHasATableBesideIt() throws Exception {
        Person manager = named("manager", "haiyang");
        manager.open("/haiyang/indicators/cases.received?by=day");
        manager.awaitSight(".plot svg, .plot canvas", 1);
        assertTrue(manager.has("main table"));
        manager.look();
    }
}
