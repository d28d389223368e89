package org.yichuang.journal.api;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * The sender's view of what it has written and what has not been delivered: it may have to be kept in another form
 * while it waits, e.g. encrypted under another key, before the key that it was written with may go.
 */
public interface WaitingMessages {
    /**
     * Returns undelivered messages of the context's tenant, parked ones too, in the order of their ids, and delivered
     * ones as long as what they say is kept.
     *
     * @param topic of which topic, as in {@link OutgoingMessage#topic()}
     * @param after the id behind which to begin, empty for the beginning
     */
    @NeedsNoPermission("the module that has written the messages asks, for itself")
    List<OutgoingMessage> undelivered(String topic, String after, int most, CallContext context);

    /**
     * Returns the aggregates about which a message of the context's tenant waits or is parked; nothing is read of what
     * they say, nor of what has arrived.
     *
     * @param topic of which topic
     */
    @NeedsNoPermission("the module that has written the messages asks, for itself")
    Set<String> waitingAggregates(String topic, CallContext context);

    /**
     * Gives such a message of the running transaction's tenant another payload, which must say the same, and a new
     * seal. Journaled. Nothing happens to one whose content is not kept any more.
     *
     * @throws ProblemException {@code message-unknown}; {@code message-altered} for one that is not what was written
     */
    void rewrite(String messageId, String payload, UnitOfWork unit);

    /**
     * Returns an undelivered message as it stands, so that a person can judge one that is not what was written.
     *
     * @throws ProblemException {@code message-unknown}, {@code message-state} when it has been delivered
     */
    @RequiresPermission(JournalPermission.VIEW)
    Standing standing(String messageId, CallContext context);

    /**
     * Seals a message as it stands that is not what was written, e.g. as a container of an older version wrote it
     * without a seal. It stays where it is until it is replayed. Journaled with the reason.
     *
     * @param fingerprint of what the person has looked at, as {@link #standing} gave it
     * @param reason why it is to leave, 4 to 200 characters
     * @throws ProblemException {@code message-unknown}; {@code message-state} when it has been delivered, or is what
     *     was written; {@code changed-meanwhile} when it is not what was looked at; {@code fields-invalid};
     *     {@code anchors-overdue}
     */
    @RequiresPermission(JournalPermission.SEAL)
    void seal(String messageId, String fingerprint, String reason, CallContext context);

    /**
     * A message as it stands.
     *
     * @param message what is said; its payload may be encrypted
     * @param state whether it waits or is parked
     * @param intact whether it is what was written
     * @param fingerprint stands for all that it says, 16 characters
     */
    record Standing(OutgoingMessage message, Outbox.State state, boolean intact, String fingerprint) {}
}
