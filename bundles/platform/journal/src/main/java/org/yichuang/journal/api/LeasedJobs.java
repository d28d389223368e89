package org.yichuang.journal.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the jobs of this node are doing, for metrics, doctor and operators. */
public interface LeasedJobs {
    /** Returns the jobs that are installed here, by name. */
    List<Status> jobs();

    /**
     * How a job fares on this node.
     *
     * @param name the job's
     * @param period the time between two runs
     * @param isRunHere whether this node held its lease when it last tried
     * @param lastStart when this node last began a run, by the machine's clock
     * @param lastTook how long that run took, absent while it lasts
     * @param failures why the last run failed, by tenant; under an empty text what failed of the whole
     */
    record Status(
            String name,
            Duration period,
            boolean isRunHere,
            Optional<Instant> lastStart,
            Optional<Duration> lastTook,
            Map<String, String> failures) {
        public Status {
            failures = Map.copyOf(failures);
        }
    }
}
