package org.yichuang.web.internal;

import static org.junit.Assert.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class AddressRateFilterTest {
    private final WebSettings settings = new WebSettings();
    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private URI health;

    @Before
    public void startServer() throws Exception {
        settings.updated(new Hashtable<>(
                Map.of("rate.address", "1", "rate.address.burst", "3", "proxies", "127.0.0.1,0:0:0:0:0:0:0:1")));
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new Health()), "/health/*");
        context.addFilter(
                new FilterHolder(new AddressRateFilter(new RateLimiter(settings, () -> 5), settings)),
                "/health/*",
                EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
        health = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/health/ready");
    }

    @After
    public void stopServer() throws Exception {
        server.stop();
    }

    @Test
    public void whoAsksTooOftenIsRefusedAndNobodyElse() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals(200, ask("2001:db8::" + i));
        }

        assertEquals("the whole network is one client", 429, ask("2001:db8::9"));
        assertEquals("the balancer goes on", 200, ask("192.0.2.1"));
    }

    private int ask(String from) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(health).header("X-Forwarded-For", from).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static final class Health extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(200);
        }
    }
}
