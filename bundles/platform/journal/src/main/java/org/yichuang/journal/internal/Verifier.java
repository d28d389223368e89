package org.yichuang.journal.internal;

import java.util.List;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.TenantId;

/** Proves a tenant's audit trail, or names the first break. */
public class Verifier {
    private final TransactionBoundary boundary;
    private final ChainKey key;
    private final AnchorEvidence evidence;
    private final List<ChainHeadProvider> providers;
    private final RowBaseline baseline;
    private final DatabaseOutbox outbox;

    /**
     * @param providers whose rows are proved; it changes as modules come and go
     */
    public Verifier(
            TransactionBoundary boundary,
            ChainKey key,
            AnchorEvidence evidence,
            List<ChainHeadProvider> providers,
            RowBaseline baseline,
            DatabaseOutbox outbox) {
        this.boundary = boundary;
        this.key = key;
        this.evidence = evidence;
        this.providers = providers;
        this.baseline = baseline;
        this.outbox = outbox;
    }

    Verification verify(TenantId tenant) {
        baseline.ensure(tenant);
        return new VerificationRun(boundary, key, evidence, providers.stream().toList(), outbox, tenant).run();
    }
}
