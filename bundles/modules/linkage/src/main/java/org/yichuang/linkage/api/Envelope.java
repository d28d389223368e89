package org.yichuang.linkage.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.yichuang.kernel.api.Digests;

/**
 * A message on its way from one centre to another, signed by the sender. As JSON it is the protocol between containers.
 *
 * @param version of this form: {@link #versionFor}
 * @param id unique for ever; the receiver's inbox key
 * @param sender the sending centre
 * @param receiver the receiving centre
 * @param senderCase the aggregate at the sender, e.g. the number of a case
 * @param sequence grows within the sender's aggregate and receiver
 * @param topic which module's it is; version 1 has one only, and does not say it
 * @param type what it is, e.g. {@code forward}
 * @param sentAt when it was signed
 * @param payload JSON of the module's own making
 * @param payloadDigest SHA-256 of the payload
 * @param attachments the files that it names
 * @param keyId which of the sender's keys signed it
 * @param signature over {@link #signedBytes()}, in Base64; empty before it is signed
 * @param alg by what it is signed, as {@link SignatureAlgorithm} names it; versions 1 and 2 have one only, and do not
 *     say it
 * @param epoch in which epoch of the sender's database it was signed, 0 in the first; versions 1 and 2 know no other
 */
public record Envelope(
        int version,
        String id,
        String sender,
        String receiver,
        String senderCase,
        long sequence,
        String topic,
        String type,
        Instant sentAt,
        String payload,
        String payloadDigest,
        List<File> attachments,
        String keyId,
        String signature,
        String alg,
        long epoch) {
    /** The latest version that is understood here. */
    public static final int VERSION = 3;

    /** The topic of which the first version is, and which no envelope of it names. */
    public static final String FIRST_TOPIC = "linkage";

    private static final int WITHOUT_TOPIC = 1;
    /** It says neither by what it is signed nor in which epoch. */
    private static final int PLAIN = 2;

    /** Longer than any that was ever given; with the sender before it, it still fits into the inbox. */
    private static final int LONGEST_ID = 59;

    /** As long as what an outbox keeps of any. */
    private static final int LONGEST_NAME = 100;

    /** More than any case has; what is asked of all of them at once, databases can answer. */
    private static final int MOST_FILES = 2_000;

    /** @throws IllegalArgumentException when it lacks what every envelope has, or has what none can have */
    public Envelope {
        Stated.all(
                "envelope",
                Arrays.asList(
                        id,
                        sender,
                        receiver,
                        senderCase,
                        type,
                        sentAt,
                        payload,
                        payloadDigest,
                        attachments,
                        keyId,
                        signature));
        topic = topic == null ? FIRST_TOPIC : topic;
        alg = Stated.alg(alg);
        Stated.atMost(LONGEST_ID, "message id", id);
        Stated.atMost(LONGEST_NAME, "name", sender, receiver, senderCase, topic, type, payloadDigest, keyId, alg);
        Stated.moment(sentAt);
        Stated.epoch(epoch);
        if (attachments.size() > MOST_FILES) {
            throw new IllegalArgumentException("An envelope names at most " + MOST_FILES + " files");
        }
        attachments = List.copyOf(attachments);
    }

    /** The same with its signature. */
    public Envelope signed(String with) {
        return new Envelope(
                version,
                id,
                sender,
                receiver,
                senderCase,
                sequence,
                topic,
                type,
                sentAt,
                payload,
                payloadDigest,
                attachments,
                keyId,
                with,
                alg,
                epoch);
    }

    /**
     * The version in which envelopes are written: the earliest that can say all, since a centre of an earlier release
     * refuses a later one for ever.
     */
    public static int versionFor(String topic, SignatureAlgorithm by, long epoch) {
        if (by != SignatureAlgorithm.ED25519 || epoch != 0) {
            return VERSION;
        }
        return topic.equals(FIRST_TOPIC) ? WITHOUT_TOPIC : PLAIN;
    }

    /** Tells whether this version is understood here. */
    public boolean hasKnownForm() {
        return switch (version) {
            case VERSION -> true;
            case PLAIN -> isPlain();
            case WITHOUT_TOPIC -> isPlain() && topic.equals(FIRST_TOPIC);
            default -> false;
        };
    }

    private boolean isPlain() {
        return Stated.isFirst(alg) && epoch == 0;
    }

    /** Tells whether payload and files are what their digests say. */
    public boolean intact() {
        return Digests.sha256(payload).equals(payloadDigest)
                && attachments.stream().allMatch(File::intact);
    }

    /** What the signature is over: every field but the signature, files and payload by their digests. */
    public byte[] signedBytes() {
        Canonical form = new Canonical("yichuang-envelope")
                .add(version)
                .add(id)
                .add(sender)
                .add(receiver)
                .add(senderCase)
                .add(sequence);
        if (version > WITHOUT_TOPIC) {
            form.add(topic);
        }
        form.add(type).add(sentAt.toString()).add(payloadDigest);
        if (version > PLAIN) {
            form.add(epoch).add(alg);
        }
        form.add(keyId).add(attachments.size());
        for (File file : attachments) {
            form.add(file.file())
                    .add(file.name())
                    .add(file.mediaType())
                    .add(file.sha256())
                    .add(file.size());
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A file.
     *
     * @param file its id at the sender
     * @param name its name
     * @param mediaType its media type
     * @param sha256 its digest
     * @param size its length in bytes
     * @param content its bytes in Base64, as releases before carried them; null where they are asked for by the digest
     */
    public record File(String file, String name, String mediaType, String sha256, long size, byte[] content) {
        /** @throws IllegalArgumentException when it lacks what every file has */
        public File {
            Stated.all("file", Arrays.asList(file, name, mediaType, sha256));
            Stated.atMost(LONGEST_NAME, "digest", sha256);
        }

        /** One whose bytes are asked for by whoever lacks them. */
        public File(String file, String name, String mediaType, String sha256, long size) {
            this(file, name, mediaType, sha256, size, null);
        }

        boolean intact() {
            return content == null
                    || content.length == size && Digests.sha256(content).equals(sha256);
        }
    }
}
