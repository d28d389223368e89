package org.yichuang.linkage.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CarriedFile;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.SignatureAlgorithm;

/** Checks envelopes and receipts against the keys of those who signed them. */
public final class SignatureVerifier {
    /** How far ahead the clock of a sender may be. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    /** How long a signed message may be on its way; one that got no receipt is signed anew each time it leaves. */
    private static final Duration OLDEST = Duration.ofDays(90);

    private final KeyRing keys;

    public SignatureVerifier(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Checks an envelope that has arrived.
     *
     * @param now when
     * @throws ProblemException {@code envelope-unreadable}, {@code digest-mismatch}, {@code key-unknown},
     *     {@code signature-invalid}, {@code key-revoked}, {@code key-not-in-force}, {@code not-fresh}
     */
    public void check(Envelope envelope, Instant now) {
        if (!envelope.hasKnownForm()) {
            throw new ProblemException(
                    LinkageError.ENVELOPE_UNREADABLE,
                    LocalizedMessage.of(SignatureVerifier.class, "envelope.version-unknown", envelope.version()));
        }
        if (!envelope.intact()) {
            throw new ProblemException(
                    LinkageError.DIGEST_MISMATCH, LocalizedMessage.of(SignatureVerifier.class, "digest.mismatch"));
        }
        check(
                new Signed(
                        envelope.sender(),
                        envelope.alg(),
                        envelope.keyId(),
                        envelope.sentAt(),
                        envelope.signedBytes(),
                        envelope.signature()),
                now);
    }

    /**
     * Checks what comes with a file that has arrived; not its bytes.
     *
     * @param now when
     * @throws ProblemException as for an envelope
     */
    public void check(CarriedFile file, Instant now) {
        if (!file.hasKnownForm()) {
            throw new ProblemException(
                    LinkageError.ENVELOPE_UNREADABLE,
                    LocalizedMessage.of(SignatureVerifier.class, "envelope.version-unknown", file.version()));
        }
        check(
                new Signed(
                        file.sender(), file.alg(), file.keyId(), file.sentAt(), file.signedBytes(), file.signature()),
                now);
    }

    private void check(Signed signed, Instant now) {
        if (SignatureAlgorithm.named(signed.alg()).isEmpty()) {
            throw new ProblemException(
                    LinkageError.ENVELOPE_UNREADABLE,
                    LocalizedMessage.of(SignatureVerifier.class, "algorithm.unknown", signed.alg()));
        }
        KeyRing.KnownKey key = keys.known(new TenantId(signed.sender()), signed.keyId())
                .orElseThrow(() -> new ProblemException(
                        LinkageError.KEY_UNKNOWN,
                        LocalizedMessage.of(SignatureVerifier.class, "key.unknown", signed.sender(), signed.keyId())));
        if (!key.signed(signed.alg(), signed.bytes(), signed.signature())) {
            throw new ProblemException(
                    LinkageError.SIGNATURE_INVALID,
                    LocalizedMessage.of(SignatureVerifier.class, "signature.invalid", signed.sender()));
        }
        checkTime(signed, key, now);
    }

    /** What something says of its time is believed as far as its signature is, and no further than the clock here. */
    private static void checkTime(Signed signed, KeyRing.KnownKey key, Instant now) {
        if (key.isRevoked()) {
            throw new ProblemException(
                    LinkageError.KEY_REVOKED,
                    LocalizedMessage.of(SignatureVerifier.class, "key.revoked", signed.sender(), signed.keyId()));
        }
        Instant sentAt = signed.sentAt();
        if (!key.isInForce(sentAt)) {
            throw new ProblemException(
                    LinkageError.KEY_NOT_IN_FORCE,
                    LocalizedMessage.of(
                            SignatureVerifier.class, "key.not-in-force", signed.sender(), signed.keyId(), sentAt));
        }
        if (sentAt.isAfter(now.plus(MOST_AHEAD)) || sentAt.isBefore(now.minus(OLDEST))) {
            throw new ProblemException(
                    LinkageError.NOT_FRESH,
                    LocalizedMessage.of(SignatureVerifier.class, "envelope.not-fresh", sentAt, now));
        }
    }

    /**
     * Checks the receipt that came back for an envelope.
     *
     * @param earlier the digests of the payloads under which the message may have arrived before
     * @param written when the message was written
     * @throws ProblemException {@code receipt-invalid}
     */
    public void check(Receipt receipt, Envelope envelope, List<String> earlier, Instant written) {
        check(receipt, receipt.answers(envelope, earlier), envelope.receiver(), written);
    }

    /**
     * Checks a receipt that has come by itself.
     *
     * @param sender the centre that sent the message
     * @param digests those of the payloads under which it may have arrived
     * @param written when the message was written
     * @throws ProblemException {@code receipt-invalid}
     */
    public void check(
            Receipt receipt, TenantId sender, OutgoingMessage message, List<String> digests, Instant written) {
        boolean answers = receipt.answers(message.id(), sender.value(), message.receiver())
                && digests.contains(receipt.payloadDigest());
        check(receipt, answers, message.receiver(), written);
    }

    /** What somebody says under a signature. */
    private record Signed(String sender, String alg, String keyId, Instant sentAt, byte[] bytes, String signature) {}

    private void check(Receipt receipt, boolean answers, String receiver, Instant written) {
        Optional<KeyRing.KnownKey> key =
                answers ? keys.known(new TenantId(receiver), receipt.keyId()) : Optional.empty();
        if (key.filter(known -> !known.isRevoked() && mayHaveSigned(known, receipt.receivedAt(), written))
                .filter(known -> known.signed(receipt.alg(), receipt.signedBytes(), receipt.signature()))
                .isEmpty()) {
            throw new ProblemException(
                    LinkageError.RECEIPT_INVALID,
                    LocalizedMessage.of(SignatureVerifier.class, "receipt.invalid", receiver));
        }
    }

    /**
     * A retired key answers for what it was given while it was in force, and for nothing that was written later:
     * whoever has stolen it may write any time into a receipt.
     */
    private static boolean mayHaveSigned(KeyRing.KnownKey key, Instant received, Instant written) {
        boolean isOfBefore = key.until() != null && received.isBefore(written.minus(KeyRing.KnownKey.OVERLAP));
        return !key.isRetired(received) && !isOfBefore;
    }
}
