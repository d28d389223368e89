package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.journal.rows.RowDigests;

/** How fast a trail is proved. {@code bench/verify} plays it with a million entries and prints what it measures. */
public class VerificationSpeedTest extends OnBothStores {
    private static final int STEPS = 5;
    private static final int THINGS_AT_ONCE = 400;
    private static final int ENTRIES = Integer.getInteger("yichuang.test.entries", 4_000);
    private static final String ONLY = System.getProperty("yichuang.test.database", "");

    @Test
    public void aLongTrailIsProved() {
        assumeTrue(ONLY.isEmpty() || ONLY.equals(store.name().toLowerCase(Locale.ROOT)));
        house.keepers.add(house.thingHeads());
        house.baseline.ensure(NORTH);
        for (int from = 0; from < ENTRIES / STEPS; from += THINGS_AT_ONCE) {
            write(from);
            house.anchor(NORTH);
        }

        Verification whole = measured("all", ENTRIES + 1L, () -> house.journal.verify(NORTH));
        assertEquals(0, whole.since());

        write(ENTRIES / STEPS);
        house.anchor(NORTH);
        Verification recent =
                measured("what came since", (long) THINGS_AT_ONCE * STEPS, () -> house.journal.verifyRecent(NORTH));
        assertEquals(whole.anchors(), recent.since());
    }

    private Verification measured(String what, long entries, Supplier<Verification> proof) {
        Duration server = serverCpu();
        long began = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Verification verification = proof.get();
        double took = (System.nanoTime() - began) / 1e9;
        double worked = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;

        assertTrue(verification.firstBreak(), verification.sound());
        assertEquals(entries, verification.entries());
        System.out.printf(
                Locale.ROOT,
                "%s, %,d entries, %s: %,d proved in %.1f s (CPU %.1f s here, %.1f s of the server; load %.1f)%n",
                store,
                ENTRIES,
                what,
                entries,
                took,
                worked,
                serverCpu().minus(server).toMillis() / 1e3,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return verification;
    }

    /** What the server's process behind our connection has worked; the pool gives the same one again. */
    private Duration serverCpu() {
        if (!store.name().equals("POSTGRESQL")) {
            return Duration.ZERO;
        }
        long process = house.boundary
                .readSql(
                        RowScope.acrossTenants("test"),
                        connection -> Sql.first(connection, "SELECT pg_backend_pid()", row -> row.getLong(1)))
                .orElseThrow();
        return ProcessHandle.of(process)
                .flatMap(server -> server.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private void write(int from) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            for (int i = from; i < from + THINGS_AT_ONCE; i++) {
                live(unit, "t-" + i);
            }
            return null;
        });
    }

    private void live(UnitOfWork unit, String id) {
        EntityManager entities = unit.entities(store.things());
        Thing thing = new Thing(id);
        entities.persist(thing);
        String before = "";
        for (int step = 0; step < STEPS; step++) {
            thing.count();
            String after = RowDigests.written(entities, thing);
            Map<String, String> details = Map.of("counted", Integer.toString(thing.counted()));
            thing.head(unit.record(new AuditEntry("thing", id, "count", before, after, details), thing.head()));
            before = after;
        }
    }
}
