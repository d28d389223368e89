package org.yichuang.shell.internal.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.shell.api.Gauges;

/** The pools of connections, as they show themselves by JMX. */
public class PoolMetrics implements MultiCollector {
    private static final Logger LOG = LoggerFactory.getLogger(PoolMetrics.class);
    /** Whichever bundle made them. */
    private static final String POOLS = "*:type=GenericObjectPool,*";

    private static final Map<String, String> ATTRIBUTES =
            new TreeMap<>(Map.of("NumActive", "active", "NumIdle", "idle", "NumWaiters", "waiting", "MaxTotal", "max"));

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Override
    public MetricSnapshots collect() {
        List<GaugeDataPointSnapshot> points = new ArrayList<>();
        for (ObjectName pool : pools()) {
            String name = String.valueOf(pool.getKeyProperty("name"));
            ATTRIBUTES.forEach((attribute, state) -> read(pool, attribute, name, state, points));
        }
        GaugeSnapshot gauge =
                Gauges.of("yichuang_pool_connections", "Connections of a pool, and threads that wait for one", points);
        return new MetricSnapshots(gauge);
    }

    private Set<ObjectName> pools() {
        try {
            return beans.queryNames(new ObjectName(POOLS), null);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(
            ObjectName pool, String attribute, String name, String state, List<GaugeDataPointSnapshot> points) {
        try {
            Number value = (Number) beans.getAttribute(pool, attribute);
            points.add(Gauges.point(value.doubleValue(), "pool", name, "state", state));
        } catch (JMException e) {
            LOG.debug("The pool {} has gone: {}", name, e.getMessage());
        }
    }
}
