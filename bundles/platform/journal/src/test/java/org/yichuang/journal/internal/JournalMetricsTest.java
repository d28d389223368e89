package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.LeasedJobs;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.shell.testing.Wired;

public class JournalMetricsTest extends OnBothStores {
    private final EventDelivery events = Wired.only(
            EventDelivery.class,
            Map.of(
                    "listeners",
                    none -> List.of(
                            new EventDelivery.Progress("cards", true, 12, Duration.ofSeconds(90), 1, 2, 3, ""))));
    private final LeasedJobs jobs = Wired.only(
            LeasedJobs.class,
            Map.of(
                    "jobs",
                    none -> List.of(new LeasedJobs.Status(
                            "retention",
                            Duration.ofHours(1),
                            true,
                            Optional.of(house.clock.instant().minusSeconds(30)),
                            Optional.of(Duration.ofMillis(500)),
                            Map.of("north", "a bad row")))));

    @Test
    public void theOutboxIsToldByTopicWithTheAgeOfItsOldest() {
        send("linkage", "a");
        house.clock.forward(Duration.ofMinutes(5));
        send("linkage", "b");
        send("payment", "c");

        assertEquals(2, value("yichuang_outbox_messages", "topic", "linkage", "state", "waiting"), 0);
        assertEquals(0, value("yichuang_outbox_messages", "topic", "linkage", "state", "parked"), 0);
        assertEquals(1, value("yichuang_outbox_messages", "topic", "payment", "state", "waiting"), 0);
        assertEquals(300, value("yichuang_outbox_oldest_age_seconds", "topic", "linkage"), 1);
    }

    @Test
    public void listenersJobsAndLeasesAreTold() {
        house.leases.acquire("retention", Duration.ofMinutes(1));

        assertEquals(90, value("yichuang_event_listener_lag_seconds", "listener", "cards"), 0);
        assertEquals(2, value("yichuang_event_listener_held", "listener", "cards", "state", "set_aside"), 0);
        assertEquals(30, value("yichuang_job_last_start_age_seconds", "job", "retention"), 1);
        assertEquals(.5, value("yichuang_job_last_duration_seconds", "job", "retention"), 0);
        assertEquals(1, value("yichuang_job_last_failures", "job", "retention"), 0);
        assertEquals(0, value("yichuang_journal_refusals_queued"), 0);
        assertTrue(metric("yichuang_lease_remaining_seconds").getDataPoints().stream()
                .anyMatch(point -> point.getLabels().get("lease").equals("retention")));
    }

    private void send(String topic, String aggregate) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage(topic + aggregate, topic, "south", aggregate, 1, "forward", "{}"));
            return null;
        });
    }

    private MetricSnapshot metric(String name) {
        return new JournalMetrics(house.boundary, events, jobs, house.leases, house.refusals, house.clock)
                .collect().stream()
                        .filter(each -> each.getMetadata().getName().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private double value(String name, String... labels) {
        DataPointSnapshot point = metric(name).getDataPoints().stream()
                .filter(each -> each.getLabels().equals(Labels.of(labels)))
                .findFirst()
                .orElseThrow();
        return ((GaugeDataPointSnapshot) point).getValue();
    }
}
