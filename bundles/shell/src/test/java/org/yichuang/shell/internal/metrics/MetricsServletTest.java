package org.yichuang.shell.internal.metrics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.shell.api.Gauges;
import org.yichuang.shell.testing.Wired;

public class MetricsServletTest {
    private static final String TOKEN = "a-token-of-twenty-letters";

    @Rule
    public final TemporaryFolder base = new TemporaryFolder();

    private MetricsAccess access;
    private final MultiCollector good = () -> new MetricSnapshots(Gauges.of("yichuang_good", "It works", 7));
    private final MultiCollector broken = () -> {
        throw new IllegalStateException("the database is away");
    };
    private final MultiCollector unloaded = () -> {
        throw new NoClassDefFoundError("its bundle is being updated");
    };
    private int status = 200;

    @Before
    public void start() {
        access = started();
        access.updated(new Hashtable<>(Map.of("token", TOKEN)));
    }

    private MetricsAccess started() {
        MetricsAccess fresh = new MetricsAccess(base.getRoot().getPath());
        fresh.start();
        return fresh;
    }

    @Test
    public void theMachineAndAllSourcesAreToldAndABrokenOneIsCounted() throws Exception {
        String text = get(request(TOKEN), unloaded, broken, good, good);

        assertTrue(text, text.contains("yichuang_good 7.0"));
        assertTrue(text, text.contains("jvm_memory_used_bytes{area=\"heap\"}"));
        assertTrue(text, text.contains("yichuang_metrics_sources_failed 2.0"));
    }

    @Test
    public void nobodyIsLetInWithoutTheToken() {
        assertTrue(access.admits(request(TOKEN)));
        assertFalse(access.admits(request(TOKEN + "x")));
        assertFalse(access.admits(request("")));
    }

    @Test
    public void throughAPlainProxyEverybodyComesFromHereAndNeedsTheToken() throws Exception {
        assertEquals("", get(request(Map.of("Host", "127.0.0.1:8181")), good));
        assertEquals(403, status);
    }

    @Test
    public void whereNoneIsSetTheContainerMakesOneThatItsOwnerReads() throws Exception {
        MetricsAccess unset = started();
        Path file = base.getRoot().toPath().resolve("keys/metrics.token");
        String token = Files.readString(file).strip();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(unset.admits(request(token)));
        assertFalse(unset.admits(request(TOKEN)));
        assertTrue("the same after a restart", started().admits(request(token)));
        assertFalse("one that is set holds alone", access.admits(request(token)));
    }

    @Test
    public void aShortTokenIsNone() {
        access.updated(new Hashtable<>(Map.of("token", "short")));

        assertFalse(access.admits(request("short")));
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

    private static HttpServletRequest request(String token) {
        return request(Map.of("Authorization", "Bearer " + token));
    }

    private static HttpServletRequest request(Map<String, String> headers) {
        return Wired.only(
                HttpServletRequest.class,
                Map.of(
                        "getRemoteAddr",
                        none -> "127.0.0.1",
                        "getMethod",
                        none -> "GET",
                        "getHeader",
                        args -> headers.get(args[0])));
    }
}
