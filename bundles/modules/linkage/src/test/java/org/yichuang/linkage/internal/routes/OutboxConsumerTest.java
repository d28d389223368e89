package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.junit.After;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.linkage.internal.RecordingModule;

/** The outbox as a place that routes begin at. */
public class OutboxConsumerTest {
    private static final String NO_POLL = "outbox:linkage?workers=2&poll=3600000";

    private final RoutesFixture way = new RoutesFixture();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    /** As which attempt each was first carried. */
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    private final Semaphore gate = new Semaphore(0);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @After
    public void stop() {
        gate.release(1_000);
        way.close();
    }

    @Test
    public void aCommitWakesIt() throws Exception {
        gate.release(1_000);
        take(NO_POLL);

        send("C1");

        await(() -> taken.equals(Set.of("C1-1")));
    }

    @Test
    public void whatNobodyToldOfIsFoundFromTimeToTime() throws Exception {
        gate.release(1_000);
        way.modules.outboxUnbound(way.journal);
        take("outbox:linkage?workers=2&poll=20");

        send("C1");

        await(() -> taken.equals(Set.of("C1-1")));
    }

    @Test
    public void noMoreAreCarriedAtOnceThanThereAreWorkers() throws Exception {
        take(NO_POLL);
        List.of("C1", "C2", "C3", "C4", "C5").forEach(this::send);

        await(() -> atOnce.get() == 2);
        gate.release(1_000);

        await(() -> taken.size() == 5);
        assertEquals(2, mostAtOnce.get());
    }

    @Test
    public void whenItIsSuspendedItFinishesWhatItHasAndClaimsNothingMore() throws Exception {
        take(NO_POLL);
        List.of("C1", "C2", "C3").forEach(this::send);
        await(() -> atOnce.get() == 2);

        CompletableFuture<Void> suspended = CompletableFuture.runAsync(this::suspend);
        gate.release(1_000);
        suspended.join();
        send("C4");
        assertEquals(ServiceStatus.Suspended, way.camel.getRouteController().getRouteStatus("taking"));
        assertEquals(Set.of("C1-1", "C2-1", "C3-1"), taken);

        way.camel.getRouteController().resumeRoute("taking");
        await(() -> taken.contains("C4-1"));
    }

    @Test
    public void aRouteThatEndsHasFinishedWhatItHad() throws Exception {
        take(NO_POLL);
        List.of("C1", "C2", "C3").forEach(this::send);
        await(() -> atOnce.get() == 2);
        gate.release(1_000);

        way.camel.getRouteController().stopRoute("taking");

        assertEquals(3, taken.size());
        assertTrue(way.journal.claim("linkage", 32, Duration.ofSeconds(1)).isEmpty());
    }

    @Test
    public void anOlderContainerLeavesToANewerOneWhatIsWrittenInItsForm() throws Exception {
        gate.release(1_000);
        way.cases.form = 1;
        take(NO_POLL);
        way.journal.send(
                HAIYANG, new OutgoingMessage("C1-1", RecordingModule.TOPIC, "yantai", "C1", 1, "forward", "{}", 2));
        send("C2");
        await(() -> taken.equals(Set.of("C2-1")));

        try (RoutesFixture newer = new RoutesFixture(way)) {
            newer.cases.form = 2;
            Set<String> takenThere = ConcurrentHashMap.newKeySet();
            newer.camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(NO_POLL)
                            .process(exchange -> takenThere.add(exchange.getMessage()
                                    .getBody(Pending.class)
                                    .message()
                                    .id()));
                }
            });
            await(() -> takenThere.equals(Set.of("C1-1")));
        }
        assertEquals(Set.of("C2-1"), taken);
    }

    @Test
    public void anOutboxThatIsAwayIsAskedAgain() throws Exception {
        gate.release(1_000);
        way.journal.away = true;
        take("outbox:linkage?workers=2&poll=20");
        send("C1");
        await(() -> way.journal.refusals > 2);

        way.journal.away = false;

        await(() -> taken.equals(Set.of("C1-1")));
    }

    @Test
    public void whatWaitedForItsTurnUntilTheClaimWasOverHasCostNoAttempt() throws Exception {
        way.network.policy(YANTAI, "exchange.transport", "wire:yantai");
        take("outbox:linkage?workers=2&poll=3600000&claim=300");
        List.of("C1", "C2", "C3").forEach(this::send);
        await(() -> atOnce.get() == 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));
        way.network.pass(Duration.ofSeconds(1));

        gate.release(1_000);

        await(() -> {
            way.signal.run();
            return taken.containsAll(Set.of("C1-1", "C2-1", "C3-1"));
        });
        assertEquals(List.of(1, 1), List.of(attempts.get("C2-1"), attempts.get("C3-1")));
    }

    @Test
    public void whatIsOnItsWayForLongerThanItsClaimIsNotCarriedTwiceAtOnce() throws Exception {
        way.network.policy(YANTAI, "exchange.transport", "wire:yantai");
        take("outbox:linkage?workers=4&poll=3600000&claim=300");
        send("C1");
        await(() -> atOnce.get() == 1);
        for (int lapses = 0; lapses < 3; lapses++) {
            way.network.pass(Duration.ofSeconds(1));
            way.signal.run();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        assertEquals(1, mostAtOnce.get());

        gate.release(1_000);
        await(() -> taken.equals(Set.of("C1-1")));
    }

    @Test
    public void aRouteThatBeginsAnewHasAllItsLanes() throws Exception {
        way.network.policy(YANTAI, "exchange.transport", "wire:yantai");
        way.camel.getShutdownStrategy().setTimeout(1); // so that it is stopped before C1 is back
        way.camel.getExecutorServiceManager().setShutdownAwaitTermination(100);
        take(NO_POLL);
        List.of("C1", "C2", "C3").forEach(this::send);
        await(() -> atOnce.get() == 1);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::stopRoute);
        await(() -> !way.camel.getRouteController().getRouteStatus("taking").isStarted());
        gate.release(1_000);
        stopped.join();

        way.camel.getRouteController().startRoute("taking");
        way.network.pass(Duration.ofMinutes(1));
        way.signal.run();
        send("C4");

        await(() -> taken.containsAll(Set.of("C1-1", "C2-1", "C3-1", "C4-1")));
    }

    @Test
    public void aStopThatEndsLateKeepsARouteThatHasBegunAnewFromNothing() throws Exception {
        gate.release(1_000);
        take(NO_POLL);
        stopRoute();
        way.camel.getRouteController().startRoute("taking");

        OutboxConsumer begun = (OutboxConsumer) way.camel.getRoute("taking").getConsumer();
        begun.prepareShutdown(false, false);

        send("C1");
        await(() -> taken.equals(Set.of("C1-1")));
    }

    private void stopRoute() {
        try {
            way.camel.getRouteController().stopRoute("taking");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(String uri) throws Exception {
        way.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("taking").process(exchange -> {
                    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    gate.acquire();
                    atOnce.decrementAndGet();
                    Pending pending = exchange.getMessage().getBody(Pending.class);
                    attempts.putIfAbsent(pending.message().id(), pending.attempts());
                    taken.add(pending.message().id());
                });
            }
        });
    }

    private void suspend() {
        try {
            way.camel.getRouteController().suspendRoute("taking");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String number) {
        way.send(HAIYANG, "yantai", number, 1);
    }
}
