package org.yichuang.journal.internal;

import java.time.Duration;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;

/**
 * Brings rows under proof soon after a start, and when a module has come: what was edited before an upgrade can only be
 * told as long as no step has taken it for its own. Where nothing has changed it does nothing.
 */
public class RowBaselineJob implements LeasedJob {
    private final RowBaseline baseline;

    public RowBaselineJob(RowBaseline baseline) {
        this.baseline = baseline;
    }

    @Override
    public String name() {
        return "journal-row-baseline";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(JobRun run) {
        baseline.ensure(run.context().tenant(), unit -> unit.require(run.lease()));
    }
}
