package org.yichuang.journal.api;

import java.sql.Connection;
import java.time.Duration;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A running transaction: what a service works with. Not to be kept, nor handed to another thread. */
public interface UnitOfWork {
    /** On whose behalf it runs. */
    CallContext context();

    /**
     * Returns this transaction's entity manager of a module's persistence unit, joined to the transaction and bound
     * to the context's tenant; the same one on every call.
     */
    EntityManager entities(EntityManagerFactory persistenceUnit);

    /** Returns this transaction's connection for set statements with parameters; do not close or commit it. */
    Connection connection();

    /**
     * Adds an audit entry to the chain of an aggregate. The caller keeps the returned head in the aggregate's own row
     * (in this transaction), so that the next entry needs no extra read.
     *
     * @param previous the head kept by the aggregate, {@link ChainHead#START} for a new one
     * @return the new head
     */
    ChainHead record(AuditEntry entry, ChainHead previous);

    /**
     * Puts a message into the outbox; it leaves after the commit, at least once, in order per aggregate and receiver.
     */
    void send(OutgoingMessage message);

    /**
     * Notes a received message in the inbox, which forgets it after more than a year: whoever may get it later still
     * must know it by something else, e.g. by numbers that grow.
     *
     * @return the answer that was kept when it came the first time, or null when this is the first time
     */
    String firstSeen(String topic, String messageId);

    /** Keeps the answer given to a message that {@link #firstSeen} has just noted. */
    void answer(String topic, String messageId, String answer);

    /**
     * Returns at which place a message stands among those that have been received from where it comes, and notes it:
     * the number that its sender has given it, counted on over the sender's epochs. Who has been set back counts anew
     * from what it had then; here that follows on what it had said since. To be asked of messages that take their
     * effect in this transaction.
     *
     * @param sender the centre that has sent it
     * @param aggregate of what it is there, e.g. a case
     * @param epoch that of its sender; one that the sender has named under {@link Epochs#TOPIC} ends all before
     * @param number what the sender has counted
     * @throws ProblemException {@code epoch-over} when its sender is in a later epoch, and does not know it any more;
     *     {@code changed-meanwhile} when another one of the same stream is received at the same time
     */
    long place(String topic, String sender, String aggregate, long epoch, long number);

    /**
     * Makes the transaction fail unless the lease still holds with its fencing token (no other container has taken it).
     */
    void require(Lease lease);

    /**
     * Reads rows of another centre inside of this transaction: the one way to them while a unit runs. The unit that the
     * work gets belongs to that centre and writes nothing; of the unit's own centre it is this unit itself.
     * Who may see what is read is for the caller to know, e.g. because it is published.
     */
    <T> T reading(TenantId tenant, Transactions.Work<T> work);

    /** Runs something after a successful commit, e.g. waking a relay. */
    void afterCommit(Runnable action);

    /**
     * Lets through what must leave a trace that nobody can remove. For whoever lets see or change what is worth an
     * attack (a person's data, what somebody may do, old entries), in the transaction of its entry.
     *
     * @throws ProblemException {@code anchors-overdue} when the tenant's entries have waited for an anchor for a minute
     */
    void requireAnchored();

    /** A lease as {@link Leases#acquire} gave it.
     *
     * @param name what it is for
     * @param token grows with every change of holder
     * @param duration how long it holds without renewal
     */
    record Lease(String name, long token, Duration duration) {}
}
