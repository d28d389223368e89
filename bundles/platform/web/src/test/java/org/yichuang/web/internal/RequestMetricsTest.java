package org.yichuang.web.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;
import org.yichuang.web.api.RequestState;

public class RequestMetricsTest {
    private final RequestMetrics metrics = new RequestMetrics(Map.of("requests", () -> 3));

    @Test
    public void requestsAreCountedByOperationAndStatus() throws Exception {
        RequestState state = state();
        state.setOperation("GET /{tenant}/cases/{number}", false);

        metrics.record(state, 200, 7_000_000);
        metrics.record(state, 404, 7_000_000);

        String text = text();
        assertTrue(
                text,
                text.contains(
                        "http_server_requests_total{operation=\"GET /{tenant}/cases/{number}\",status=\"404\"} 1.0"));
        assertTrue(
                text,
                text.contains("http_server_request_duration_seconds_bucket"
                        + "{operation=\"GET /{tenant}/cases/{number}\",le=\"0.01\"} 2"));
        assertTrue(text, text.contains("yichuang_http_active{kind=\"requests\"} 3.0"));
    }

    @Test
    public void whatTheClientMadeUpIsNoLabel() throws Exception {
        metrics.record(state(), 404, 1);
        metrics.record(null, 500, 1);

        String text = text();
        assertTrue(text, text.contains("http_server_requests_total{operation=\"other\",status=\"404\"} 1.0"));
        assertFalse(text, text.contains("INVENTED"));
    }

    private static RequestState state() {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, args) -> method.getName().equals("getMethod") ? "INVENTED" : null);
        return new RequestState(request, "r", "192.0.2.1", false);
    }

    private String text() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.builder().build().write(out, metrics.collect());
        return out.toString(StandardCharsets.UTF_8);
    }
}
