package org.yichuang.notices.internal.health;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.internal.PendingNotices;
import org.yichuang.shell.api.Gauges;

/** How many messages wait or are to be decided about, in figures. */
public class NoticeMetrics implements MultiCollector {
    private final PendingNotices pending;

    public NoticeMetrics(PendingNotices pending) {
        this.pending = pending;
    }

    @Override
    public MetricSnapshots collect() {
        return new MetricSnapshots(Gauges.of(
                "yichuang_notices",
                "Messages to people that wait, or about which somebody is to decide, up to 1000 of each",
                List.of(
                        Gauges.point(pending.waiting(), "state", "waiting"),
                        Gauges.point(count(State.UNCERTAIN), "state", "uncertain"),
                        Gauges.point(count(State.REFUSED), "state", "refused"),
                        Gauges.point(count(State.EXPIRED), "state", "expired"))));
    }

    private int count(State state) {
        return pending.ofState(state, PendingNotices.MOST_COUNTED).size();
    }
}
