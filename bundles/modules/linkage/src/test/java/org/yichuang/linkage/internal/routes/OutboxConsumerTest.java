package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.junit.After;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;

/** The outbox as a place that routes begin at. */
public class OutboxConsumerTest {
    private static final String NO_POLL = "outbox:linkage?workers=2&poll=3600000";

    private final RoutesFixture way = new RoutesFixture();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
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
    public void anOutboxThatIsAwayIsAskedAgain() throws Exception {
        gate.release(1_000);
        way.journal.away = true;
        take("outbox:linkage?workers=2&poll=20");
        send("C1");
        await(() -> way.journal.refusals() > 2);

        way.journal.away = false;

        await(() -> taken.equals(Set.of("C1-1")));
    }

    private void take(String uri) throws Exception {
        way.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("taking").process(exchange -> {
                    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    gate.acquire();
                    atOnce.decrementAndGet();
                    taken.add(exchange.getMessage()
                            .getBody(Pending.class)
                            .message()
                            .id());
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
