package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.tenancy.internal.TenancyNode.YANTAI;
import static org.yichuang.tenancy.internal.TenancyNode.operator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;

/** Who changes a row of tenancy behind its back is found by the audit trail. */
@RunWith(Parameterized.class)
public class TenancyProofTest {
    private static final String NOTICE =
            """
            {"year":2026,"paper":"notice","days":[{"date":"2026-10-01","name":"国庆节","isOffDay":true}]}""";

    @Parameterized.Parameters(name = "{0}")
    public static List<TestDatabase.Kind> kinds() {
        return TestDatabase.chosen();
    }

    @Parameterized.Parameter
    public TestDatabase.Kind kind;

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final Map<TestDatabase.Kind, TenancyProofTest> WORLDS = new EnumMap<>(TestDatabase.Kind.class);

    private TestDatabase database;
    private TestNode node;
    private TenancyNode tenancy;

    /** One network for all tests: each puts right what it has changed. */
    @Before
    public void aNetworkWithHolidaysAndDepartments() throws IOException {
        TenancyProofTest world = WORLDS.get(kind);
        if (world == null) {
            open();
            WORLDS.put(kind, this);
        } else {
            database = world.database;
            node = world.node;
            tenancy = world.tenancy;
        }
    }

    private void open() throws IOException {
        database = TestDatabase.fresh(kind, "db/changelog/tenancy.xml");
        node = new TestNode(database, FOLDER.newFolder(), new TestClock());
        tenancy = new TenancyNode(node.transactions(), Path.of("nowhere"));
        DefaultDepartments departments = new DefaultDepartments(node.transactions(), tenancy, new ArrayList<>());
        node.prove(tenancy.store);
        node.prove(new CalendarHeads(tenancy.store, tenancy.registry));
        node.prove(departments);
        tenancy.network();
        departments.open("民政局", operator("yantai"));
        give(NOTICE);
        give(NOTICE.replace("10-01", "10-02"));
        sound();
    }

    @AfterClass
    public static void close() {
        WORLDS.values().forEach(world -> world.node.close());
        WORLDS.clear();
    }

    private void give(String notice) {
        tenancy.imports.importYear(
                new ByteArrayInputStream(notice.getBytes(StandardCharsets.UTF_8)), operator("yantai"));
    }

    private void sound() {
        Verification verification = node.journal().verify(YANTAI);
        assertTrue(verification.firstBreak(), verification.sound());
    }

    /** A statement changes what the verification names, and another puts it right. */
    private void named(String name, String change, String undone) {
        database.run(change);
        String found = node.journal().verify(YANTAI).firstBreak();
        assertTrue(change + ": " + found, found.contains(name));
        database.run(undone);
        sound();
    }

    private void longerAndBack(String name, String table, String column, String where) {
        String set = "UPDATE " + table + " SET " + column + "=";
        named(
                name,
                set + column + "||'x'" + where,
                set + "SUBSTR(" + column + ", 1, LENGTH(" + column + ")-1)" + where);
    }

    @Test
    public void aHolidayThatSomebodyMovesInTheDatabaseIsNamed() {
        String notice = "holiday-notice/000000-20";
        String set = "UPDATE TENANCY_CALENDAR SET ";
        longerAndBack(notice, "TENANCY_CALENDAR", "NOTICE", " WHERE NOTICE_YEAR=2026");
        String here = " WHERE NOTICE_YEAR=2026";
        named(notice, set + "REVISION=REVISION+1" + here, set + "REVISION=REVISION-1" + here);
        named(notice, set + "NOTICE_YEAR=2027" + here, set + "NOTICE_YEAR=2026 WHERE NOTICE_YEAR=2027");
        named("holiday-notice/", set + "REGION='370600'" + here, set + "REGION='000000'" + here);
        named(notice, set + "CHAIN_TENANT='haiyang'" + here, set + "CHAIN_TENANT='yantai'" + here);
        named(notice, set + "CHAIN_LENGTH=1" + here, set + "CHAIN_LENGTH=2" + here);
    }

    @Test
    public void aHolidayThatSomebodyRemovesIsNamed() {
        database.run("CREATE TABLE CALENDAR_COPY AS SELECT * FROM TENANCY_CALENDAR WITH NO DATA");
        database.run("INSERT INTO CALENDAR_COPY SELECT * FROM TENANCY_CALENDAR WHERE NOTICE_YEAR=2026");
        named(
                "holiday-notice/000000-2026",
                "DELETE FROM TENANCY_CALENDAR WHERE NOTICE_YEAR=2026",
                "INSERT INTO TENANCY_CALENDAR SELECT * FROM CALENDAR_COPY");
        database.run("DROP TABLE CALENDAR_COPY");
    }

