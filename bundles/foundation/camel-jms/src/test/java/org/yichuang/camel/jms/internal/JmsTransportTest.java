package org.yichuang.camel.jms.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.camel.jms.testing.Broker;

/** Messages over a broker that runs beside. */
public class JmsTransportTest {
    private static final int PATIENCE_SECONDS = 120;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private Broker broker;
    private JmsTransport transport;
    private ProducerTemplate sender;

    @Before
    public void start() throws Exception {
        broker = new Broker(folder.getRoot().toPath());
        broker.start();
        transport = new JmsTransport(JmsSettings.read(Map.of("url", broker.url())));
        camel.addComponent("jms", transport.component());
        camel.getShutdownStrategy().setTimeout(10);
        camel.start();
        sender = camel.createProducerTemplate();
    }

    @After
    public void stop() {
        camel.stop();
        transport.close();
        broker.close();
    }

    @Test
    public void whatIsSentIsTakenOnceEvenIfItComesLater() throws Exception {
        send("jms:queue:yichuang.yantai", "first");
        take();
        send("jms:queue:yichuang.yantai", "second");

        assertEquals("first", next());
        assertEquals("second", next());
        assertNull(taken.poll(1, TimeUnit.SECONDS));
    }

    @Test
    public void whatFailedIsGivenAgain() throws Exception {
        failures.set(2);
        take();
        send("jms:queue:yichuang.yantai", "letter");

        assertEquals("letter", next());
        assertEquals(0, failures.get());
    }

    @Test
    public void whatHasExpiredIsNotTaken() throws Exception {
        send("jms:queue:yichuang.yantai?timeToLive=1", "stale");
        send("jms:queue:yichuang.yantai?timeToLive=600000", "fresh");
        TimeUnit.MILLISECONDS.sleep(50);
        take();

        assertEquals("fresh", next());
        assertNull(taken.poll(1, TimeUnit.SECONDS));
    }

    @Test
    public void aBrokerThatDiesKeepsWhatItHasAndIsFoundAgain() throws Exception {
        send("jms:queue:yichuang.yantai", "before");
        broker.kill();
        assertThrows(CamelExecutionException.class, () -> send("jms:queue:yichuang.yantai", "meanwhile"));

        take(); // routes begin whether it is there or not
        broker.start();

        assertEquals("before", next());
        send("jms:queue:yichuang.yantai", "after");
        assertEquals("after", next());
    }

    @Test
    public void severalTakeAtATimeAndEachGroupStaysInItsOrder() throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        List<String> order = new CopyOnWriteArrayList<>();
        try (JmsTransport wide = new JmsTransport(JmsSettings.read(Map.of("url", broker.url(), "consumers", "4")))) {
            camel.addComponent("wide", wide.component());
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("wide:queue:yichuang.yantai")
                            .routeId("wide")
                            .errorHandler(noErrorHandler())
                            .process(exchange -> {
                                together.countDown();
                                together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                                order.add(new String(
                                        exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8));
                            });
                }
            });
            for (int number = 1; number <= 5; number++) {
                for (String group : List.of("a", "b", "c", "d")) {
                    sender.sendBodyAndHeader(
                            "jms:queue:yichuang.yantai",
                            (group + number).getBytes(StandardCharsets.UTF_8),
                            "JMSXGroupID",
                            group);
                }
            }
            assertTrue("two at a time", together.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
            for (int waited = 0; order.size() < 20 && waited < PATIENCE_SECONDS * 10; waited++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            camel.getRouteController().stopRoute("wide");
        }
        for (String group : List.of("a", "b", "c", "d")) {
            assertEquals(
                    List.of(group + 1, group + 2, group + 3, group + 4, group + 5),
                    order.stream().filter(each -> each.startsWith(group)).toList());
        }
    }

    private void send(String endpoint, String text) {
        sender.sendBody(endpoint, text.getBytes(StandardCharsets.UTF_8));
    }

    private void take() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:yichuang.yantai").errorHandler(noErrorHandler()).process(exchange -> {
                    if (failures.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                        throw new IllegalStateException("The database is away");
                    }
                    taken.add(new String(exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8));
                });
            }
        });
    }

    private String next() throws InterruptedException {
        return taken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
