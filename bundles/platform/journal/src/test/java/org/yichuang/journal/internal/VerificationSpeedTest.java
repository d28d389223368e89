package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.persistence.EntityManager;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.UnitOfWork;
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

        long began = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Verification verification = house.journal.verify(NORTH);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Duration worked = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);

        assertTrue(verification.firstBreak(), verification.sound());
        assertEquals(ENTRIES + 1L, verification.entries());
        print(took, worked);
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

    private void print(Duration took, Duration worked) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d entries of %,d rows proved in %.1f s (%.1f s of CPU here): %,.0f entries/s%n",
                store,
                ENTRIES,
                ENTRIES / STEPS,
                took.toMillis() / 1000.0,
                worked.toMillis() / 1000.0,
                ENTRIES / (took.toMillis() / 1000.0));
    }
}
