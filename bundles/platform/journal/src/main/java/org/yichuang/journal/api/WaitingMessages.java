package org.yichuang.journal.api;

import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/**
 * The sender's view of what it has written and what has not been delivered: it may have to be kept in another form
 * while it waits, e.g. encrypted under another key, before the key that it was written with may go.
 */
public interface WaitingMessages {
    /**
     * Returns undelivered messages of the context's tenant, parked ones too, in the order of their ids.
     *
     * @param topic of which topic, as in {@link OutgoingMessage#topic()}
     * @param after the id behind which to begin, empty for the beginning
     */
    @NeedsNoPermission("the module that has written the messages asks, for itself")
    List<OutgoingMessage> undelivered(String topic, String after, int most, CallContext context);

    /**
     * Gives an undelivered message of the running transaction's tenant another payload, which must say the same, and a
     * new seal. Journaled. Nothing happens to one that has been delivered meanwhile.
     *
     * @throws ProblemException {@code message-unknown}; {@code message-altered} for one that is not what was written
     */
    void rewrite(String messageId, String payload, UnitOfWork unit);
}
