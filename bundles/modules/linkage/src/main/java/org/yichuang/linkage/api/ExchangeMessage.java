package org.yichuang.linkage.api;

import java.time.Instant;
import org.yichuang.journal.api.Outbox;

/**
 * An outgoing message as operators see it; what it says is its module's business and not shown.
 *
 * @param id unique for ever
 * @param sender the sending centre
 * @param receiver the receiving centre
 * @param caseNumber the aggregate at the sender, e.g. the number of a case
 * @param sequence its place among the messages of that aggregate to that receiver
 * @param topic whose message it is, by the topic of its module
 * @param type e.g. {@code forward}
 * @param state waiting, delivered or parked
 * @param attempts how often it was tried
 * @param createdAt when the step wrote it
 * @param dueAt when it is tried next, null unless it waits
 * @param lastError why the last attempt failed, empty if none did
 * @param receipt the receiver's receipt, null until delivered
 * @param sentAt when a copy was last handed to what carries it to another deployment, null while none was
 */
public record ExchangeMessage(
        String id,
        String sender,
        String receiver,
        String caseNumber,
        long sequence,
        String topic,
        String type,
        Outbox.State state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        String lastError,
        Receipt receipt,
        Instant sentAt) {}
