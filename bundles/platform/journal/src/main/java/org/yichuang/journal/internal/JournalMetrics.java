package org.yichuang.journal.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.LeasedJobs;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.shell.api.Gauges;

/** What goes on by itself, in figures: the outbox, event listeners, jobs, leases and the queue of refusals. */
public class JournalMetrics implements MultiCollector {
    private static final String NEXT_TOPIC = "SELECT MIN(TOPIC) FROM JOURNAL_OUTBOX WHERE TOPIC>?";
    private static final String BACKLOG =
            "SELECT COUNT(*), MIN(CREATED_MICROS) FROM JOURNAL_OUTBOX WHERE TOPIC=? AND STATE=?";
    private static final double MICROS = 1e6;

    private final TransactionBoundary boundary;
    private final EventDelivery events;
    private final LeasedJobs jobs;
    private final Leases leases;
    private final RefusalLog refusals;
    private final Clock machine;

    /** @param machine the clock by which messages and leases are written */
    public JournalMetrics(
            TransactionBoundary boundary,
            EventDelivery events,
            LeasedJobs jobs,
            Leases leases,
            RefusalLog refusals,
            Clock machine) {
        this.boundary = boundary;
        this.events = events;
        this.jobs = jobs;
        this.leases = leases;
        this.refusals = refusals;
        this.machine = machine;
    }

    @Override
    public MetricSnapshots collect() {
        List<GaugeSnapshot> all = new ArrayList<>();
        all.addAll(outbox());
        all.addAll(listeners());
        all.addAll(jobs());
        all.add(Gauges.of(
                "yichuang_lease_remaining_seconds",
                "How long a lease still runs; negative when nobody holds it",
                leases.held().stream()
                        .map(lease -> Gauges.point(
                                seconds(machine.instant(), Instant.parse(lease.until())),
                                "lease",
                                lease.name(),
                                "holder",
                                lease.holder()))
                        .toList()));
        all.add(Gauges.of(
                "yichuang_journal_refusals_queued",
                "Refusals of accounts that wait for their entry",
                refusals.queued()));
        return new MetricSnapshots(List.copyOf(all));
    }

    private List<GaugeSnapshot> outbox() {
        List<GaugeDataPointSnapshot> counts = new ArrayList<>();
        List<GaugeDataPointSnapshot> ages = new ArrayList<>();
        boundary.readSql(RowScope.acrossTenants("backlog of messages"), connection -> {
            for (String topic : topics(connection)) {
                for (String state : List.of("WAITING", "PARKED")) {
                    Backlog backlog = Sql.first(connection, BACKLOG, Backlog::read, topic, state)
                            .orElseThrow();
                    counts.add(Gauges.point(backlog.count, "topic", topic, "state", state.toLowerCase(Locale.ROOT)));
                    if (state.equals("WAITING")) {
                        ages.add(Gauges.point(backlog.age(machine.instant()), "topic", topic));
                    }
                }
            }
            return null;
        });
        return List.of(
                Gauges.of("yichuang_outbox_messages", "Messages that have not been delivered", counts),
                Gauges.of("yichuang_outbox_oldest_age_seconds", "Age of the oldest message that waits", ages));
    }

    /** One look into the index for each topic, however many messages are kept. */
    private static List<String> topics(Connection connection) {
        List<String> topics = new ArrayList<>();
        Optional<String> next = next(connection, "");
        while (next.isPresent()) {
            topics.add(next.get());
            next = next(connection, next.get());
        }
        return topics;
    }

    private static Optional<String> next(Connection connection, String after) {
        return Sql.first(connection, NEXT_TOPIC, row -> Optional.ofNullable(row.getString(1)), after)
                .flatMap(topic -> topic);
    }

    private List<GaugeSnapshot> listeners() {
        List<GaugeDataPointSnapshot> behind = new ArrayList<>();
        List<GaugeDataPointSnapshot> lag = new ArrayList<>();
        List<GaugeDataPointSnapshot> held = new ArrayList<>();
        for (EventDelivery.Progress each : events.listeners()) {
            behind.add(Gauges.point(each.behind(), "listener", each.listener()));
            lag.add(Gauges.point(each.lag().toMillis() / 1e3, "listener", each.listener()));
            held.add(Gauges.point(each.retrying(), "listener", each.listener(), "state", "retrying"));
            held.add(Gauges.point(each.setAside(), "listener", each.listener(), "state", "set_aside"));
            held.add(Gauges.point(each.waitingBehind(), "listener", each.listener(), "state", "behind"));
        }
        return List.of(
                Gauges.of("yichuang_event_listener_behind", "Events that a listener has not been offered yet", behind),
                Gauges.of("yichuang_event_listener_lag_seconds", "Age of the oldest of them", lag),
                Gauges.of("yichuang_event_listener_held", "Events that could not be delivered", held));
    }

    private List<GaugeSnapshot> jobs() {
        List<GaugeDataPointSnapshot> since = new ArrayList<>();
        List<GaugeDataPointSnapshot> took = new ArrayList<>();
        List<GaugeDataPointSnapshot> failures = new ArrayList<>();
        for (LeasedJobs.Status job : jobs.jobs()) {
            job.lastStart()
                    .ifPresent(start -> since.add(Gauges.point(seconds(start, machine.instant()), "job", job.name())));
            job.lastTook().ifPresent(time -> took.add(Gauges.point(time.toMillis() / 1e3, "job", job.name())));
            failures.add(Gauges.point(job.failures().size(), "job", job.name()));
        }
        return List.of(
                Gauges.of(
                        "yichuang_job_last_start_age_seconds", "Since when this node began the job's last run", since),
                Gauges.of("yichuang_job_last_duration_seconds", "How long that run took", took),
                Gauges.of("yichuang_job_last_failures", "At how many centres it failed", failures));
    }

    private static double seconds(Instant from, Instant to) {
        return ChronoUnit.MILLIS.between(from, to) / 1e3;
    }

    private record Backlog(long count, long oldestMicros) {
        static Backlog read(ResultSet row) throws SQLException {
            return new Backlog(row.getLong(1), row.getLong(2));
        }

        double age(Instant now) {
            return count == 0 ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, now) / MICROS - oldestMicros / MICROS;
        }
    }
}
