package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.yichuang.bench.CaseLives;
import org.yichuang.bench.Journeys;
import org.yichuang.bench.PostgresMeter;

/**
 * The main job on PostgreSQL: files of data sources are the only thing that differs. One role owns the tables, and the
 * platform works as another, which the server shows one centre at a time.
 */
public class PostgresIT {
    @ClassRule
    public static final Timeout LIMIT = Timeout.seconds(2400);

    private static final String OF_A_TENANT =
            """
            SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
              LEFT JOIN pg_policy p ON p.polrelid = c.oid
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant'""";
    private static final String OF_THE_PLATFORM =
            "SELECT relname FROM pg_class WHERE relowner = 'yichuang'::regrole ORDER BY relname";
    private static final int LIVES = 100;
    private static Postgres postgres;
    private static Platform platform;

    @BeforeClass
    public static void start() throws Exception {
        postgres = Postgres.ofTwoRoles();
        platform = postgres.serves(Platform.unpacked("postgres")).start();
    }

    @AfterClass
    public static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    public void theCountyReviewsAndTheCityDecides() throws Exception {
        journeys().countyReviewsAndCityDecides();
    }

    @Test
    public void treesGoWhereTheApplicationSays() throws Exception {
        journeys().treesGoWhereTheApplicationSays();
    }

    @Test
    public void aTownshipAcceptsForTheCounty() throws Exception {
        journeys().townshipAcceptsForTheCounty();
    }

    @Test
    public void nothingThatIsSentIsAFaultOfOurs() throws Exception {
        assertEquals(List.of(), new Nastiness(platform.network(), 1).faults());
    }

    /** Neither rows, nor what waits or was answered, nor log nor index hold what identifies a person. */
    @Test
    public void whatBelongsToPeopleIsNowhereInClear() throws Exception {
        new Canaries(platform.network()).live();

        assertEquals(List.of(), Canaries.tables(postgres.url()));
        assertEquals(List.of(), Canaries.files(platform.home().resolve("data")));
        platform.auditIsSound();
    }

    @Test
    public void everyTableOfACentreIsUnderRowLevelSecurity() throws Exception {
        List<String> tables = postgres.texts(OF_A_TENANT);

        assertTrue(tables.toString(), tables.size() >= 20);
        assertEquals(List.of(), postgres.texts(OF_A_TENANT + " AND NOT (c.relrowsecurity AND p.polrelid IS NOT NULL)"));
        assertEquals("it owns nothing", List.of(), postgres.texts(OF_THE_PLATFORM));
        String doctor = platform.shell("doctor");
        assertTrue(doctor, doctor.contains("Enforced: in all " + tables.size() + " tables"));
    }

    @Test
    public void aConnectionThatNamesNoCentreSeesNoRows() throws Exception {
        for (String table : postgres.texts(OF_A_TENANT)) {
            assertEquals(table, List.of("0"), postgres.textsOfThePlatform("SELECT COUNT(*) FROM " + table));
        }
        assertTrue(Long.parseLong(
                        postgres.texts("SELECT COUNT(*) FROM JOURNAL_ENTRY").get(0))
                > 0);
    }

    @Test
    public void theAuditTrailIsSound() throws Exception {
        platform.auditIsSound();
    }

    /**
     * The budget of an unlinked life with the printing of its four documents, in two parts: what it takes itself,
     * however long that lasts, and what the timers may take in a second, which a busy machine stretches: anchors and
     * leases, and each listener, who looks twice a second while there is something. The bytes of the files (some 45 kB
     * a document) are weighed apart.
     */
    @Test
    public void aLifeStaysWithinItsBudget() throws Exception {
        CaseLives lives = new CaseLives(platform.network());
        play(lives);
        waitUntilPrinted();
        try (PostgresMeter meter = new PostgresMeter(postgres.url())) {
            double filesBefore = fileKilobytes();
            meter.start();
            play(lives);
            waitUntilPrinted();
            PostgresMeter.Weight weight = meter.weight(LIVES);
            double files = (fileKilobytes() - filesBefore) / LIVES;
            String seen = weight + ", of it " + files + " kB of files\n" + meter.mostFrequent(60);
            System.out.println(seen);
            double seconds = weight.seconds() / LIVES;
            int listeners = Integer.parseInt(
                    postgres.texts("SELECT COUNT(*) FROM JOURNAL_LISTENER").get(0));
            assertTrue(seen, weight.statements() <= 150 + (60 + 20 * listeners) * seconds);
            assertTrue(seen, weight.scopes() <= 35 + (12 + 4 * listeners) * seconds);
            assertTrue(seen, weight.walKilobytes() - files <= 110 + 100 * seconds);
        }
    }

    private static double fileKilobytes() throws SQLException {
        String sum = "SELECT COALESCE(SUM(OCTET_LENGTH(CONTENT)), 0) FROM DOCUMENTS_CHUNK";
        return Double.parseDouble(postgres.texts(sum).get(0)) / 1024;
    }

    /** What a life weighs must not depend on how much of its printing falls into the time that is measured. */
    private static void waitUntilPrinted() {
        Wait.upTo(Duration.ofMinutes(8)).until("all documents are printed", PostgresIT::isPrinted);
    }

    private static boolean isPrinted() {
        try {
            return postgres.texts("SELECT COUNT(*) FROM DOCUMENTS_PENDING").equals(List.of("0"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Four clients, as in a hall: what the timers do for all of them is shared. */
    private static void play(CaseLives lives) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < LIVES; i++) {
            running.add(pool.submit(lives::unlinked));
        }
        pool.shutdown();
        for (Future<?> each : running) {
            each.get(480, TimeUnit.SECONDS);
        }
    }

    private static Journeys journeys() throws Exception {
        return new Journeys(platform.network(), line -> {});
    }
}
