package org.yichuang.itests.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Journey 6: the figures of the day, and the cases behind each. */
public class ManagerJourney extends AtBothWidths {
    private static final int FIGURES = 7;

    @Test
    public void everyFigureOpensItsRows() throws Exception {
        Person manager = named("manager", "haiyang");
        assertTrue(manager.place(), manager.place().startsWith("/haiyang/figures"));
        manager.look();
        for (int i = 1; i <= FIGURES; i++) {
            manager.open("/haiyang/figures?days=30");
            String figure = ".figures li:nth-child(" + i + ") ";
            int number = Integer.parseInt(manager.read(figure + ".value"));
            manager.press(figure + "a");
            assertEquals(manager.place(), number, manager.count("tbody tr"));
            manager.look();
        }
    }

    @Test
    public void thePlotHasATableBesideIt() throws Exception {
        Person manager = named("manager", "haiyang");
        manager.open("/haiyang/figures?days=30");
        manager.awaitSight(".plot svg, .plot canvas", 1);
        assertTrue(manager.has("main table"));
        manager.look();
    }
}
