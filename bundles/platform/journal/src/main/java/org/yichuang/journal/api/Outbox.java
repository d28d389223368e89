package org.yichuang.journal.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * The relay's view of what waits to leave. A {@link Pending} says which claim of the message it has seen: what
 * somebody notes of it who has stood still meanwhile, while it was claimed, parked or replayed by others, is without
 * effect. Only a receipt ends a message's way whoever brings it: it proves that the receiver has taken it.
 */
public interface Outbox {
    /** Reads whatever there is. */
    int ANY_FORM = Integer.MAX_VALUE;

    /** Where a message stands. */
    enum State {
        WAITING,
        DELIVERED,
        PARKED
    }

    /**
     * Claims messages of a topic that are due: for each aggregate and receiver only the first undelivered one, and none
     * behind a parked one. A claim lapses by itself, so that a killed relay loses nothing.
     *
     * @param claim how long they are ours
     */
    default List<Pending> claim(String topic, int most, Duration claim) {
        return claim(topic, Set.of(), most, claim);
    }

    /**
     * Claims like {@link #claim(String, int, Duration)}, but none to some receivers.
     *
     * @param except the receivers that are left out
     */
    default List<Pending> claim(String topic, Set<String> except, int most, Duration claim) {
        return claim(topic, ANY_FORM, except, most, claim);
    }

    /**
     * Claims like {@link #claim(String, Set, int, Duration)}, but none in a newer form than the caller reads: those
     * wait for a container that does. While it claims it counts as one that reads them.
     *
     * @param form the newest one that the caller reads, or {@link #ANY_FORM}
     */
    List<Pending> claim(String topic, int form, Set<String> except, int most, Duration claim);

    /** Claims like {@link #claim(String, int, Duration)}, but only to one receiver. */
    default List<Pending> claimFor(String topic, String receiver, int most, Duration claim) {
        return claimFor(topic, ANY_FORM, receiver, most, claim);
    }

    /** Claims like {@link #claim(String, int, Set, int, Duration)}, but only to one receiver. */
    List<Pending> claimFor(String topic, int form, String receiver, int most, Duration claim);

    /**
     * Returns the newest form of a topic's messages that any container reads which has claimed some of this database
     * within the last minutes; 0 where none has named one.
     */
    int newestForm(String topic);

    /**
     * Gives back what was claimed and has not been tried: it is due as before, and the claim does not count as an
     * attempt. Where it has been claimed again, or settled, that stands.
     */
    void release(Pending message);

    /**
     * Goes on holding what was claimed, while it is on a long way: nobody else claims it meanwhile, and it does not
     * count as another attempt. Where it has been claimed again, or settled, that stands.
     *
     * @param claim for how long from now
     * @return whether it is still ours; if not, somebody else carries it, and it is not to leave from here
     */
    boolean prolong(Pending message, Duration claim);

    /**
     * Makes due now what waits to reach a receiver because it has failed, or has left without a receipt for more than a
     * minute: its way is open again, and whoever had taken a copy may have died with it.
     */
    void hasten(String topic, String receiver);

    /**
     * Keeps the receipt and ends the message's way; fails when a {@link SettlementListener} does. What the message says
     * is kept for some weeks: its receiver may be set back to before it had it. A receipt that was given before the
     * receiver was set back says nothing any more: the message goes on waiting.
     *
     * @param answered when the receiver gave the receipt, by its own clock
     */
    void delivered(Pending message, String receipt, Instant answered);

    /** The same with a receipt that counts whenever it was given. */
    void delivered(Pending message, String receipt);

    /**
     * Makes due again what has been delivered to a receiver whose database was set back, in the transaction that hears
     * of it. What the receiver still knows it answers as before. Journaled.
     *
     * @param since what was delivered earlier it knows
     * @param answered since when what it answers counts, by its own clock: since when it goes on
     * @return how many messages are due again
     */
    int resend(String receiver, Instant since, Instant answered, UnitOfWork unit);

    /**
     * Notes a failed attempt; the message is due again after a delay, or parked. Where it has been claimed since the
     * message was seen, that claim stands.
     *
     * @param retryAfter absent to park it
     */
    void failed(Pending message, String reason, Optional<Duration> retryAfter);

    /**
     * Notes that a copy of a message has been handed to somebody who carries it on: nothing is known of it until its
     * receipt comes, and it is due again after a delay. Where it has been claimed again or settled meanwhile, that
     * stands.
     */
    void handedOver(Pending message, Duration again);

    /** Returns a message by its sender and its id, wherever it stands. */
    Optional<Pending> find(TenantId sender, String messageId);

