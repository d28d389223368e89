package org.yichuang.journal.internal.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.internal.ProofJob;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** What the nightly proofs of the trails have found, and at which centres none has succeeded lately. */
class ProofCheck extends ModuleCheck {
    private static final int MOST = 20;
    /** A night may be missed. */
    private static final Duration OLD = Duration.ofDays(3);

    private final ProofJob job;

    ProofCheck(ProofJob job) {
        super("proofs", DOCTOR);
        this.job = job;
    }

    @Override
    protected List<Finding> look() {
        if (!job.isOn()) {
            return List.of(Finding.ok(Messages.of("proofs-off")));
        }
        List<Finding> findings = new ArrayList<>();
        job.broken().entrySet().stream()
                .limit(MOST)
                .map(each -> Finding.fail(
                                Messages.of("proof-broken", each.getKey(), each.getValue()),
                                Messages.of("proof-broken-advice"))
                        .at(each.getKey()))
                .forEach(findings::add);
        job.ages().olderThan(OLD).stream()
                .filter(tenant -> !job.broken().containsKey(tenant))
                .limit(MOST)
                .map(tenant -> Finding.warn(
                                Messages.of("proof-old", tenant, OLD.toDays()), Messages.of("proof-old-advice", tenant))
                        .at(tenant))
                .forEach(findings::add);
        job.absent().entrySet().stream()
                .limit(MOST)
                .map(each -> Finding.warn(
                                Messages.of("proof-absent", each.getKey(), each.getValue()),
                                Messages.of("proof-absent-advice"))
                        .at(each.getKey()))
                .forEach(findings::add);
        return findings.isEmpty() ? List.of(Finding.ok(Messages.of("proofs-ok"))) : findings;
    }
}
