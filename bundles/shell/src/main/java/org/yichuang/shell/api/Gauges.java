package org.yichuang.shell.api;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.List;

/** Makes gauges of figures that are read when somebody asks. */
public final class Gauges {
    private Gauges() {}

    /**
     * A gauge.
     *
     * @param name its name with the unit, e.g. {@code yichuang_outbox_oldest_age_seconds}
     * @param help what it says, in a sentence
     * @param points its values, each with other labels
     */
    public static GaugeSnapshot of(String name, String help, List<GaugeDataPointSnapshot> points) {
        return new GaugeSnapshot(new MetricMetadata(name, help), points);
    }

    /** A gauge with one value. */
    public static GaugeSnapshot of(String name, String help, double value) {
        return of(name, help, List.of(point(value)));
    }

    /**
     * A value.
     *
     * @param labels names and values by turns
     */
    public static GaugeDataPointSnapshot point(double value, String... labels) {
        return new GaugeDataPointSnapshot(value, Labels.of(labels), null);
    }
}
