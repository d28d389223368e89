package org.yichuang.journal.api;

import java.time.Instant;
import java.util.Optional;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * Proofs of audit trails in the background: a long one holds up no request. One at a time is made on a node; what it
 * found is an entry of the trail itself, so that every node can tell it.
 */
public interface Verifications {
    /**
     * Has the trail of the context's tenant proved, and returns at once; nothing happens when that is already going on.
     *
     * @throws ProblemException {@code verification-busy} when a hundred others wait
     */
    @RequiresPermission(JournalPermission.AUDIT)
    void start(CallContext context);

    /** What is known about the trail of the context's tenant. */
    @RequiresPermission(JournalPermission.AUDIT)
    Status status(CallContext context);

    /**
     * How far it is.
     *
     * @param running whether this node is at it, or has it waiting
     * @param failed whether the last one on this node came to no end, e.g. because the database was away
     * @param at when the last one that came to an end was asked for
     * @param last what that one found
     */
    record Status(boolean running, boolean failed, Optional<Instant> at, Optional<Journal.Verification> last) {}
}