    @Test
    public void aHolidayThatSomebodyInventsIsNamedWhosoeverIsToProveIt() {
        for (String centre : List.of("yantai", "", "nowhere", "Not a centre")) {
            named(
                    "holiday-notice/000000-1999",
                    "INSERT INTO TENANCY_CALENDAR (REGION, NOTICE_YEAR, NOTICE, REVISION, CHAIN_TENANT, CHAIN_LENGTH,"
                            + " CHAIN_HASH) SELECT REGION, 1999, NOTICE, REVISION, '" + centre + "', CHAIN_LENGTH,"
                            + " CHAIN_HASH FROM TENANCY_CALENDAR WHERE NOTICE_YEAR=2026",
                    "DELETE FROM TENANCY_CALENDAR WHERE NOTICE_YEAR=1999");
        }
    }

    @Test
    public void aHolidayOfBeforeBeginsItsChainOnceAndIsProvedFromThenOn() {
        database.run("INSERT INTO TENANCY_CALENDAR (REGION, NOTICE_YEAR, NOTICE, REVISION, CHAIN_TENANT) VALUES"
                + " ('000000', 2025, '" + NOTICE.strip() + "', 1, 'yantai')");
        tenancy.trail.adopt(YANTAI);
        tenancy.trail.adopt(YANTAI);
        sound();
        longerAndBack("holiday-notice/000000-2025", "TENANCY_CALENDAR", "NOTICE", " WHERE NOTICE_YEAR=2025");

        String restart = "UPDATE TENANCY_CALENDAR SET CHAIN_LENGTH=0 WHERE NOTICE_YEAR=2025";
        database.run(restart);
        assertThrows(RuntimeException.class, () -> tenancy.trail.adopt(YANTAI));
        named("holiday-notice/000000-2025", restart, restart.replace("LENGTH=0", "LENGTH=1"));

        give(NOTICE.replace("2026", "2025"));
        sound();
        longerAndBack("holiday-notice/000000-2025", "TENANCY_CALENDAR", "NOTICE", " WHERE NOTICE_YEAR=2025");
    }

    @Test
    public void whatAContainerOfBeforeWritesDuringAnUpgradeBeginsItsChainAsWell() throws Exception {
        TenancyFollower follower =
                new TenancyFollower(tenancy.registry, tenancy.tenantFiles, tenancy.imports, tenancy.trail);
        follower.start();
        try {
            writtenByAContainerOfBefore(2023);
            isChained(2023);
            writtenByAContainerOfBefore(2024);
            isChained(2024);
        } finally {
            follower.stop();
        }
        sound();
        longerAndBack("holiday-notice/000000-2024", "TENANCY_CALENDAR", "NOTICE", " WHERE NOTICE_YEAR=2024");
    }

    /** It knows no columns of chains, but counts the revision. */
    private void writtenByAContainerOfBefore(int year) {
        database.run("INSERT INTO TENANCY_CALENDAR (REGION, NOTICE_YEAR, NOTICE, REVISION) SELECT '000000', " + year
                + ", '" + NOTICE.strip().replace("2026", String.valueOf(year))
                + "', REVISION+1 FROM TENANCY_REVISION");
        database.run("UPDATE TENANCY_REVISION SET REVISION=REVISION+1");
    }

    private void isChained(int year) throws InterruptedException {
        String chain = "UPDATE TENANCY_CALENDAR SET REVISION=REVISION WHERE CHAIN_LENGTH=1 AND CHAIN_TENANT='yantai'"
                + " AND NOTICE_YEAR=" + year;
        long start = System.nanoTime();
        while (database.run(chain) == 0) {
            assertTrue(System.nanoTime() - start < TimeUnit.MINUTES.toNanos(5));
            Thread.sleep(20);
        }
    }

    @Test
    public void aCentreOrDepartmentThatSomebodyChangesInTheDatabaseIsNamed() {
        String centre = "UPDATE TENANCY_CENTRE SET ";
        String here = " WHERE TENANT='yantai'";
        longerAndBack("centre/yantai", "TENANCY_CENTRE", "SETTINGS", here);
        named("centre/yantai", centre + "IS_REMOVED=1" + here, centre + "IS_REMOVED=0" + here);
        named("centre/yantai", centre + "REVISION=REVISION+9" + here, centre + "REVISION=REVISION-9" + here);
        longerAndBack("department/", "TENANCY_DEPARTMENT", "NAME", here);
        named("department/", "UPDATE TENANCY_DEPARTMENT SET IS_CLOSED=1", "UPDATE TENANCY_DEPARTMENT SET IS_CLOSED=0");
    }
}
