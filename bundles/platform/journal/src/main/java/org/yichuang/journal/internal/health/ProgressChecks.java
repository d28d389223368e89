package org.yichuang.journal.internal.health;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.LeasedJobs;
import org.yichuang.journal.internal.ProofJob;
import org.yichuang.shell.api.HealthCheckRegistrar;

/** The health checks of what goes on by itself: events, jobs, proofs. */
public class ProgressChecks extends HealthCheckRegistrar {
    public ProgressChecks(BundleContext context, EventDelivery delivery, LeasedJobs jobs, ProofJob proofs) {
        super(context, List.of(new EventCheck(delivery), new JobCheck(jobs), new ProofCheck(proofs)));
    }
}
