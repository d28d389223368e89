package org.yichuang.shell.internal.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.shell.api.Gauges;

/** {@code /metrics}: the figures of the machine and of all bundles that have some, in Prometheus's text format. */
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MetricsServlet.class);

    private final transient List<MultiCollector> sources;
    private final transient MetricsAccess access;
    private final transient PrometheusRegistry machine = new PrometheusRegistry();
    private final transient PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    /** @param sources those that are there now */
    public MetricsServlet(List<MultiCollector> sources, MetricsAccess access) {
        this.sources = sources;
        this.access = access;
        JvmMetrics.builder().register(machine);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!access.admits(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentLength(0);
        } else if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.setContentLength(0);
        } else {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            writer.write(body, collect());
            response.setContentType(writer.getContentType());
            response.setContentLength(body.size());
            body.writeTo(response.getOutputStream());
        }
    }

    /** Everything by name; a source that fails takes nothing else away, and is counted. */
    private MetricSnapshots collect() {
        Map<String, MetricSnapshot> byName = new LinkedHashMap<>();
        machine.scrape().forEach(snapshot -> byName.put(name(snapshot), snapshot));
        AtomicInteger failures = new AtomicInteger();
        for (MultiCollector source : sources) {
            ForeignCode.run(
                    () -> source.collect().forEach(snapshot -> byName.putIfAbsent(name(snapshot), snapshot)),
                    failure -> {
                        failures.incrementAndGet();
                        LOG.warn("A source of metrics fails: {}", failure.getMessage());
                        LOG.debug("It fails", failure);
                    });
        }
        MetricSnapshot failed = Gauges.of(
                "yichuang_metrics_sources_failed",
                "Sources that could not tell their figures just now",
                failures.get());
        byName.put(name(failed), failed);
        return new MetricSnapshots(new ArrayList<>(byName.values()));
    }

    private static String name(MetricSnapshot snapshot) {
        return snapshot.getMetadata().getPrometheusName();
    }
}
