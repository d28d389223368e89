package org.yichuang.journal.internal.health;

import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.LeasedJobs;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Did the last runs of the jobs of this node succeed at every centre? */
class JobCheck extends ModuleCheck {
    private static final int MOST = 20;

    private final LeasedJobs jobs;

    JobCheck(LeasedJobs jobs) {
        super("jobs", DOCTOR);
        this.jobs = jobs;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> failed = jobs.jobs().stream()
                .flatMap(job -> job.failures().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .limit(MOST)
                        .map(failure -> failed(job.name(), failure.getKey(), failure.getValue())))
                .toList();
        int all = jobs.jobs().size();
        return failed.isEmpty() ? List.of(Finding.ok(Messages.of("jobs-ok", all))) : failed;
    }

    /** @param centre where it failed, empty when it failed as a whole */
    private static Finding failed(String job, String centre, String reason) {
        Finding finding =
                Finding.warn(Messages.of("job-failed", job, centre, reason), Messages.of("job-failed-advice"));
        return TenantId.isWellFormed(centre) ? finding.at(new TenantId(centre)) : finding;
    }
}