    /**
     * Notes under which digest of its payload a message is about to leave, before it does: the receiver may take it,
     * and its answer be lost, before it leaves anew under another, from here or from another node.
     */
    void sealed(Pending message, String payloadDigest);

    /**
     * Returns the digests under which a message may have left until now, from whichever node, as {@link #sealed} noted
     * them: the first one, and the last fifteen with the latest at the end.
     */
    List<String> sealedDigests(Pending message);

    /**
     * Notes that a message cannot leave yet though nothing has failed: it is due again after a delay, and what was
     * tried until now does not count against it. Where it has been claimed since the message was seen, that stands.
     */
    void putOff(Pending message, String reason, Duration retryAfter);

    /** Returns the message of the context's tenant that has waited longest; one look at an index. */
    Optional<Pending> oldestWaiting(CallContext context);

    /**
     * Returns the tenants that have written messages which are still here, also those whose centres are gone; a few
     * short looks at an index.
     */
    List<TenantId> senders();

    /** Returns how much of the context's tenant waits to reach each receiver, and how much is parked. */
    List<Backlog> backlog(CallContext context);

    /** Returns the messages of the context's tenant, the newest first. */
    Page<Pending> messages(Optional<State> state, PageRequest page, CallContext context);

    /**
     * Returns the ids of the context's tenant's messages in a state, the oldest first; what else is kept of them is not
     * read.
     *
     * @param receiver only those that go to this centre; absent for all
     */
    Page<String> ids(State state, Optional<String> receiver, PageRequest page, CallContext context);

    /** Returns what an aggregate of the context's tenant has sent under a topic, in the order of writing. */
    List<Pending> ofAggregate(String topic, String aggregateId, CallContext context);

    /**
     * Makes a parked (or waiting) message due now. Journaled.
     *
     * @throws ProblemException {@code message-unknown}, {@code message-state} when it has been delivered
     */
    void replay(String messageId, CallContext context);

    /**
     * Takes a waiting message out of the flow until it is replayed. Journaled.
     *
     * @throws ProblemException {@code message-unknown}, {@code message-state}
     */
    void park(String messageId, String reason, CallContext context);

    /**
     * Registers what is run (on the committing thread, must be short) when a message of the topic has been committed.
     */
    AutoCloseable onMessage(String topic, Runnable wake);

    /** Registers who hears what became of a topic's messages. */
    AutoCloseable onSettled(String topic, SettlementListener listener);

    /**
     * Hears what became of messages, in the transaction that says so. A message that was changed in the database is
     * parked without it, as nothing that it says can be believed.
     */
    interface SettlementListener {
        /**
         * The receiver has taken a message: once for each, and once more when it was set back to before that. While it
         * fails the message counts as not delivered, and comes again; the receiver then answers as before.
         */
        void delivered(Pending message, String receipt, UnitOfWork unit);

        /** A message is parked: as often as it is. Where it fails the message is parked all the same. */
        void parked(Pending message, String reason, UnitOfWork unit);
    }

    /**
     * What has not arrived.
     *
     * @param receiver where it is to go
     * @param state waiting or parked
     * @param messages how many
     * @param oldest when the first of them was written
     */
    record Backlog(String receiver, State state, long messages, Instant oldest) {}

    /**
     * A message in the outbox.
     *
     * @param tenant the sender
     * @param message what was sent
     * @param state where it stands
     * @param attempts how often it was tried
     * @param createdAt when it was written
     * @param dueAt when it is tried next
     * @param lastError why the last attempt failed, empty if none did
     * @param receipt what the receiver answered last, empty until delivered
     * @param triedSince since when it is tried: when it was written, or was due after it was last put off or replayed
     * @param sentAt when a copy was last handed to somebody who carries it on, null while none was
     * @param claim how often it had been claimed, parked, replayed or made due again when it was seen; grows for ever
     */
    record Pending(
            TenantId tenant,
            OutgoingMessage message,
            State state,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            String lastError,
            String receipt,
            Instant triedSince,
            Instant sentAt,
            long claim) {
        /** One of which no copy has left. */
        public Pending(
                TenantId tenant,
                OutgoingMessage message,
                State state,
                int attempts,
                Instant createdAt,
                Instant dueAt,
                String lastError,
                String receipt,
                Instant triedSince) {
            this(tenant, message, state, attempts, createdAt, dueAt, lastError, receipt, triedSince, null, 0);
        }

        /** One that has been neither put off nor replayed. */
        public Pending(
                TenantId tenant,
                OutgoingMessage message,
                State state,
                int attempts,
                Instant createdAt,
                Instant dueAt,
                String lastError,
                String receipt) {
            this(tenant, message, state, attempts, createdAt, dueAt, lastError, receipt, createdAt);
        }
    }
}
