package org.yichuang.linkage.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The receiver's signed word that a message has arrived and what became of it; the sender keeps it.
 *
 * @param version of this form: {@link #VERSION}
 * @param messageId the message
 * @param sender the centre that sent it
 * @param receiver the centre that received it
 * @param payloadDigest what it received
 * @param receivedAt when its effect was committed
 * @param words what became of it, e.g. the receiver's case number
 * @param keyId which of the receiver's keys signed it
 * @param signature Ed25519 over {@link #signedBytes()}, in Base64; empty before it is signed
 */
public record Receipt(
        int version,
        String messageId,
        String sender,
        String receiver,
        String payloadDigest,
        Instant receivedAt,
        String words,
        String keyId,
        String signature) {
    /** The version of the form that is written. */
    public static final int VERSION = 1;

    /** @throws IllegalArgumentException when it lacks what every receipt has */
    public Receipt {
        Stated.all(
                "receipt",
                Arrays.asList(messageId, sender, receiver, payloadDigest, receivedAt, words, keyId, signature));
    }

    /** The same with its signature. */
    public Receipt signed(String with) {
        return new Receipt(version, messageId, sender, receiver, payloadDigest, receivedAt, words, keyId, with);
    }

    /** Tells whether it speaks of this envelope. */
    public boolean answers(Envelope envelope) {
        return answers(envelope, List.of());
    }

    /**
     * Tells whether it speaks of this envelope, or of the same message under an earlier payload.
     *
     * @param earlier the digests of the payloads under which the message may have arrived before
     */
    public boolean answers(Envelope envelope, List<String> earlier) {
        return (payloadDigest.equals(envelope.payloadDigest()) || earlier.contains(payloadDigest))
                && answers(envelope.id(), envelope.sender(), envelope.receiver());
    }

    /** Tells whether it speaks of this message, whatever its payload was. */
    public boolean answers(String message, String from, String to) {
        return version == VERSION && messageId.equals(message) && sender.equals(from) && receiver.equals(to);
    }

    /** What the signature is over: every field but the signature. */
    public byte[] signedBytes() {
        return new Canonical("yichuang-receipt")
                .add(version)
                .add(messageId)
                .add(sender)
                .add(receiver)
                .add(payloadDigest)
                .add(receivedAt.toString())
                .add(words)
                .add(keyId)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
