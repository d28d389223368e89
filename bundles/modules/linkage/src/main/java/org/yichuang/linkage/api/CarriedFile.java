package org.yichuang.linkage.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A file on its way to another deployment, ahead of the message that names it and because the receiver has said that it
 * lacks it; signed by the sender. Its bytes follow what this says.
 *
 * @param version of this form: {@link #versionFor}
 * @param messageId the message that names it
 * @param sender the sending centre
 * @param receiver the receiving centre
 * @param topic which module's it is
 * @param sha256 its digest
 * @param size its length in bytes
 * @param sentAt when it was signed
 * @param keyId which of the sender's keys signed it
 * @param signature over {@link #signedBytes()}, in Base64; empty before it is signed
 * @param alg by what it is signed, as {@link SignatureAlgorithm} names it; version 1 has one only, and does not say it
 */
public record CarriedFile(
        int version,
        String messageId,
        String sender,
        String receiver,
        String topic,
        String sha256,
        long size,
        Instant sentAt,
        String keyId,
        String signature,
        String alg) {
    /** The latest version that is understood here. */
    public static final int VERSION = 2;

    private static final int WITHOUT_ALGORITHM = 1;
    private static final int LONGEST = 100;

    /** @throws IllegalArgumentException when it lacks what every one has */
    public CarriedFile {
        Stated.all("carried file", Arrays.asList(messageId, sender, receiver, topic, sha256, sentAt, keyId, signature));
        alg = Stated.alg(alg);
        Stated.atMost(LONGEST, "name of a file", messageId, sender, receiver, topic, sha256, keyId, alg);
        Stated.moment(sentAt);
    }

    /** The same with its signature. */
    public CarriedFile signed(String with) {
        return new CarriedFile(version, messageId, sender, receiver, topic, sha256, size, sentAt, keyId, with, alg);
    }

    /** The version in which it is written: the earliest that can say all. */
    public static int versionFor(SignatureAlgorithm by) {
        return by == SignatureAlgorithm.ED25519 ? WITHOUT_ALGORITHM : VERSION;
    }

    /** Tells whether this version is understood here. */
    public boolean hasKnownForm() {
        return version == VERSION || version == WITHOUT_ALGORITHM && Stated.isFirst(alg);
    }

    /** What the signature is over: every field but the signature. */
    public byte[] signedBytes() {
        Canonical form = new Canonical("yichuang-file")
                .add(version)
                .add(messageId)
                .add(sender)
                .add(receiver)
                .add(topic)
                .add(sha256)
                .add(size)
                .add(sentAt.toString());
        if (version > WITHOUT_ALGORITHM) {
            form.add(alg);
        }
        return form.add(keyId).toString().getBytes(StandardCharsets.UTF_8);
    }
}
