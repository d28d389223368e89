package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;
import static org.yichuang.windows.internal.WindowsWorld.proposal;
import static org.yichuang.windows.internal.WindowsWorld.signed;

import java.util.List;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.windows.api.LetterState;
import org.yichuang.windows.api.PointKind;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.WindowKind;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.Member;
import org.yichuang.windows.internal.WindowsCommands.OpenPoint;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.LetterView;
import org.yichuang.windows.internal.WindowsViews.PointView;
import org.yichuang.windows.internal.WindowsViews.StaffView;
import org.yichuang.windows.internal.WindowsViews.StationingView;
import org.yichuang.windows.internal.WindowsViews.WindowView;
import org.yichuang.windows.internal.rest.AuthorityResource;
import org.yichuang.windows.internal.rest.ItemResource;
import org.yichuang.windows.internal.rest.LetterResource;
import org.yichuang.windows.internal.rest.PointResource;
import org.yichuang.windows.internal.rest.StaffResource;
import org.yichuang.windows.internal.rest.StationingResource;
import org.yichuang.windows.internal.rest.WindowResource;

/** The hall as callers of the interface meet it. */
public class WindowsRestTest extends WindowsContract {
    private static <T> T made(Response answer, Class<T> view, String place) {
        assertEquals(201, answer.getStatus());
        assertTrue(
                answer.getLocation().toString(),
                answer.getLocation().toString().startsWith("haiyang/windows/" + place));
        return view.cast(answer.getEntity());
    }

    /** It is read in the list that it was added to: nothing tells of a place where there is none. */
    private static <T> T added(Response answer, Class<T> view) {
        assertEquals(201, answer.getStatus());
        assertNull(answer.getLocation());
        assertEquals("\"1\"", answer.getHeaderString("ETag"));
        return view.cast(answer.getEntity());
    }

    private static <T> T now(Response answer, Class<T> view, int version) {
        assertEquals(200, answer.getStatus());
        assertEquals("\"" + version + "\"", answer.getHeaderString("ETag"));
        return view.cast(answer.getEntity());
    }

    @Test
    public void aHallIsOpenedWithADepartmentItsItemsAndItsWindow() {
        PointResource points = new PointResource(world.hall);
        OpenPoint hall = new OpenPoint(PointKind.HALL, "政务大厅", "海政路1号", null, null, null, null, null, null, null, null);
        PointView point = added(points.openPoint(hall, world.manager()), PointView.class);
        assertEquals(1, points.list(null, null, world.clerk("anybody")).items().size());

        StationingResource stationings = new StationingResource(world.hall);
        Station comes = new Station(HOUSING, StationingKind.LOCAL, TODAY, null, null);
        String id = added(stationings.station(comes, world.manager()), StationingView.class)
                .id();
        now(stationings.enter(id, new Enter(List.of("BUILD")), world.manager()), StationingView.class, 1);
        ItemResource items = new ItemResource(world.hall);
        assertEquals(1, items.list(null, null, world.manager()).items().size());
        assertEquals(
                TODAY, items.leave("BUILD", new Reason("划出"), world.manager()).leftOn());

        WindowResource windows = new WindowResource(world.hall);
        OpenWindow window = new OpenWindow(
                "3",
                "住建窗口",
                point.id(),
                WindowKind.DEPARTMENT,
                List.of(new Member(HOUSING, null)),
                new WindowsCommands.Position(1, 4, 2),
                null,
                null);
        WindowView opened = added(windows.openWindow(window, world.manager()), WindowView.class);
        assertEquals(4, opened.position().x());
        assertTrue(now(windows.close("3", new Reason("并入"), world.manager()), WindowView.class, 2)
                .closed());
        now(points.close(point.id(), new Reason("搬迁"), world.manager()), PointView.class, 2);
        sound();
    }

    @Test
    public void aLetterGoesItsWayAndTellsWhoMay() {
        world.window("3", HOUSING);
        String bo = world.onDuty("bo", HOUSING, "3");
        world.stationed(HOUSING);
        LetterResource letters = new LetterResource(world.letters, world.papers);
        LetterView proposed = made(
                letters.propose(
                        proposal("海住建委〔2026〕1号", List.of("BUILD"), List.of(), TODAY, TODAY.plusYears(1)),
                        world.liaison(HOUSING)),
                LetterView.class,
                "letters/%E6%B5%B7");
        String number = proposed.number();
        now(letters.consent(number, new Words("同意"), world.manager()), LetterView.class, 2);
        now(letters.issue(number, signed(), world.liaison(HOUSING)), LetterView.class, 3);
        assertTrue(
                now(letters.find(number, world.manager()), LetterView.class, 3).holds());
        String paper = letters.documents(number, world.manager()).items().get(0).href();
        assertTrue(paper, paper.matches("/api/haiyang/windows/letters/%E6.*/documents/D0"));

        assertEquals("letter-unknown", codeOf(() -> letters.documents("9", world.manager())));

        AuthorityResource authority = new AuthorityResource(world.authorities);
        assertTrue(authority.ask("BUILD", "DECIDE", "bo", world.manager()).allowed());
        StaffResource staff = new StaffResource(world.staff);
        Response away = staff.away(bo, new Away(TODAY, "开会"), world.clerk("bo"));
        assertEquals(TODAY, ((StaffView) away.getEntity()).awayUntil());
        assertEquals(
                "authority-absent",
                authority.ask("BUILD", "DECIDE", "bo", world.manager()).code());
        assertTrue(authority.ask("BUILD", "DECIDE", "anna", world.manager()).allowed());
        LetterView revoked = now(letters.revoke(number, new Reason("撤销"), world.manager()), LetterView.class, 4);
        assertEquals(LetterState.REVOKED, revoked.state());
        assertEquals(
                "authority-expired",
                authority.ask("BUILD", "DECIDE", "anna", world.manager()).code());
        assertEquals(1, letters.list(null, null, world.clerk("c")).items().size());
    }
}
