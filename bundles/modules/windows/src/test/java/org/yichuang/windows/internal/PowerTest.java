package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Period;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.windows.internal.PowerViews.DeskView;
import org.yichuang.windows.internal.PowerViews.PowerLineView;
import org.yichuang.windows.internal.PowerViews.PowerView;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** What windows may decide at this minute, and how much of that they do. */
public class PowerTest extends WindowsContract {
    private final StaticTemplates templates = new StaticTemplates();

    @Before
    public void hall() {
        world.window("3", HOUSING);
        world.window("4", HOUSING);
        world.window("5", FORESTRY);
        world.stationed(HOUSING, "BUILD", "SELL", "EXPERTS");
        world.stationed(FORESTRY, "WOOD");
        world.onDuty("bo", HOUSING, "3");
        world.issued("1号", List.of("BUILD"), List.of("SELL"));
    }

    private CallContext anybody() {
        return world.manager().by(Actor.ANONYMOUS);
    }

    private PowerView of(String window) {
        return world.assessing.power().all(anybody()).stream()
                .filter(each -> each.window().equals(window))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void theBoardChangesWhenBStepsOut() {
        assertEquals(1, of("3").decides());
        assertEquals(2, of("3").takes());
        assertEquals("B", of("3").by().get(0).rank());
        assertEquals("another window of the department only takes in", 0, of("4").decides());
        assertEquals(3, of("4").takes());
        AbsenceView out = world.attending.absences().goOut(new GoOut(null, 15, "送件"), world.clerk("bo"));
        assertEquals("张副局长", of("3").by().get(0).name());
        assertEquals("A", of("3").by().get(0).rank());
        world.attending.absences().comeBack(out.id(), world.clerk("bo"));
        assertEquals("李股长", of("3").by().get(0).name());
        world.province.at("2026-03-03T09:00");
        assertEquals("nobody where B has not come", List.of(), of("3").by());
        assertEquals(0, of("3").decides());
    }

    @Test
    public void aWindowShowsItsItems() {
        List<PowerLineView> lines = world.assessing.power().of("3", anybody()).items();
        assertEquals(
                List.of("BUILD", "EXPERTS", "SELL"),
                lines.stream().map(PowerLineView::item).toList());
        assertEquals("1号", lines.get(0).by().letter());
        assertNull("granted in part: the department decides", lines.get(2).by());
        assertEquals("window-unknown", codeOf(() -> world.assessing.power().of("9", anybody())));
        String page = templates
                .powersheet(PagesTest.ui(), world.assessing.power().of("3", anybody()))
                .render();
        assertTrue(page, page.contains("power.does") && page.contains("power.only"));
        assertTrue(templates
                .power(PagesTest.ui(), world.assessing.power().all(anybody()))
                .render()
                .contains("/windows/power/3"));
    }

    @Test
    public void theRegistryDeskIndexIsWhatIsGrantedAndUsed() {
        world.figures.others.put("cases.accepted", Map.of("3", new Fraction(40, 1), "5", new Fraction(10, 1)));
        world.figures.others.put("cases.decided", Map.of("3", new Fraction(30, 1)));
        List<DeskView> desks = world.assessing.registryDesk().of(Period.last(30, TODAY), world.clerk("bo"));
        DeskView third = desks.stream()
                .filter(each -> each.window().equals("3"))
                .findFirst()
                .orElseThrow();
        assertEquals(new BigDecimal("33.33"), third.granted());
        assertEquals(new BigDecimal("75.00"), third.used());
        assertEquals("one of three, three of four", new BigDecimal("25.00"), third.index());
        DeskView fifth = desks.stream()
                .filter(each -> each.window().equals("5"))
                .findFirst()
                .orElseThrow();
        assertEquals("only takes papers", new BigDecimal("0.00"), fifth.index());
        assertTrue(templates.registrydesk(PagesTest.ui(), desks).render().contains("30 / 40"));
        assertEquals(
                "not-signed-in", codeOf(() -> world.assessing.registryDesk().of(Period.last(30, TODAY), anybody())));
    }

    @Test
    public void aDepartmentThatIsCalledOtherwiseNowKeepsWhatItsLettersGrant() {
        world.departments.list(HAIYANG, HOUSING, FORESTRY);
        world.departments.rename(HAIYANG, HOUSING, "住建局");
        assertEquals(
                List.of(new BigDecimal("33.33"), new BigDecimal("33.33")),
                world.assessing.registryDesk().of(Period.last(30, TODAY), world.clerk("bo")).stream()
                        .limit(2)
                        .map(DeskView::granted)
                        .toList());
    }
}
