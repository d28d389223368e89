package org.yichuang.journal.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.CallContext;

/** SPI: whoever carries messages between centres tells what became of those that an aggregate has sent. */
public interface MessageHistory {
    /**
     * Returns what an aggregate of the context's centre has sent, in the order of writing.
     *
     * @param module the word of the aggregate's module, e.g. {@code cases}
     */
    List<SentMessage> of(String module, String aggregateId, CallContext context);

    /**
     * A message on its way.
     *
     * @param id unique for ever
     * @param type e.g. {@code forward}
     * @param sender the sending centre
     * @param receiver the receiving centre
     * @param state where it stands
     * @param writtenAt when the step wrote it
     * @param lastError why the last attempt failed, empty if none did
     * @param delivery how the receiver took it, absent until then
     */
    record SentMessage(
            String id,
            String type,
            String sender,
            String receiver,
            Outbox.State state,
            Instant writtenAt,
            String lastError,
            Optional<Delivery> delivery) {}

    /**
     * How a receiver took a message.
     *
     * @param at when
     * @param words what it answered, e.g. the number of its own case
     * @param keyId the key that signed its receipt
     */
    record Delivery(Instant at, String words, String keyId) {}
}
