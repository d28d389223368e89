package org.yichuang.journal.internal.persistence;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.internal.domain.EntryRow;

/** The append-only rows of one transaction, gathered so that they can be written in one go just before the commit. */
public final class StepRows {
    private final String tenant;
    private final List<EntryRow> entries = new ArrayList<>();
    private final List<MessageRow> messages = new ArrayList<>();
    private final List<SeenRow> seen = new ArrayList<>();
    private KeyRow key;

    public StepRows(String tenant) {
        this.tenant = tenant;
    }

    /**
     * A message that is to leave.
     *
     * @param atMicros when it is written, and due at once: the machine's moment, by which it is forgotten, too
     * @param seal the keyed digest of what is written
     */
    public record MessageRow(OutgoingMessage message, long atMicros, String seal) {}

    /** A message that has come, with the answer it got. */
    public record SeenRow(String topic, String messageId, String answer, long atMicros) {}

    /** A command's answer under its idempotency key. */
    public record KeyRow(String account, String key, String fingerprint, String answer, long atMicros) {}

    public void add(EntryRow entry) {
        entries.add(entry);
    }

    public void add(MessageRow message) {
        messages.add(message);
    }

    /** Notes a message that has come; its answer is empty until it is given. */
    public void addSeen(String topic, String messageId, long atMicros) {
        seen.add(new SeenRow(topic, messageId, "", atMicros));
    }

    /**
     * Gives a noted message its answer.
     *
     * @throws IllegalStateException when the message has not been noted in this step
     */
    public void answer(String topic, String messageId, String answer) {
        for (int i = 0; i < seen.size(); i++) {
            SeenRow row = seen.get(i);
            if (row.topic().equals(topic) && row.messageId().equals(messageId)) {
                seen.set(i, new SeenRow(topic, messageId, answer, row.atMicros()));
                return;
            }
        }
        throw new IllegalStateException("Ask firstSeen before answering message " + messageId);
    }

    public void keep(KeyRow row) {
        key = row;
    }

    public String tenant() {
        return tenant;
    }

    public List<EntryRow> entries() {
        return entries;
    }

    public List<MessageRow> messages() {
        return messages;
    }

    public List<SeenRow> seen() {
        return seen;
    }

    /** The idempotency key's row, or null when the command has none. */
    public KeyRow key() {
        return key;
    }

    public boolean isEmpty() {
        return entries.isEmpty() && messages.isEmpty() && seen.isEmpty() && key == null;
    }
}
