package org.yichuang.linkage.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The receiver's signed word that a message has arrived and what became of it; the sender keeps it.
 *
 * @param version of this form: {@link #versionFor}
 * @param messageId the message
 * @param sender the centre that sent it
 * @param receiver the centre that received it
 * @param payloadDigest what it received
 * @param receivedAt when its effect was committed, or it was given again after its receiver had been set back
 * @param words what became of it, e.g. the receiver's case number
 * @param keyId which of the receiver's keys signed it
 * @param signature over {@link #signedBytes()}, in Base64; empty before it is signed
 * @param alg by what it is signed, as {@link SignatureAlgorithm} names it; version 1 has one only, and does not say it
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
        String signature,
        String alg) {
    /** The latest version that is understood here. */
    public static final int VERSION = 2;

    private static final int WITHOUT_ALGORITHM = 1;

    /** @throws IllegalArgumentException when it lacks what every receipt has */
    public Receipt {
        Stated.all(
                "receipt",
                Arrays.asList(messageId, sender, receiver, payloadDigest, receivedAt, words, keyId, signature));
        alg = Stated.alg(alg);
        Stated.moment(receivedAt);
    }

    /** The same with its signature. */
    public Receipt signed(String with) {
        return new Receipt(version, messageId, sender, receiver, payloadDigest, receivedAt, words, keyId, with, alg);
    }

    /** The same as another key of its receiver is to sign it. */
    public Receipt under(String key, SignatureAlgorithm by) {
        return new Receipt(
                versionFor(by), messageId, sender, receiver, payloadDigest, receivedAt, words, key, "", by.word());
    }

    /** The same as it is given again in a later epoch of its receiver: what was given before says nothing any more. */
    public Receipt givenAgain(Instant at) {
        return new Receipt(version, messageId, sender, receiver, payloadDigest, at, words, keyId, "", alg);
    }

    /** The version in which receipts are written: the earliest that can say all. */
    public static int versionFor(SignatureAlgorithm by) {
        return by == SignatureAlgorithm.ED25519 ? WITHOUT_ALGORITHM : VERSION;
    }

    private boolean hasKnownForm() {
        return version == VERSION || version == WITHOUT_ALGORITHM && Stated.isFirst(alg);
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
        return hasKnownForm() && messageId.equals(message) && sender.equals(from) && receiver.equals(to);
    }

    /** What the signature is over: every field but the signature. */
    public byte[] signedBytes() {
        Canonical form = new Canonical("yichuang-receipt")
                .add(version)
                .add(messageId)
                .add(sender)
                .add(receiver)
                .add(payloadDigest)
                .add(receivedAt.toString())
                .add(words);
        if (version > WITHOUT_ALGORITHM) {
            form.add(alg);
        }
        return form.add(keyId).toString().getBytes(StandardCharsets.UTF_8);
    }
}
