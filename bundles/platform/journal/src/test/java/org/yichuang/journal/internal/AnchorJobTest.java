package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

public class AnchorJobTest extends OnBothStores {
    private final AtomicLong nanos = new AtomicLong();
    private int asked;
    private AnchorJob job;

    @Before
    public void twoCentresThatWait() {
        house.count("a", house.clerk(NORTH));
        house.count("b", house.clerk(SOUTH));
        job = new AnchorJob(
                house.anchoring, house.watch, house.heads, counted(house.leases), nanos::get, new JournalSettings());
    }

    @Test
    public void aCentreThatCannotBeAnchoredHoldsUpNoOther() {
        store.run("INSERT INTO JOURNAL_HEAD (TENANT, ANCHOR_NUMBER, ENTRIES) VALUES ('north', 0, 9223372036854775807)");

        job.run();

        assertEquals(List.of(NORTH), house.anchoring.waiting());
        assertEquals(1, house.anchoring.lastAnchor(SOUTH));

        store.run("DELETE FROM JOURNAL_HEAD WHERE TENANT='north'");
        job.run();
        assertEquals("it rests", List.of(NORTH), house.anchoring.waiting());
        later(Duration.ofSeconds(2));
        job.run();
        assertEquals(List.of(), house.anchoring.waiting());
    }

    @Test
    public void aRowOfNoTenantIsNamedAndHoldsUpNobody() {
        store.run("INSERT INTO JOURNAL_PENDING (TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, HASH)"
                + " VALUES ('!', 'thing', 'x', 1, '" + "0".repeat(64) + "')");
        store.run("INSERT INTO JOURNAL_ANCHOR (TENANT, ANCHOR_NUMBER, AT_MICROS, PREVIOUS_HASH, CONTENT, HASH)"
                + " VALUES ('A Tenant?', 1, 0, '', '', '')");

        job.run();

        assertEquals(1, house.anchoring.lastAnchor(SOUTH));
        assertEquals(List.of(), house.anchoring.unwritten());
        assertEquals(List.of("!", "A Tenant?"), house.anchoring.ofNoTenant());
    }

    @Test
    public void aSecondPlaceThatHangsKeepsNeitherAnchorsNorOtherPlacesWaiting() throws Exception {
        Hanging hanging = new Hanging();
        FileHeadStore good = new FileHeadStore(folder.getRoot().toPath().resolve("second"));
        house.stores.addAll(List.of(hanging, good));
        AnchorHeads heads =
                new AnchorHeads(house.boundary, house.key, house.stores, "", Duration.ofSeconds(2), nanos::get);
        job = new AnchorJob(
                house.anchoring, house.watch, heads, counted(house.leases), nanos::get, new JournalSettings());
        try {
            for (int round = 1; round <= 3; round++) {
                job.run();
                assertEquals(List.of(), house.anchoring.waiting());
                long number = round;
                awaitTrue(() -> {
                    heads.keep(); // what a busy worker has left for its next round
                    return isKept(good, number);
                });
                awaitTrue(() -> hanging.asked.getCount() == 0);
                house.count("b", house.clerk(SOUTH));
                later(Duration.ofSeconds(31));
            }
            awaitTrue(() -> {
                heads.keep();
                return heads.troubles().getOrDefault("hanging", "").equals("does not answer");
            });
            assertTrue(heads.kept(SOUTH).get(0).broken().orElseThrow().contains("no answer"));
            assertEquals(Optional.empty(), heads.kept(SOUTH).get(1).broken());
        } finally {
            hanging.open.countDown();
            heads.stop();
        }
    }

    @Test
    public void aPlaceThatAnswersAgainGetsTheHeadsThoughACallNeverEnds() throws Exception {
        LateStore store = new LateStore();
        house.stores.add(store);
        AnchorHeads heads =
                new AnchorHeads(house.boundary, house.key, house.stores, "", Duration.ofSeconds(2), nanos::get);
        house.anchor(SOUTH);
        try {
            beginAndGiveUp(heads, store);
            assertEquals(Map.of("late", "does not answer"), heads.troubles());

            await(heads.keep());
            assertEquals(1, store.heads.get(SOUTH).number());
            assertEquals(Map.of(), heads.troubles());
        } finally {
            store.open.countDown();
            heads.stop();
        }
    }

