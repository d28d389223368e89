package org.yichuang.journal.internal.health;

import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.LeasedJobs;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Did the last runs of the jobs of this node succeed at every centre? */
class JobCheck extends ModuleCheck {
    private final LeasedJobs jobs;

    JobCheck(LeasedJobs jobs) {
        super("jobs", "定时工作", DOCTOR);
        this.jobs = jobs;
    }

    @Override
    protected List<Finding> look() {
        List<Finding> failed = jobs.jobs().stream()
                .filter(job -> !job.failures().isEmpty())
                .map(JobCheck::failed)
                .toList();
        int all = jobs.jobs().size();
        return failed.isEmpty()
                ? List.of(Finding.ok(all + " 项工作上次均成功", "The last runs of all " + all + " jobs succeeded"))
                : failed;
    }

    private static Finding failed(LeasedJobs.Status job) {
        Map.Entry<String, String> first = job.failures().entrySet().iterator().next();
        return Finding.warn(
                job.name() + " 在 " + job.failures().size() + " 处失败：" + first.getKey() + " " + first.getValue(),
                job.name() + " failed at " + job.failures().size() + " places: " + first.getKey() + " "
                        + first.getValue(),
                "见日志；下次运行会再试",
                "See the log; the next run tries again");
    }
}
