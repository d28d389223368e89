package org.yichuang.journal.internal;

import java.util.List;
import org.yichuang.journal.api.AggregateHeads;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.TenantId;

/** Proves a tenant's audit trail, or names the first break. */
public class Verifier {
    private final Boundary boundary;
    private final ChainKey key;
    private final AnchorFiles files;
    private final List<AggregateHeads> heads;

    /**
     * @param heads whoever keeps chain heads; it changes as modules come and go
     */
    public Verifier(Boundary boundary, ChainKey key, AnchorFiles files, List<AggregateHeads> heads) {
        this.boundary = boundary;
        this.key = key;
        this.files = files;
        this.heads = heads;
    }

    Verification verify(TenantId tenant) {
        return new VerificationRun(boundary, key, files, heads.stream().toList(), tenant).run();
    }
}
