package org.yichuang.journal.api;

import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Whether the database has been set back, e.g. to last night's copy. What a tenant has said to others since is not in
 * it any more, but they have heard it: before it goes on speaking, somebody says that a new epoch begins, so that what
 * is counted anew is not taken for what was counted before.
 */
public interface Epochs {
    /**
     * Returns the epoch in which a tenant's rows are written: 0 as long as they never were set back, and later ones
     * grow. Outside of a transaction.
     *
     * @throws ProblemException {@code database-set-back} while what lies outside of the database says that the
     *     tenant's rows are older, and nobody has begun a new epoch
     */
    long current(TenantId tenant);

    /** Returns the tenants whose rows are older than what lies outside of the database, as this node sees it. */
    List<TenantId> setBack();

    /**
     * Begins a new epoch of the context's tenant. Journaled. Nodes whose anchor file says more than the database keep
     * it as evidence, and begin a new one.
     *
     * @param reason who has set the database back to when, and why
     * @throws ProblemException {@code fields-invalid} without a reason
     * @return the new epoch
     */
    @NeedsNoPermission("linkage has let in the operator who asks")
    long begin(String reason, CallContext context);
}
