package org.yichuang.camel.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.junit.After;
import org.junit.Test;

/** Routes and components come and go in a running context. */
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
        RoutesBuilder county = answering("direct:county", "forwarded");
        host.add(county);
        host.add(answering("direct:city", "decided"));
        host.remove(county);
        assertThrows(CamelExecutionException.class, () -> ask("direct:county"));
        assertEquals("decided", ask("direct:city"));
        assertEquals(1, host.context().getRoutes().size());
    }

    @Test
    public void aRouteThatComesBackServesAgain() {
        RoutesBuilder first = answering("direct:city", "first");
        host.add(first);
        host.remove(first);
        host.add(answering("direct:city", "second"));
        assertEquals("second", ask("direct:city"));
    }

    @Test
    public void refusedRoutesLeaveNothingBehind() {
        host.add(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:half").to("log:half");
                from("unknown:whole").to("log:whole");
            }
        });
        assertEquals(0, host.context().getRoutes().size());
        host.add(answering("direct:half", "whole"));
        assertEquals("whole", ask("direct:half"));
    }

    @Test
    public void aBuilderWhoseClassesHaveGoneLeavesNothingBehind() {
        host.add(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:half").to("log:half");
                throw new NoClassDefFoundError("its bundle is being updated");
            }
        });
        assertEquals(0, host.context().getRoutes().size());
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

    @Test
    public void routesWaitForTheirComponent() {
        host.add(route("direct:county", "wire:city"));
        host.add(answering("wire:city", "decided"));
        assertEquals(0, host.context().getRoutes().size());

        host.add("wire", new DirectComponent());

        assertEquals("decided", ask("direct:county"));
    }

    @Test
    public void componentsComeAndGo() {
        Component first = new DirectComponent();
        host.add("wire", first);
        host.add(answering("wire:city", "decided"));
        host.add(route("direct:county", "wire:city"));
        host.add(answering("direct:township", "received"));

        host.remove("wire", first);
        assertThrows(CamelExecutionException.class, () -> ask("direct:county"));
        assertEquals("received", ask("direct:township"));
        assertNull(host.context().hasComponent("wire"));

        host.add("wire", new DirectComponent());
        assertEquals("decided", ask("direct:county"));
    }

    @Test
    public void aRouteThatHasGoneDoesNotComeBackWithItsComponent() {
        RoutesBuilder gone = answering("wire:city", "decided");
        host.add(gone);
        host.remove(gone);
        host.add("wire", new DirectComponent());
        assertEquals(0, host.context().getRoutes().size());
    }

    @Test
    public void theFirstOfTwoComponentsOfOneSchemeIsUsed() {
        Component first = new DirectComponent();
        Component second = new DirectComponent();
        host.add("wire", first);
        host.add("wire", second);
        assertSame(first, host.context().hasComponent("wire"));
        host.remove("wire", second);
        assertSame(first, host.context().hasComponent("wire"));
    }

    @Test
    public void aRouteHasAnMBean() throws Exception {
        host.add(answering("direct:city", "decided"));
        ask("direct:city");

        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> routes =
                beans.queryNames(new ObjectName("org.apache.camel:context=yichuang,type=routes,*"), null);

        assertEquals(1, routes.size());
        assertEquals(1L, beans.getAttribute(routes.iterator().next(), "ExchangesCompleted"));
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
