package org.yichuang.web.internal;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.yichuang.shell.api.Gauges;
import org.yichuang.web.api.RequestState;

/** The figures of requests: by operation (never by path: that is of the client's choosing) and status. */
final class RequestMetrics implements MultiCollector {
    private static final double NANOS = 1e9;
    private static final double[] SECONDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10};
    /** What no module has: files of pages, unknown paths, refusals before a module was asked. */
    private static final String UNROUTED = "other";

    private final Histogram durations = Histogram.builder()
            .name("http_server_request_duration_seconds")
            .help("How long requests took, by operation")
            .labelNames("operation")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .build();
    private final Counter requests = Counter.builder()
            .name("http_server_requests")
            .help("Requests by operation and status")
            .labelNames("operation", "status")
            .build();
    private final Map<String, IntSupplier> active;

    /** @param active what goes on at this moment, by what it is */
    RequestMetrics(Map<String, IntSupplier> active) {
        this.active = new TreeMap<>(active);
    }

    /** Counts an answer. */
    void record(RequestState state, int status, long nanos) {
        String operation = state != null && state.isRouted() ? state.operation() : UNROUTED;
        durations.labelValues(operation).observe(nanos / NANOS);
        requests.labelValues(operation, Integer.toString(status)).inc();
    }

    @Override
    public MetricSnapshots collect() {
        List<GaugeDataPointSnapshot> now = active.entrySet().stream()
                .map(each -> Gauges.point(each.getValue().getAsInt(), "kind", each.getKey()))
                .toList();
        return new MetricSnapshots(
                durations.collect(),
                requests.collect(),
                Gauges.of(
                        "yichuang_http_active",
                        "Requests that are worked on, threads that wait for slow bodies, and answers that last",
                        now));
    }
}
