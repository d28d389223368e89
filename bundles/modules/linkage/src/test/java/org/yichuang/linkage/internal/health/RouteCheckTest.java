package org.yichuang.linkage.internal.health;

import static org.junit.Assert.assertEquals;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.felix.hc.api.Result;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.routes.LinkageRoutes;

/** Only the linkage's own routes carry its messages. */
public class RouteCheckTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @Before
    public void start() {
        camel.start();
    }

    @After
    public void stop() {
        camel.stop();
    }

    @Test
    public void theRouteOfAnotherModuleCarriesNothing() throws Exception {
        run("fees-poll");
        assertEquals(Result.Status.CRITICAL, found());
    }

    @Test
    public void allRoutesMustBeThereAndRun() throws Exception {
        for (String id : LinkageRoutes.IDS) {
            assertEquals(Result.Status.CRITICAL, found());
            run(id);
        }
        assertEquals(Result.Status.OK, found());
        camel.getRouteController().stopRoute(LinkageRoutes.IDS.get(2));
        assertEquals(Result.Status.CRITICAL, found());
    }

    private Result.Status found() {
        return new RouteCheck(camel, new Settings(null).now()).execute().getStatus();
    }

    private void run(String id) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id).routeId(id).process(exchange -> {});
            }
        });
    }
}
