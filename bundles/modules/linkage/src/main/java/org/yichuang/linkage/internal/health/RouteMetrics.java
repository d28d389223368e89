package org.yichuang.linkage.internal.health;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.yichuang.linkage.internal.CentreEndpoints;
import org.yichuang.shell.api.Gauges;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** What has passed through the routes, as Camel itself counts it, and which ways to other deployments are shut. */
public class RouteMetrics implements MultiCollector {
    private static final double MILLIS = 1e3;

    private final CamelContext camel;
    private final Tenants tenants;
    private final CentreEndpoints endpoints;

    /** @param endpoints how each centre is reached, and whether it is */
    public RouteMetrics(CamelContext camel, Tenants tenants, CentreEndpoints endpoints) {
        this.camel = camel;
        this.tenants = tenants;
        this.endpoints = endpoints;
    }

    @Override
    public MetricSnapshots collect() {
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        CounterSnapshot.Builder passed =
                CounterSnapshot.builder().name("yichuang_camel_exchanges").help("What a route has worked on");
        CounterSnapshot.Builder took = CounterSnapshot.builder()
                .name("yichuang_camel_exchange_seconds")
                .help("How long that took, together");
        List<GaugeDataPointSnapshot> inside = new ArrayList<>();
        for (Route route : camel.getRoutes()) {
            ManagedRouteMBean counted = managed == null ? null : managed.getManagedRoute(route.getRouteId());
            if (counted != null) { // it may just have gone
                String id = route.getRouteId();
                passed.dataPoint(point(counted.getExchangesCompleted(), "route", id, "result", "completed"));
                passed.dataPoint(point(counted.getExchangesFailed(), "route", id, "result", "failed"));
                took.dataPoint(point(counted.getTotalProcessingTime() / MILLIS, "route", id));
                inside.add(Gauges.point(counted.getExchangesInflight(), "route", id));
            }
        }
        return new MetricSnapshots(
                passed.build(),
                took.build(),
                Gauges.of("yichuang_camel_exchanges_inflight", "What a route works on now", inside),
                Gauges.of(
                        "yichuang_linkage_way_shut",
                        "1 where nothing is tried to a centre elsewhere, as its way has failed too often; 0 else",
                        ways()));
    }

    private static CounterDataPointSnapshot point(double value, String... labels) {
        return CounterDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build();
    }

    private List<GaugeDataPointSnapshot> ways() {
        Set<String> shut = endpoints.shut();
        return tenants.all().stream()
                .map(Tenant::id)
                .filter(centre -> endpoints.isElsewhere(centre.value()))
                .map(centre -> Gauges.point(shut.contains(centre.value()) ? 1 : 0, "receiver", centre.value()))
                .toList();
    }
}
