package org.yichuang.cases.api;

import java.util.List;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/**
 * How linked cases talk: what cases puts into the outbox under {@link #TOPIC} is carried by linkage, as it is, to the
 * receiving centre's cases. The payload is JSON of this module's own making and nobody else's business.
 */
public interface LinkedCases {
    /** The outbox topic. */
    String TOPIC = "linkage";

    /**
     * Takes the effect of a message in the receiver's running transaction, exactly once: the caller has checked
     * signature and inbox. Late messages (sequence not above the last one seen of that case) have no effect.
     *
     * @return words for the receipt, e.g. the receiver's case number; also when there was no effect, saying why
     * @throws org.yichuang.kernel.api.ProblemException when it cannot be taken now; the message will come again
     */
    String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit);

    /**
     * Returns the files that a message's payload names, to travel with it.
     */
    List<Attachment> attachments(TenantId sender, String payload);

    /**
     * A message that has arrived.
     *
     * @param id unique for ever
     * @param sender the sending tenant, proved by its signature
     * @param senderCase number of the case at the sender
     * @param sequence grows within the sender's case and receiver
     * @param type {@code forward, receipt, question, answer, decision, withdraw, cancelled}
     * @param payload JSON
     */
    record Incoming(String id, TenantId sender, String senderCase, long sequence, String type, String payload) {}

    /** A file on its way. */
    record Attachment(String file, String name, String mediaType, String sha256, byte[] content) {}
}
