package org.yichuang.documents.internal.scan;

import java.time.Duration;
import java.util.List;
import org.yichuang.documents.internal.persistence.ScanRows.Waiting;
import org.yichuang.documents.internal.scan.FileScans.Outcome;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Has looked at what nobody has looked at: what was left over, and all that was kept before somebody did. */
public class ScanJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final int PART = 50;

    private final FileScans scans;
    private final UnscannedFiles unscanned;
    private final Tenants tenants;

    public ScanJob(FileScans scans, UnscannedFiles unscanned, Tenants tenants) {
        this.scans = scans;
        this.unscanned = unscanned;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "documents-scan";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public void run(JobRun run) {
        if (!scans.isOn() || scans.rests()) {
            return;
        }
        Waiting last = new Waiting("", "");
        List<Waiting> part;
        do {
            part = unscanned.due(last, PART);
            for (Waiting waiting : part) {
                if (!run.goesOn() || scan(waiting, run) == Outcome.AWAY) {
                    return;
                }
                last = waiting;
            }
        } while (part.size() == PART);
    }

    private Outcome scan(Waiting waiting, JobRun run) {
        if (!unscanned.isOfACentre(waiting)) { // what a removed centre has left is looked at when it comes back
            return Outcome.DONE;
        }
        CallContext context = CallContext.system(
                new TenantId(waiting.tenant()), tenants.clock().instant(), "scan");
        return scans.scan(waiting.file(), context, unit -> unit.require(run.lease()));
    }
}
