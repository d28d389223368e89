package org.yichuang.testing;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.OffsetClock;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;

/**
 * Writers change things on two nodes while listeners follow and nodes die: abandoned in the middle of their work, and
 * another one started in their place. Afterwards each listener must have heard every event that stands, once and in
 * order.
 */
public final class EventDrill {
    private static final int NODES = 2;
    private static final int PER_TRANSACTION = 100;
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final Plan plan;
    private final TestDatabase database;
    private final File folder;
    private final PlatformClock clock = new OffsetClock();
    private final AtomicReferenceArray<TestNode> nodes = new AtomicReferenceArray<>(NODES);
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean writing = true;

    private EventDrill(Plan plan, TestDatabase database, File folder) {
        this.plan = plan;
        this.database = database;
        this.folder = folder;
    }

    /**
     * What is played.
     *
     * @param perSecond changes of all writers together
     * @param kills how many nodes die
     * @param between the time from one death to the next
     * @param late how many events a late listener finds beside those of the writers
     */
    public record Plan(int writers, int perSecond, int listeners, int kills, Duration between, int late) {}

    /**
     * What came out.
     *
     * @param changes how many events stand
     * @param perSecond changes in a second, as it came out
     * @param refused how many changes a dying node refused; each was made again
     * @param heard what each listener has heard
     * @param held how many events a listener failed on: those that came twice or too early
     * @param settled how long the listeners needed after the last change
     * @param latePerSecond how many events in a second the late listener took, one row each; 0 without one
     * @param deliveredPerSecond the same of a listener that writes nothing
     */
    public record Result(
            long changes,
            double perSecond,
            long refused,
            List<Long> heard,
            long held,
            Duration settled,
            double latePerSecond,
            double deliveredPerSecond) {
        /** Whether nothing was skipped and nothing doubled. */
        public boolean isSound() {
            return held == 0 && heard.stream().allMatch(each -> each == changes);
        }
    }

    /** Plays it on a fresh database. */
    public static Result play(TestDatabase.Kind kind, Plan plan, File folder) throws InterruptedException {
        TestDatabase database = TestDatabase.fresh(kind);
        CountingListener.createTable(database);
        return new EventDrill(plan, database, folder).play();
    }

    private Result play() throws InterruptedException {
        IntStream.range(0, NODES).forEach(this::start);
        ExecutorService writers = Executors.newFixedThreadPool(plan.writers());
        long began = System.nanoTime();
        IntStream.range(0, plan.writers()).forEach(number -> writers.execute(() -> write(number)));
        for (int kill = 0; kill < plan.kills(); kill++) {
            awaitWork();
            TestNode victim = nodes.get(kill % NODES);
            victim.abandon();
            // As after the leases' time; whoever still works by one fails on its fence
            database.run("UPDATE JOURNAL_LEASE SET UNTIL_MICROS=0");
            start(kill % NODES);
        }
        awaitWork();
        writing = false;
        writers.shutdown();
        writers.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - began) / 1e9;
        long changes = changes();
        long stopped = System.nanoTime();
        awaitHeard(changes);
        Duration settled = Duration.ofNanos(System.nanoTime() - stopped);
        List<Long> heard = names().stream()
                .map(name -> CountingListener.heard(database, name))
                .toList();
        long held = database.run("UPDATE JOURNAL_HELD SET ATTEMPTS=ATTEMPTS");
        double late = plan.late() == 0 ? 0 : late();
        double delivered = plan.late() == 0 ? 0 : delivered();
        IntStream.range(0, NODES).forEach(number -> nodes.get(number).close());
        return new Result(changes, changes / seconds, refused.get(), heard, held, settled, late, delivered);
    }

    /** Until the time between two kills is over and something was changed in it, which takes a busy machine longer. */
    private void awaitWork() throws InterruptedException {
        long before = done.get();
        TimeUnit.NANOSECONDS.sleep(plan.between().toNanos());
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (done.get() == before && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private List<String> names() {
        return IntStream.range(0, plan.listeners())
                .mapToObj(number -> "listener-" + number)
                .toList();
    }

    private void start(int number) {
        TestNode node = new TestNode(database, folder, clock).anchoring();
        names().forEach(name -> node.listen(new CountingListener(name)));
        nodes.set(number, node);
    }

    private long changes() {
        return database.run("UPDATE JOURNAL_ENTRY SET EVENT_VERSION=EVENT_VERSION WHERE EVENT_MODULE='drill'");
    }

    private void awaitHeard(long changes) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit
                && names().stream().anyMatch(name -> CountingListener.heard(database, name) < changes)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void write(int number) {
        long pause = TimeUnit.SECONDS.toNanos(1) * plan.writers() / plan.perSecond();
        long next = System.nanoTime();
        TenantId tenant = number % 2 == 0 ? TestNode.NORTH : TestNode.SOUTH;
        String aggregate = name(number);
        ChainHead head = ChainHead.START;
        int served = number / 2;
        while (writing) {
            next += pause;
            LockSupport.parkNanos(next - System.nanoTime());
            TestNode node = nodes.get(served % NODES);
            try {
                head = change(node, tenant, aggregate, head, 1);
                done.incrementAndGet();
            } catch (RuntimeException dying) {
                // Whether it stands is not known: another thing is changed from now on, at the other node
                refused.incrementAndGet();
                served++;
                aggregate = name(number);
                head = ChainHead.START;
            }
        }
    }

    private static String name(int writer) {
        return writer + "-" + UUID.randomUUID();
    }

    private static ChainHead change(TestNode node, TenantId tenant, String aggregate, ChainHead head, int times) {
        ChainHead[] last = new ChainHead[1];
        node.transactions().write(node.clerk(tenant), Void.class, unit -> {
            last[0] = head;
            for (int i = 0; i < times; i++) {
                DomainEvent event = DomainEvent.of(CountingListener.MODULE, "changed")
                        .about("2026-" + aggregate, "370687000000")
                        .at("行政审批局", "3")
                        .by("A")
                        .with(1, "{\"step\":" + i + "}");
                last[0] = unit.record(
                        new AuditEntry("drill", aggregate, "change", "", "", Map.of("n", "1"), event), last[0]);
            }
            return null;
        });
        return last[0];
    }

    /** A listener that begins when there is much to hear already. */
    private double late() throws InterruptedException {
        TestNode node = nodes.get(0);
        for (int i = 0; i < plan.late() / PER_TRANSACTION; i++) {
            change(node, TestNode.NORTH, "late-" + i, ChainHead.START, PER_TRANSACTION);
        }
        long all = changes();
        awaitHeard(all);
        long began = System.nanoTime();
        node.listen(new CountingListener("late"));
        long limit = began + LIMIT.toNanos();
        while (CountingListener.heard(database, "late") < all && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return CountingListener.heard(database, "late") / ((System.nanoTime() - began) / 1e9);
    }

    /** A listener that only counts shows what the delivery itself can do. */
    private double delivered() throws InterruptedException {
        AtomicLong count = new AtomicLong();
        long all = changes();
        long began = System.nanoTime();
        nodes.get(0).listen(new EventListener() {
            @Override
            public String name() {
                return "light";
            }

            @Override
            public Start start() {
                return Start.BEGINNING;
            }

            @Override
            public void on(EventEnvelope event, UnitOfWork unit) {
                count.incrementAndGet();
            }
        });
        long limit = began + LIMIT.toNanos();
        while (count.get() < all && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return count.get() / ((System.nanoTime() - began) / 1e9);
    }
}
