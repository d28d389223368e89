package org.yichuang.journal.internal;

import java.util.List;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.internal.domain.ChainKey;

/**
 * What every proof stands on.
 *
 * @param evidence what is known of the anchors past the database
 * @param providers whose rows are proved; it changes as modules come and go
 */
public record ProofGround(
        TransactionBoundary boundary,
        ChainKey key,
        AnchorEvidence evidence,
        List<ChainHeadProvider> providers,
        DatabaseOutbox outbox) {
    /** The same with the providers that are here now. */
    ProofGround now() {
        return new ProofGround(boundary, key, evidence, providers.stream().toList(), outbox);
    }
}
