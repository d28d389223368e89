package org.yichuang.camel.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.After;
import org.junit.Test;

/** Routes come and go in a running context. */
public class CamelHostTest {
    private final CamelHost host = new CamelHost();

    @After
    public void close() {
        host.close();
    }

    @Test
    public void routesOfTwoModulesReachEachOther() {
        host.add(route("direct:county", "direct:city"));
        host.add(answering("direct:city", "decided"));
        assertEquals("decided", ask("direct:county"));
    }

    @Test
    public void aRemovedRouteIsGoneAndTheOthersStay() {
        List<String> county = host.add(answering("direct:county", "forwarded"));
        host.add(answering("direct:city", "decided"));
        host.remove(county);
        assertThrows(CamelExecutionException.class, () -> ask("direct:county"));
        assertEquals("decided", ask("direct:city"));
        assertEquals(1, host.context().getRoutes().size());
    }

    @Test
    public void aRouteThatComesBackServesAgain() {
        host.remove(host.add(answering("direct:city", "first")));
        host.add(answering("direct:city", "second"));
        assertEquals("second", ask("direct:city"));
    }

    @Test
    public void refusedRoutesLeaveNothingBehind() {
        List<String> refused = host.add(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:half").to("log:half");
                from("unknown:whole").to("log:whole");
            }
        });
        assertEquals(List.of(), refused);
        assertEquals(0, host.context().getRoutes().size());
        host.add(answering("direct:half", "whole"));
        assertEquals("whole", ask("direct:half"));
    }

    @Test
    public void aBuilderWhoseClassesHaveGoneLeavesNothingBehind() {
        List<String> refused = host.add(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:half").to("log:half");
                throw new NoClassDefFoundError("its bundle is being updated");
            }
        });
        assertEquals(List.of(), refused);
        host.add(answering("direct:half", "whole"));
        assertEquals("whole", ask("direct:half"));
        assertEquals(1, host.context().getRoutes().size());
    }

    @Test
    public void queuesAndTimersWork() throws InterruptedException {
        CountDownLatch received = new CountDownLatch(2);
        host.add(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:tick?repeatCount=2&delay=0&period=1")
                        .setBody(simple("tick"))
                        .to("seda:box");
                from("seda:box").process(exchange -> received.countDown());
            }
        });
        assertTrue(received.await(120, TimeUnit.SECONDS));
    }

    private String ask(String endpoint) {
        try (ProducerTemplate producer = host.context().createProducerTemplate()) {
            return producer.requestBody(endpoint, "case", String.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RouteBuilder route(String from, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        };
    }

    private static RouteBuilder answering(String from, String answer) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).process((Exchange exchange) -> exchange.getMessage().setBody(answer));
            }
        };
    }
}