    @Test
    public void whatAPlaceAnswersTooLateIsNoTrouble() throws Exception {
        LateStore store = new LateStore();
        house.stores.add(store);
        AnchorHeads heads =
                new AnchorHeads(house.boundary, house.key, house.stores, "", Duration.ofSeconds(2), nanos::get);
        house.anchor(SOUTH);
        try {
            beginAndGiveUp(heads, store);
            house.count("b", house.clerk(SOUTH));
            house.anchor(SOUTH);
            await(heads.keep());
            assertEquals(2, store.heads.get(SOUTH).number());

            store.open.countDown();
            awaitTrue(() -> store.late.getState() == Thread.State.TIMED_WAITING);
            assertEquals(Map.of(), heads.troubles());
        } finally {
            store.open.countDown();
            heads.stop();
        }
    }

    private void beginAndGiveUp(AnchorHeads heads, LateStore store) throws InterruptedException {
        heads.keep();
        assertTrue(store.asked.await(1, TimeUnit.MINUTES));
        later(Duration.ofSeconds(3));
        assertEquals("the round is given up", List.of(), heads.keep());
    }

    private static void await(List<Future<?>> rounds) throws Exception {
        assertEquals(1, rounds.size());
        rounds.get(0).get(1, TimeUnit.MINUTES);
    }

    /** A place whose first call hangs, cannot be interrupted, and answers what is there when it is let go. */
    private static final class LateStore implements AnchorHeadStore {
        final Map<TenantId, Head> heads = new ConcurrentHashMap<>();
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);
        private final AtomicBoolean isFirst = new AtomicBoolean(true);
        private volatile Thread late;

        @Override
        public String place() {
            return "late";
        }

        @Override
        public void add(TenantId tenant, Head head) {
            heads.put(tenant, head);
        }

        @Override
        public Optional<Head> last(TenantId tenant) {
            if (isFirst.getAndSet(false)) {
                late = Thread.currentThread();
                asked.countDown();
                awaitOpen(open);
            }
            return Optional.ofNullable(heads.get(tenant));
        }
    }

    private static void awaitOpen(CountDownLatch open) {
        boolean isOpen = false;
        while (!isOpen) {
            try {
                open.await();
                isOpen = true;
            } catch (InterruptedException e) {
                isOpen = false;
            }
        }
    }

    private static boolean isKept(AnchorHeadStore store, long number) {
        try {
            return store.last(SOUTH).filter(head -> head.number() == number).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitTrue(BooleanSupplier expected) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!expected.getAsBoolean()) {
            assertTrue("not within a minute", System.nanoTime() < end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** A share whose host is gone: whoever asks it waits for ever, and cannot even be interrupted. */
    private static final class Hanging implements AnchorHeadStore {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);

        @Override
        public String place() {
            return "hanging";
        }

        @Override
        public void add(TenantId tenant, Head head) {
            throw new AssertionError("Nobody gets so far");
        }

        @Override
        public Optional<Head> last(TenantId tenant) throws IOException {
            asked.countDown();
            awaitOpen(open);
            throw new IOException("too late");
        }
    }

    @Test
    public void theLeaseIsRenewedInTheMiddleOfALongRound() {
        Leases slow = counted(house.leases);
        job = new AnchorJob(
                house.anchoring,
                house.watch,
                house.heads,
                slow,
                () -> nanos.addAndGet(Duration.ofSeconds(5).toNanos()),
                new JournalSettings());

        job.run();

        assertEquals(List.of(), house.anchoring.waiting());
        assertTrue("asked " + asked, asked > 2);
    }

    @Test
    public void aClockThatIsSetBackStopsNothing() {
        job.run();
        house.clock.forward(Duration.ofHours(-5));
        house.count("a", house.clerk(NORTH));
        later(Duration.ofSeconds(5));

        job.run();

        assertEquals(List.of(), house.anchoring.waiting());
    }

    @Test
    public void aFileThatCouldNotBeWrittenIsCompletedByItself() throws Exception {
        Path file = folder.getRoot().toPath().resolve("anchors");
        Files.createFile(file); // where the folder should be
        job.run();
        assertEquals(List.of(NORTH, SOUTH), house.anchoring.unwritten());

        Files.delete(file);
        later(Duration.ofSeconds(31));
        job.run();

        assertEquals(List.of(), house.anchoring.unwritten());
        assertEquals(1, house.files.last(NORTH).number());
    }

    private void later(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    private Leases counted(Leases real) {
        return new Leases() {
            @Override
            public Optional<UnitOfWork.Lease> acquire(String name, Duration duration) {
                asked++;
                return real.acquire(name, duration);
            }

            @Override
            public Optional<UnitOfWork.Lease> renew(UnitOfWork.Lease lease) {
                asked++;
                return real.renew(lease);
            }

            @Override
            public void release(UnitOfWork.Lease lease) {
                real.release(lease);
            }

            @Override
            public List<Held> held() {
                return real.held();
            }
        };
    }
}
