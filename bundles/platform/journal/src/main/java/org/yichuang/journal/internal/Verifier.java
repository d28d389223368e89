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
    private final AnchorFiles files;
    private final List<ChainHeadProvider> heads;

    /**
     * @param heads whoever keeps chain heads; it changes as modules come and go
     */
    public Verifier(TransactionBoundary boundary, ChainKey key, AnchorFiles files, List<ChainHeadProvider> heads) {
        this.boundary = boundary;
        this.key = key;
        this.files = files;
        this.heads = heads;
    }

    Verification verify(TenantId tenant) {
        return new VerificationRun(boundary, key, files, heads.stream().toList(), tenant).run();
    }
}
