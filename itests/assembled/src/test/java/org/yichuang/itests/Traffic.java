package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.yichuang.bench.CaseLives;
import org.yichuang.bench.Network;
import org.yichuang.bench.Visitor;

/**
 * People who work as on any day: some play whole lives of cases, at one centre and at two, others read pages and lists.
 * To none of them may anything but the right answer be said, at the first time of asking.
 */
final class Traffic {
    private static final int WRITERS = 3;
    /** So many failures tell enough. */
    private static final int ENOUGH = 10;

    private static final String CENTRE = "haiyang";
    private static final String SUBMITTED =
            "SELECT COUNT(*) FROM JOURNAL_ENTRY WHERE TENANT='" + CENTRE + "' AND ACTION='submit'";
    private static final String TWICE =
            """
            SELECT TENANT || ' ' || ACTION || ' ' || AGGREGATE_ID FROM JOURNAL_ENTRY
            WHERE AGGREGATE_TYPE='case' AND ACTION IN ('submit', 'accept', 'pre-review', 'decide', 'issue', 'deliver')
            GROUP BY TENANT, AGGREGATE_ID, ACTION HAVING COUNT(*) > 1""";

    private final Postgres postgres;
    private final Network network;
    private final Supplier<List<String>> troubles;
    private final CaseLives lives;
    private final int before;
    private final AtomicInteger lived = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 3);
    private volatile boolean isEnough;

    /**
     * Has them begin.
     *
     * @param troubles what is known of the way to them, for whoever reads why a test failed
     */
    Traffic(Postgres postgres, Network network, Supplier<List<String>> troubles) throws SQLException {
        this.postgres = postgres;
        this.troubles = troubles;
        this.network = network;
        lives = new CaseLives(network);
        before = submitted();
        for (int writer = 0; writer < WRITERS; writer++) {
            threads.submit(() -> goOn(lives::unlinked, lived));
        }
        threads.submit(() -> goOn(lives::linked, lived));
        threads.submit(() -> goOn(
                () -> network.as(CENTRE, "clerk")
                        .get("/api/" + CENTRE + "/cases?limit=20")
                        .expect(200),
                read));
        Visitor clerk = network.visitor(CENTRE, "clerk");
        threads.submit(() -> goOn(() -> require(clerk.open("/" + CENTRE + "/worklist")), read));
        threads.shutdown();
    }

    private static void require(Visitor.Opened page) {
        if (page.status() != 200 || page.text().contains("name=\"password\"")) {
            throw new AssertionError(page.path() + " answered " + page.status());
        }
    }

    private void goOn(Runnable work, AtomicInteger done) {
        while (!isEnough) {
            try {
                work.run();
                done.incrementAndGet();
            } catch (AssertionError | RuntimeException e) {
                failures.add(Instant.now() + " " + e);
                isEnough = failures.size() >= ENOUGH;
            }
        }
    }

    private void requireContent() {
        assertEquals("what people have seen; on the way: " + troubles.get(), List.of(), List.copyOf(failures));
    }

    private int submitted() throws SQLException {
        return Integer.parseInt(postgres.texts(SUBMITTED).get(0));
    }

    /** Waits until each kind of work has been done so many more times. */
    void goesOn(int more) {
        int livesBefore = lived.get();
        int readBefore = read.get();
        Wait.upTo(Duration.ofSeconds(120))
                .until(
                        () -> "people go on: " + failures,
                        () -> isEnough || lived.get() >= livesBefore + more && read.get() >= readBefore + more);
        requireContent();
    }

    /** Has them end, and fails if one of them has seen an error or something has been done twice. */
    void end() throws InterruptedException, SQLException {
        isEnough = true;
        assertTrue("they end", threads.awaitTermination(240, TimeUnit.SECONDS));
        requireContent();
        assertEquals("done twice", List.of(), postgres.texts(TWICE));
        assertEquals("handed in", before + lived.get(), submitted());
    }
}
