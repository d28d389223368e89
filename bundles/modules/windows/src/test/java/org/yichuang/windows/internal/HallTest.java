package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.PointKind;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.WindowKind;
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.Member;
import org.yichuang.windows.internal.WindowsCommands.OpenPoint;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Section;
import org.yichuang.windows.internal.WindowsCommands.Statement;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.WindowsCommands.Withdraw;
import org.yichuang.windows.internal.WindowsViews.ItemView;
import org.yichuang.windows.internal.WindowsViews.PointView;
import org.yichuang.windows.internal.WindowsViews.StationingView;
import org.yichuang.windows.internal.WindowsViews.WindowView;

/** Places, departments that work there with their items, and windows. */
public class HallTest extends WindowsContract {
    private static final PageRequest PAGE = PageRequest.of(null, null);

    private OpenWindow merged(String number, List<Member> members, String reason, String... of) {
        String point = world.hall.points(PAGE, world.clerk("x")).items().get(0).id();
        return new OpenWindow(number, "综合窗口", point, WindowKind.COMPREHENSIVE, members, null, List.of(of), reason);
    }

    @Test
    public void departmentsJoinAComprehensiveWindowByTheConsentOfTheCentreOnly() {
        world.window("1", HOUSING);
        world.window("2", FORESTRY);
        List<Member> unasked = List.of(new Member(HOUSING, "海政服〔2026〕3号"), new Member(FORESTRY, null));
        List<Member> asked = List.of(new Member(HOUSING, "海政服〔2026〕3号"), new Member(FORESTRY, "海政服〔2026〕4号"));
        assertEquals(
                "consent-missing",
                codeOf(() -> world.hall.openWindow(merged("9", unasked, "事项少", "1", "2"), world.manager())));
        assertEquals(
                "consent-missing",
                codeOf(() ->
                        world.hall.openWindow(merged("9", asked.subList(0, 1), "事项少", "1", "2"), world.manager())));
        assertEquals("reason", field(() -> world.hall.openWindow(merged("9", asked, null, "1", "2"), world.manager())));
        assertTrue(
                "what was refused has closed nothing",
                world.hall.windows(PAGE, world.manager()).items().stream().noneMatch(WindowView::closed));

        WindowView made = world.hall.openWindow(merged("9", asked, "事项少", "1", "2"), world.manager());
        assertEquals(List.of("1", "2"), made.predecessors());
        List<WindowView> all = world.hall.windows(PAGE, world.manager()).items();
        assertEquals(2, all.stream().filter(WindowView::closed).count());
        assertEquals("window-closed", codeOf(() -> world.hall.closeWindow("1", new Reason("再关一次"), world.manager())));
        assertEquals("window-known", codeOf(() -> world.hall.openWindow(merged("9", asked, null), world.manager())));
        sound();
    }

    @Test
    public void aDepartmentWorksAtTheCentreOnceAndItsOwnItemsEnter() {
        Station said = new Station(
                HOUSING,
                StationingKind.LOCAL,
                TODAY,
                new Section("行政审批科", TODAY, true, 4, 2),
                new Statement("王局长", "李股长", TODAY, 2));
        StationingView made = world.hall.station(said, world.manager());
        assertTrue(made.present());
        assertEquals("行政审批科", made.section().name());
        assertEquals("stationing-known", codeOf(() -> world.hall.station(said, world.manager())));
        assertEquals(
                "item-not-of-department",
                codeOf(() -> world.hall.enter(made.id(), new Enter(List.of("BUILD", "WOOD")), world.manager())));
        assertEquals(0, world.hall.items(PAGE, world.manager()).items().size());
        assertEquals(
                "item-unknown", codeOf(() -> world.hall.enter(made.id(), new Enter(List.of("NONE")), world.manager())));
        world.hall.enter(made.id(), new Enter(List.of("BUILD", "SELL")), world.manager());
        world.hall.enter(made.id(), new Enter(List.of("BUILD")), world.manager());
        assertEquals(2, world.hall.items(PAGE, world.manager()).items().size());
        assertEquals(
                TODAY,
                world.hall.leave("SELL", new Reason("划出"), world.manager()).leftOn());
        assertEquals("not-found", codeOf(() -> world.hall.leave("SELL", new Reason("划出"), world.manager())));

        assertFalse(world.hall
                .withdraw(made.id(), new Withdraw(TODAY, "海政办〔2026〕7号"), world.manager())
                .present());
        assertEquals(
                "stationing-unknown",
                codeOf(() -> world.hall.enter(made.id(), new Enter(List.of("BUILD")), world.manager())));
        sound();
    }

    @Test
    public void noDepartmentHandsOverMoreItemsThanThereCanBe() {
        assertEquals("statement.items", field(() -> handsOver(2_000_000_000)));
        assertEquals("statement.items", field(() -> handsOver(100_001)));
        assertEquals("statement.items", field(() -> handsOver(-1)));
        Section large = new Section("行政审批科", TODAY, true, -4, 2);
        Station said = new Station(HOUSING, StationingKind.LOCAL, TODAY, large, null);
        assertEquals("section.staff", field(() -> world.hall.station(said, world.manager())));
        handsOver(100_000);
    }

    private void handsOver(int items) {
        Statement statement = new Statement("王局长", "李股长", TODAY, items);
        world.hall.station(new Station(HOUSING, StationingKind.LOCAL, TODAY, null, statement), world.manager());
    }

    @Test
    public void aHallOfADepartmentThatShouldHaveBeenMergedIsLate() {
        OpenPoint late = hallOf(null);
        PointView found = world.hall.openPoint(late, world.manager());
        assertTrue(found.late());
        assertFalse(world.hall.openPoint(hallOf("烟政复〔2025〕2号"), world.manager()).late());
        world.hall.closePoint(found.id(), new Reason("并入"), world.manager());
        assertEquals(1, world.hall.points(PAGE, world.clerk("anybody")).items().size());
        assertEquals(
                "point-unknown", codeOf(() -> world.hall.closePoint(found.id(), new Reason("并入"), world.manager())));
        sound();
    }

    private static OpenPoint hallOf(String exemption) {
        return new OpenPoint(
                PointKind.DEPARTMENT_HALL,
                "不动产登记大厅",
                "海阳路9号",
                null,
                null,
                null,
                null,
                null,
                TODAY.minusYears(3),
                TODAY.minusDays(1),
                exemption);
    }

    @Test
    public void whatIsOfOneCentreNobodyElseSees() {
        world.window("1", HOUSING);
        assertEquals(
                0,
                world.hall
                        .windows(PAGE, world.as("m", "centre-manager", LAISHAN, Set.of()))
                        .items()
                        .size());
        assertEquals(
                "not-allowed",
                codeOf(() -> world.hall.closeWindow("1", new Reason("w"), world.as("c", "clerk", HAIYANG, Set.of()))));
    }

    /** The county and the city look at what a centre above decides, in the name of their own departments (K10). */
    @Test
    public void whatACentreAboveDecidesEntersWhereItComesThrough() {
        world.elsewhere.put("WOOD", SHANDONG);
        String id = world.stationed(FORESTRY);
        Enter wood = new Enter(List.of("WOOD"));
        assertEquals("another way", "item-unknown", codeOf(() -> world.hall.enter(id, wood, world.manager())));

        world.passing("WOOD", Level.COUNTY);
        world.hall.enter(id, wood, world.manager());
        assertEquals(
                List.of("WOOD"),
                world.hall.items(PAGE, world.manager()).items().stream()
                        .map(ItemView::code)
                        .toList());
    }
}
