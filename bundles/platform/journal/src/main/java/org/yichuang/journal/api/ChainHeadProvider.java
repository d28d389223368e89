package org.yichuang.journal.api;

import java.util.Map;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;

/** SPI: a module whose aggregates keep their chain heads tells them to the verification. */
public interface ChainHeadProvider {
    /** The kind of thing, as in {@link AuditEntry#aggregateType()}. */
    String aggregateType();

    /**
     * Returns up to {@code most} heads by aggregate id, in ascending order of the id.
     *
     * @param after only ids greater than this, all when empty
     */
    Map<String, ChainHead> heads(TenantId tenant, Optional<String> after, int most);
}
