package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.StaffState;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Badge;
import org.yichuang.windows.internal.WindowsCommands.Depart;
import org.yichuang.windows.internal.WindowsCommands.Recommend;
import org.yichuang.windows.internal.WindowsCommands.Train;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.StaffView;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.StaffRows;

/** From recommendation to appraisal, and whether somebody is there. */
public class StaffTest extends WindowsContract {
    @Test
    public void nobodyHasABadgeWhoHasNotPassed() {
        world.window("3", HOUSING);
        String id = world.recommended("bo", HOUSING);
        assertEquals("staff-state", codeOf(() -> world.staff.approve(id, new Words("w"), world.manager())));
        world.staff.vet(id, new Words("考察合格"), world.manager());
        world.staff.approve(id, new Words("同意"), world.manager());
        assertEquals("badge-exam", codeOf(() -> world.staff.badge(id, new Badge("3"), world.manager())));
        Train failed = new Train("法规", TODAY, 52, false);
        assertEquals(
                StaffState.APPROVED,
                world.staff.train(id, failed, world.manager()).state());
        assertEquals("badge-exam", codeOf(() -> world.staff.badge(id, new Badge("3"), world.manager())));
        assertEquals("score", field(() -> world.staff.train(id, new Train("法规", TODAY, 101, true), world.manager())));
        world.staff.train(id, new Train("法规", TODAY, 90, true), world.manager());
        assertEquals("window-unknown", codeOf(() -> world.staff.badge(id, new Badge("4"), world.manager())));
        StaffView badged = world.staff.badge(id, new Badge("3"), world.manager());
        assertEquals(StaffState.ON_DUTY, badged.state());
        assertEquals(2, badged.trainings().size());
        assertFalse("has not come today", badged.onDuty());
        sound();
    }

    @Test
    public void whoGoesIsAppraised() {
        world.window("3", HOUSING);
        String id = world.onDuty("bo", HOUSING, "3");
        StaffView gone = world.staff.depart(id, new Depart(true, "第三次黄牌，退回"), world.manager());
        assertEquals(StaffState.RETURNED, gone.state());
        assertEquals("第三次黄牌，退回", gone.appraisal());
        assertFalse(gone.onDuty());
        assertEquals("staff-state", codeOf(() -> world.staff.arrive(id, new Arrive(null), world.clerk("bo"))));
        sound();
    }

    /** The database knows who has gone, and leaves them out of later days; of older ones the notes say it. */
    @Test
    public void whoHasGoneIsAskedForOnTheDaysUntilThen() throws SQLException {
        world.window("3", HOUSING);
        String id = world.onDuty("bo", HOUSING, "3");
        world.staff.depart(id, new Depart(false, "胜任"), world.manager());
        assertEquals(1, gone("select count(*) from WINDOWS_STAFF where GONE_ON = '" + TODAY + "'"));
        assertEquals(List.of(id), badged(TODAY));
        assertEquals(List.of(), badged(TODAY.plusDays(1)));
        sound();
        gone("update WINDOWS_STAFF set GONE_ON = null");
        assertEquals(List.of(id), badged(TODAY));
        assertEquals(List.of(), badged(TODAY.plusDays(1)));
    }

    private int gone(String statement) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement asked = connection.createStatement()) {
            connection.setAutoCommit(true);
            if (!asked.execute(statement)) {
                return asked.getUpdateCount();
            }
            try (ResultSet found = asked.getResultSet()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private List<String> badged(LocalDate since) {
        StaffRows rows = new StaffRows(node.entities("windows"));
        return node.transactions().read(world.manager(), unit -> rows.withBadges(since, unit).stream()
                .map(StaffMember::id)
                .toList());
    }

    @Test
    public void oneIsThereForTheDayOnWhichOneHasSaidSo() {
        world.window("3", HOUSING);
        String id = world.onDuty("bo", HOUSING, "3");
        assertTrue(world.staff.find(id, world.manager()).onDuty());
        world.province.pass(Duration.ofDays(1));
        assertFalse(world.staff.find(id, world.manager()).onDuty());
        assertEquals("staff-unknown", codeOf(() -> world.staff.arrive(id, new Arrive("代登"), world.clerk("other"))));
        assertEquals("reason", field(() -> world.staff.arrive(id, new Arrive(null), world.manager())));
        assertTrue(world.staff
                .arrive(id, new Arrive("忘记登记，本人在窗口"), world.manager())
                .onDuty());
        sound();
    }

    @Test
    public void whereBadgesCountNobodyHasToSayThatTheyAreThere() {
        world.province.policy(HAIYANG, "policy.windows.presence", "badge");
        world.window("3", HOUSING);
        String id = world.onDuty("bo", HOUSING, "3");
        world.province.pass(Duration.ofDays(1));
        assertTrue(world.staff.find(id, world.manager()).onDuty());
        StaffView away = world.staff.away(id, new Away(world.today().plusDays(1), "培训"), world.clerk("bo"));
        assertFalse(away.onDuty());
        assertEquals(world.today().plusDays(1), away.awayUntil());
        world.province.pass(Duration.ofDays(2));
        assertTrue(
                "back after the last day", world.staff.find(id, world.manager()).onDuty());
        assertEquals(
                "until",
                field(() -> world.staff.away(id, new Away(world.today().minusDays(1), "w"), world.clerk("bo"))));
    }

    @Test
    public void aDepartmentRecommendsThoseWhoServeItOnce() {
        Recommend other =
                new Recommend("bo", "李", "N-1", FORESTRY, "员", Rank.OFFICER, List.of(HOUSING, FORESTRY), null);
        assertEquals("not-allowed", codeOf(() -> world.staff.recommend(other, world.liaison(HOUSING))));
        world.recommended("bo", HOUSING);
        assertEquals("staff-known", codeOf(() -> world.recommended("bo", HOUSING)));
    }

    /** However many were recommended after them, and without those who have no badge yet. */
    @Test
    public void allWithABadgeCanBeChosenFrom() {
        world.window("3", HOUSING);
        world.onDuty("bo", HOUSING, "3");
        world.recommended("new", HOUSING);
        assertEquals(
                List.of("bo"),
                world.staff.atWindows(world.manager()).stream()
                        .map(StaffView::account)
                        .toList());
    }
}
