package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.PagesTest.ui;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.junit.After;
import org.junit.Test;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.windows.api.PointKind;
import org.yichuang.windows.internal.WindowsCommands.OpenPoint;
import org.yichuang.windows.internal.WindowsViews.PointView;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** The pages by which places and departments come and go, and to whom they offer it. */
public class PlacePagesTest {
    private static final PageRequest PAGE = PageRequest.of(null, null);

    private final ModuleTransactions transactions = ModuleTransactions.open("windows");
    private final WindowsWorld world =
            new WindowsWorld(transactions, transactions.persistenceUnit(), new TestCentres());
    private final StaticTemplates templates = new StaticTemplates();

    @After
    public void close() {
        transactions.close();
    }

    @Test
    public void placesAreOpenedAndClosedByWhoeverManages() {
        OpenPoint late = new OpenPoint(
                PointKind.DEPARTMENT_HALL,
                "住建服务厅",
                "海政路2号",
                null,
                null,
                null,
                null,
                null,
                null,
                TODAY.minusDays(1),
                null);
        PointView made = world.hall.openPoint(late, world.manager());
        JteModel manages = templates.places(ui(), List.of(), world.hall.points(PAGE, world.manager()), true);
        String page = manages.render();
        assertTrue(page, page.contains("/haiyang/windows/places/" + made.id() + "/closure"));
        assertTrue(page, page.contains("point.merge-late") && page.contains("field:exemption"));
        JteModel looks = templates.places(ui(), List.of(), world.hall.points(PAGE, world.clerk("x")), false);
        assertFalse(looks.render().contains("<form"));
    }

    @Test
    public void departmentsComeAndGoByWhoeverManages() {
        String id = world.stationed(HOUSING, "BUILD", "SELL");
        world.stationed(FORESTRY, "WOOD");
        JteModel list = templates.stationings(ui(), List.of(), world.hall.stationings(PAGE, world.manager()), true);
        String page = list.render();
        assertTrue(page, page.contains("field:section.name") && page.contains("field:statement.windowHead"));
        JteModel one = templates.stationing(
                ui(),
                world.hall.findStationing(id, world.manager()),
                world.hall.itemsOf(HOUSING, PAGE, world.manager()),
                true);
        String shown = one.render();
        assertTrue(shown, shown.contains("BUILD") && shown.contains("/withdrawal") && shown.contains("/leaving"));
        assertFalse("another department's", shown.contains("WOOD"));
        world.hall.leave("SELL", new WindowsCommands.Reason("划出"), world.manager());
        assertEquals(
                1, world.hall.itemsOf(HOUSING, PAGE, world.manager()).items().size());
        JteModel looks = templates.stationing(
                ui(),
                world.hall.findStationing(id, world.clerk("x")),
                world.hall.itemsOf(HOUSING, PAGE, world.clerk("x")),
                false);
        assertFalse(looks.render().contains("<form"));
    }

    @Test
    public void windowsAreClosedByWhoeverManages() {
        world.window("3", HOUSING);
        JteModel windows = templates.windows(
                ui(),
                List.of(),
                world.hall.windows(PAGE, world.manager()).items(),
                null,
                List.of(),
                List.of(new org.yichuang.pages.api.Field.Option("p", "大厅")));
        assertTrue(windows.render().contains("/haiyang/windows/windows/closure"));
    }
}
