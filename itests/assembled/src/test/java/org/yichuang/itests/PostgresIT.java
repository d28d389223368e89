package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

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

/** The main job on PostgreSQL: the data source's file is the only thing that differs. */
public class PostgresIT {
    @ClassRule
    public static final Timeout LIMIT = Timeout.seconds(600);

    private static final int LIVES = 100;
    private static Postgres postgres;
    private static Platform platform;

    @BeforeClass
    public static void start() throws Exception {
        postgres = Postgres.started();
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
        assertEquals(List.of(), new Nastiness(platform.network()).faults());
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
    public void theAuditTrailIsSound() throws Exception {
        platform.auditIsSound();
    }

    /** The budget of an unlinked life: 25 statements and 30 kB of WAL, timers and first touches of pages included. */
    @Test
    public void aLifeStaysWithinItsBudget() throws Exception {
        CaseLives lives = new CaseLives(platform.network());
        play(lives);
        try (PostgresMeter meter = new PostgresMeter(postgres.url())) {
            meter.start();
            play(lives);
            PostgresMeter.Weight weight = meter.weight(LIVES);
            System.out.println(weight + "\n" + meter.mostFrequent(12));
            assertTrue(weight.toString(), weight.statements() <= 25);
            assertTrue(weight.toString(), weight.walKilobytes() <= 30);
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
            each.get(120, TimeUnit.SECONDS);
        }
    }

    private static Journeys journeys() throws Exception {
        return new Journeys(platform.network(), line -> {});
    }
}
