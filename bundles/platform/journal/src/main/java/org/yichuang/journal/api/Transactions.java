package org.yichuang.journal.api;

import java.util.Optional;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/**
 * The one place where transactions begin and end. One call is one transaction of one tenant: the change, its audit
 * entries, its outgoing messages and its idempotency key are committed together or not at all.
 */
public interface Transactions {
    /**
     * Runs a change. When the context carries an idempotency key, the answer is kept under it in the same transaction,
     * and a repeated call gets the kept answer without running the work's effect a second time, also when the work
     * now refuses because it has been done. A lost race is run again, some times at most; then it is refused, and at
     * once where the client has named the version that it saw and somebody has changed what was read since.
     *
     * @param answer the class of the answer: a record that JSON can carry there and back
     * @throws ProblemException what the work refuses with (everything is rolled back and the refusal is journaled by
     *     the door), {@code idempotency-key-reused}, {@code changed-meanwhile}
     */
    <T> T write(CallContext context, Class<T> answer, Work<T> work);

    /**
     * Tells whether an answer is kept under the context's idempotency key, whatever request it was given to: what would
     * be refused may be a repetition of what was done before. A key without a fingerprint will do; one who keeps no
     * answers has none.
     */
    default boolean isAnswered(CallContext context) {
        return false;
    }

    /**
     * Finds what is kept under the context's idempotency key, whatever request it was given to, so that whoever is
     * refused as the key was used for another one can be told what that has done.
     *
     * @param answer the class of the answer; of what was kept as another at most what both have is read
     */
    default <T> Optional<T> answered(CallContext context, Class<T> answer) {
        return Optional.empty();
    }

    /** Runs a read: no audit entry, no lock; ends in a rollback. */
    <T> T read(CallContext context, Work<T> work);

    /**
     * Runs a read of rows of all tenants, for the platform's own work on what belongs to it: the one way there. The
     * unit's connection sees them; its entity managers stay bound to the context's tenant.
     *
     * @param reason what for, for the log and for whoever looks for all who do it
     */
    <T> T readAcrossTenants(CallContext context, String reason, Work<T> work);

    /**
     * Counts the databases that this container has worked with: it is another number whenever another one may have come
     * into the place of the one before. What is remembered of rows without a limit of time is void then: take the
     * number before reading them, and believe them as long as it is the same.
     */
    int databaseChanges();

    /**
     * What is done inside a transaction.
     *
     * @param <T> the answer
     */
    @FunctionalInterface
    interface Work<T> {
        /** Does it; a thrown exception rolls everything back. */
        T run(UnitOfWork unit);
    }
}
