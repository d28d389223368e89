package org.yichuang.journal.internal;

import java.time.Duration;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;

/** Forgets what is old every hour; apart from the anchoring, which must not wait for it. */
public class RetentionJob implements LeasedJob {
    private final Retention retention;

    public RetentionJob(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "journal-retention";
    }

    @Override
    public Duration period() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(JobRun run) {
        retention.forgetOld(run);
    }
}
