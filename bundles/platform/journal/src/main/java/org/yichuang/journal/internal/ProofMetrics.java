package org.yichuang.journal.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.yichuang.shell.api.Gauges;

/** How the anchors fare, in figures. */
public class AnchorMetrics implements MultiCollector {
    private final AnchorWatch watch;
    private final AnchorHeads heads;

    public AnchorMetrics(AnchorWatch watch, AnchorHeads heads) {
        this.watch = watch;
        this.heads = heads;
    }

    @Override
    public MetricSnapshots collect() {
        return new MetricSnapshots(
                Gauges.of(
                        "yichuang_journal_anchors_overdue",
                        "Centres whose entries have waited for an anchor for more than a minute",
                        watch.overdue().size()),
                Gauges.of(
                        "yichuang_journal_anchor_heads_unkept",
                        "Heads, or places, of which a second place has not what it should",
                        heads.troubles().size()));
    }
}
