package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.SedaComponent;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.linkage.internal.TestPlaces;
import org.yichuang.testing.centres.TestCentres;

/** What carries letters is away for half an hour: people go on, and afterwards all of it arrives soon. */
public class BrokerOutageTest {
    private static final int MINUTES = 30;
    private static final int LETTERS_A_MINUTE = 10;
    private static final int LETTERS = MINUTES * LETTERS_A_MINUTE;
    private static final Duration DRAINED = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int TICKS_A_SECOND = 100;

    private final RoutesFixture way = new RoutesFixture();
    private final AtomicBoolean isDown = new AtomicBoolean();
    private final AtomicInteger tries = new AtomicInteger();

    @Before
    public void connect() {
        way.camel.addComponent("wire", new SedaComponent());
        way.network.policy(YANTAI, "exchange.transport", "wire:{receiver}");
        way.network.policy(HAIYANG, "exchange.transport", "wire:haiyang");
        way.receiving = TestPlaces.of(new TestCentres());
    }

    @After
    public void stop() {
        way.close();
    }

    @Test
    public void whatIsWrittenWhileTheBrokerIsAwayForHalfAnHourIsThereWithinFiveMinutesOfItsReturn() throws Exception {
        way.begin("wire:yantai, wire:haiyang");
        way.before("linkage-leave", "linkage-hand-over", this::tried);
        isDown.set(true);

        for (int minute = 0; minute < MINUTES; minute++) {
            for (int letter = 0; letter < LETTERS_A_MINUTE; letter++) {
                way.send(HAIYANG, "yantai", "C" + (minute * LETTERS_A_MINUTE + letter), 1);
            }
            await(() -> way.breakers.shut().contains("yantai"));
            for (Duration passed = Duration.ZERO; passed.toMinutes() < 1; passed = passed.plus(STEP)) {
                pass(STEP);
            }
        }
        List<Pending> waiting = way.journal.undelivered();
        assertEquals("each was taken, and none is lost", LETTERS, waiting.size());
        assertTrue(waiting.stream().allMatch(each -> each.state() == State.WAITING));
        assertTrue("the broker is not stormed: " + tries, tries.get() < LETTERS);

        isDown.set(false);
        Instant back = way.network.now();
        pass(Duration.between(back, way.breakers.shutUntil().get("yantai"))); // when the next one is tried
        AtomicInteger ticks = new AtomicInteger();
        await(() -> {
            if (ticks.incrementAndGet() % TICKS_A_SECOND == 0) {
                pass(Duration.ofSeconds(1));
            }
            return way.journal.undelivered().isEmpty();
        });

        Duration took = Duration.between(back, way.network.now());
        assertTrue("drained after " + took, took.compareTo(DRAINED) <= 0);
        assertEquals("each has its effect once", LETTERS, way.cases.received.size());
    }

    private void tried(Exchange exchange) throws IOException {
        if (isDown.get()) {
            tries.incrementAndGet();
            throw new IOException("connection refused");
        }
    }

    private void pass(Duration time) {
        way.network.pass(time);
        way.signal.run();
    }
}
