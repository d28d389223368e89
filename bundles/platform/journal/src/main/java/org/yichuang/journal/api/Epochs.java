package org.yichuang.journal.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Whether the database has been set back, e.g. to last night's copy. What a tenant has said to others since is not in
 * it any more, but they have heard it: before it goes on speaking, somebody says that a new epoch begins, so that what
 * is counted anew is not taken for what was counted before.
 */
public interface Epochs {
    /** The topic of what a tenant that has been set back and its neighbours say to each other about it. */
    String TOPIC = "epoch";

    /** Returns the id of the message that tells a neighbour of an epoch of a tenant. */
    static String notice(long epoch, TenantId tenant, TenantId neighbour) {
        return "e-" + epoch + "-" + Digests.sha256(tenant + "/" + neighbour).substring(0, 16);
    }

    /** Returns the moment at which an epoch began. */
    static Instant moment(long epoch) {
        return Instant.EPOCH.plus(epoch, ChronoUnit.MICROS);
    }

    /**
     * Returns the epoch in which a tenant's rows are written: 0 as long as they never were set back, else the
     * microseconds of its beginning. Outside of a transaction.
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
     * @param beginning what else is written in the same transaction
     * @throws ProblemException {@code fields-invalid} without a reason
     * @return the new epoch
     */
    @NeedsNoPermission("linkage has let in the operator who asks")
    long begin(String reason, Beginning beginning, CallContext context);

    /**
     * Returns the epoch that has begun in the last weeks, of which neighbours are told that have not been yet; empty
     * where none has. Outside of a transaction.
     */
    Optional<Begun> begun(TenantId tenant);

    /** Returns the same inside of a transaction. */
    Optional<Begun> begun(UnitOfWork unit);

    /**
     * Tells what was answered to messages of a topic that have been received since a moment: all of it, one by one in
     * the order of receipt, read a thousand at a time.
     */
    void answered(String topic, Instant since, Consumer<String> each, UnitOfWork unit);

    /**
     * Tells whether a neighbour may know more of the tenant than it does itself: the tenant has been set back, and the
     * neighbour has not yet answered what it had heard; it is waited for as long as it could. What is decided meanwhile
     * may have been decided before. Looks at the rows as the transaction sees them, whether or not anybody has before.
     */
    boolean isAwaited(TenantId neighbour, UnitOfWork unit);

    /**
     * An epoch.
     *
     * @param knows what the tenant had received until then it knows
     */
    record Begun(long epoch, Instant knows) {}

    /** What tells others that an epoch begins. */
    @FunctionalInterface
    interface Beginning {
        /**
         * @param epoch the new one
         * @param knows what it had received until then it knows
         */
        void begun(long epoch, Instant knows, UnitOfWork unit);
    }
}
