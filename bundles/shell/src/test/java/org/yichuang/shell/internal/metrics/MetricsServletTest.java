package org.yichuang.shell.internal.metrics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Test;
import org.yichuang.shell.api.Gauges;
import org.yichuang.shell.testing.Wired;

public class MetricsServletTest {
    private static final String TOKEN = "a-token-of-twenty-letters";
    private final MetricsAccess access = new MetricsAccess();
    private final MultiCollector good = () -> new MetricSnapshots(Gauges.of("yichuang_good", "It works", 7));
    private final MultiCollector broken = () -> {
        throw new IllegalStateException("the database is away");
    };
    private int status = 200;

    @Test
    public void theMachineAndAllSourcesAreToldAndABrokenOneIsCounted() throws Exception {
        String text = get(request("127.0.0.1", Map.of("Host", "localhost:8181")), good, broken, good);

        assertTrue(text, text.contains("yichuang_good 7.0"));
        assertTrue(text, text.contains("jvm_memory_used_bytes{area=\"heap\"}"));
        assertTrue(text, text.contains("yichuang_metrics_sources_failed 1.0"));
    }

    @Test
    public void whoAsksFromElsewhereNeedsTheToken() {
        assertFalse(access.admits(request("192.0.2.1", Map.of("Host", "localhost"))));
        assertFalse(access.admits(request("192.0.2.1", Map.of("Authorization", "Bearer "))));

        access.updated(new Hashtable<>(Map.of("token", TOKEN)));

        assertTrue(access.admits(request("192.0.2.1", Map.of("Authorization", "Bearer " + TOKEN))));
        assertFalse(access.admits(request("192.0.2.1", Map.of("Authorization", "Bearer " + TOKEN + "x"))));
        assertFalse(access.admits(request("192.0.2.1", Map.of())));
    }

    @Test
    public void aProxyOnThisMachineIsNotThisMachine() {
        assertTrue(access.admits(request("127.0.0.1", Map.of("Host", "127.0.0.1:8181"))));
        assertTrue(access.admits(request("0:0:0:0:0:0:0:1", Map.of("Host", "[::1]:8181"))));
        assertFalse(access.admits(request("127.0.0.1", Map.of("Host", "localhost", "X-Forwarded-For", "192.0.2.1"))));
        assertFalse(access.admits(request("127.0.0.1", Map.of("Host", "www.yantai.example"))));
    }

    @Test
    public void aShortTokenIsNone() {
        access.updated(new Hashtable<>(Map.of("token", "short")));

        assertFalse(access.admits(request("192.0.2.1", Map.of("Authorization", "Bearer short"))));
    }

    @Test
    public void whoMayNotReadSeesNothing() throws Exception {
        assertEquals("", get(request("192.0.2.1", Map.of("Host", "localhost")), good));
        assertEquals(403, status);
    }

    private String get(HttpServletRequest request, MultiCollector... sources) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ServletOutputStream out = new ServletOutputStream() {
            @Override
            public void write(int one) {
                body.write(one);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
        Map<String, java.util.function.Function<Object[], Object>> methods = new HashMap<>();
        List.of("setHeader", "setContentLength", "setContentType").forEach(name -> methods.put(name, args -> null));
        methods.put("setStatus", args -> status = (Integer) args[0]);
        methods.put("getOutputStream", none -> out);
        new MetricsServlet(List.of(sources), access).service(request, Wired.only(HttpServletResponse.class, methods));
        return body.toString(StandardCharsets.UTF_8);
    }

    private static HttpServletRequest request(String address, Map<String, String> headers) {
        return Wired.only(
                HttpServletRequest.class,
                Map.of(
                        "getRemoteAddr", none -> address,
                        "getMethod", none -> "GET",
                        "getHeader", args -> headers.get(args[0])));
    }
}
