package org.yichuang.journal.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;

/** How far the listeners are, what could not be delivered to them, and how it is replayed. */
public interface EventDelivery {
    /** Where a held event stands. */
    enum State {
        /** It failed and is tried again. */
        RETRYING,
        /** It failed too often and waits for a replay. */
        SET_ASIDE,
        /** It waits behind an earlier event of its aggregate. */
        BEHIND
    }

    /** Returns all listeners that were ever here, by name, over all tenants. */
    List<Progress> listeners();

    /**
     * Returns the events of the context's tenant that are held, by listener and in the order of their aggregates.
     *
     * @throws ProblemException {@code not-allowed} without {@code journal.view}
     */
    @RequiresPermission(JournalPermission.VIEW)
    Page<Held> held(PageRequest page, CallContext context);

    /**
     * Tries an aggregate's first held event again, and then those behind it; of a chain of refusals, of which none
     * waits behind another, all that were set aside. Journaled.
     *
     * @throws ProblemException {@code event-not-held}, {@code not-allowed} without {@code journal.replay}
     */
    @RequiresPermission(JournalPermission.REPLAY)
    void replay(String listener, String aggregateType, String aggregateId, CallContext context);

    /**
     * Tries everything again that was set aside for a listener at the context's tenant. Journaled.
     *
     * @return how many events are tried again
     * @throws ProblemException {@code not-allowed} without {@code journal.replay}
     */
    @RequiresPermission(JournalPermission.REPLAY)
    int replayAll(String listener, CallContext context);

    /**
     * How far a listener is.
     *
     * @param listener its name
     * @param present whether it is installed in this container
     * @param behind how many committed events it has not been offered yet, at the tenants that it follows
     * @param lag the age of the oldest of them, zero when there is none
     * @param retrying how many events are tried again
     * @param setAside how many events wait for a replay
     * @param waitingBehind how many events wait behind others of their aggregate
     * @param trouble why this node makes no headway with it, empty when all is well
     */
    record Progress(
            String listener,
            boolean present,
            long behind,
            Duration lag,
            long retrying,
            long setAside,
            long waitingBehind,
            String trouble) {}

    /**
     * An event that is held.
     *
     * @param sequence its place in the aggregate's chain
     * @param since when it was first tried, or came to wait
     * @param lastError why it failed last, empty when it has not been tried
     */
    record Held(
            TenantId tenant,
            String listener,
            String aggregateType,
            String aggregateId,
            long sequence,
            State state,
            int attempts,
            Instant since,
            String lastError) {}
}
