package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.camel.jms.internal.TestTransport;
import org.yichuang.camel.jms.testing.Broker;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.MemoryKeys;

/** The county's deployment and the city's, each with routes and an outbox of its own; the broker between them dies. */
public class BetweenDeploymentsTest {
    private static final int CASES = 20;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryKeys exchanged = new MemoryKeys();
    private final RoutesFixture county = new RoutesFixture(exchanged);
    private final RoutesFixture city = new RoutesFixture(exchanged);
    private Broker broker;
    private TestTransport toCounty;
    private TestTransport toCity;

    @Before
    public void connect() throws Exception {
        broker = new Broker(folder.getRoot().toPath());
        broker.start();
        toCity = new TestTransport(broker.url());
        toCounty = new TestTransport(broker.url());
        county.camel.addComponent("jms", toCity.component());
        city.camel.addComponent("jms", toCounty.component());
        county.network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");
        city.network.policy(HAIYANG, "exchange.transport", "jms:queue:yichuang.{receiver}");
        county.begin("jms:queue:yichuang.haiyang");
        city.begin("jms:queue:yichuang.yantai");
    }

    @After
    public void stop() {
        county.close();
        city.close();
        toCounty.close();
        toCity.close();
        broker.close();
    }

    @Test
    public void theirLettersReachEachOtherInTheirOrderAndEachIsReceipted() {
        send(county, HAIYANG, "yantai", 0);
        send(city, YANTAI, "haiyang", 0);

        await(() -> areDelivered(county, HAIYANG, 0) && areDelivered(city, YANTAI, 0));

        assertOnceInOrder(city.cases.received, CASES);
        assertOnceInOrder(county.cases.received, CASES);
        assertEquals("each is receipted", 2 * CASES, county.cases.news.size());
    }

    @Test
    public void aBrokerThatDiesWhileTheyWriteLosesNothingAndDoublesNothing() throws Exception {
        send(county, HAIYANG, "yantai", 0);
        await(() -> !city.cases.received.isEmpty());
        broker.kill();
        send(county, HAIYANG, "yantai", CASES);
        send(city, YANTAI, "haiyang", CASES);
        await(() -> !city.breakers.shut().isEmpty());

        broker.start();

        await(() -> {
            timePasses();
            return areDelivered(county, HAIYANG, 0)
                    && areDelivered(county, HAIYANG, CASES)
                    && areDelivered(city, YANTAI, CASES);
        });
        assertOnceInOrder(city.cases.received, 2 * CASES);
        assertOnceInOrder(county.cases.received, CASES);
    }

    private void timePasses() {
        for (RoutesFixture each : List.of(county, city)) {
            each.network.pass(Duration.ofSeconds(5));
            each.signal.run();
        }
    }

    private static void send(RoutesFixture from, TenantId sender, String receiver, int first) {
        for (int sequence = 1; sequence <= 2; sequence++) {
            for (int number = first; number < first + CASES; number++) {
                from.send(sender, receiver, sender + "-" + number, sequence);
            }
        }
    }

    private static boolean areDelivered(RoutesFixture from, TenantId sender, int first) {
        return IntStream.range(first, first + CASES)
                .mapToObj(number -> sender + "-" + number + "-2")
                .allMatch(id -> from.message(id).state() == State.DELIVERED);
    }

    private static void assertOnceInOrder(List<Incoming> received, int cases) {
        Map<String, Long> last = new HashMap<>();
        List.copyOf(received).forEach(letter -> {
            long before = last.getOrDefault(letter.aggregateId(), 0L);
            assertEquals(letter.aggregateId(), before + 1, letter.sequence());
            last.put(letter.aggregateId(), letter.sequence());
        });
        assertEquals(cases, last.size());
    }
}
