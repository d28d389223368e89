package org.yichuang.journal.internal;

import java.util.function.Function;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.kernel.api.TenantId;

/** Proves a tenant's audit trail, or names the first break. */
public class Verifier {
    /** How often a proof is made again that was crossed by a purge. */
    private static final int LOOKS = 3;

    private final ProofGround ground;
    private final RowBaseline baseline;
    private final ProofMarks marks;

    public Verifier(ProofGround ground, RowBaseline baseline, ProofMarks marks) {
        this.ground = ground;
        this.baseline = baseline;
        this.marks = marks;
    }

    /** Proves everything, and remembers how far that goes. */
    Verification verify(TenantId tenant) {
        baseline.ensure(tenant);
        return prove(tenant, purged -> new VerificationRun(ground.now(), tenant, purged));
    }

    /** Proves what has come since the last proof; everything when there is none to go on from. */
    Verification verifyRecent(TenantId tenant) {
        baseline.ensure(tenant);
        ProofMark from = marks.of(tenant);
        return prove(
                tenant,
                purged -> from.head().number() == 0
                        ? new VerificationRun(ground.now(), tenant, purged)
                        : new RecentRun(ground.now(), tenant, purged, from));
    }

    private Verification prove(TenantId tenant, Function<PurgedEntries, ProofRun> proof) {
        for (int look = 1; ; look++) {
            PurgedEntries purged = PurgedEntries.read(ground.boundary(), ground.key(), tenant.value());
            ProofRun run = proof.apply(purged);
            Verification found = run.run();
            if (found.sound()) {
                // Rows that could not be looked at are left to the next daily proof, or to the next full one
                if (found.since() == 0 || found.absent().isEmpty()) {
                    marks.keep(tenant, run.proved().head(), run.proved().entries());
                }
                return found;
            }
            if (look == LOOKS || purged.isSame(PurgedEntries.read(ground.boundary(), ground.key(), tenant.value()))) {
                return found;
            }
        }
    }
}
