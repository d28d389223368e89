package org.yichuang.journal.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.internal.domain.ChainKey;

/** The keyed digest that a message is written with: what waits in the outbox is known by it to be what was written. */
public class MessageSeals {
    private final ChainKey key;

    public MessageSeals(ChainKey key) {
        this.key = key.derived("message-seal");
    }

    /** The seal over everything that makes a message. */
    String of(String tenant, OutgoingMessage message) {
        String ofEveryForm = key.hash(
                "message-1",
                tenant,
                message.id(),
                message.topic(),
                message.receiver(),
                message.aggregateId(),
                Long.toString(message.sequence()),
                message.type(),
                message.payload());
        return message.form() == 0 ? ofEveryForm : key.hash("form", Integer.toString(message.form()), ofEveryForm);
    }

    /** Whether a message is the one that was written; one without a seal is not. */
    boolean isIntact(String tenant, OutgoingMessage message, String seal) {
        return seal != null
                && MessageDigest.isEqual(
                        of(tenant, message).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.UTF_8));
    }
}
