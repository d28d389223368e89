package org.yichuang.linkage.internal.domain;

import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;

/** Checks envelopes and receipts against the keys of those who signed them. */
public final class SignatureVerifier {
    private final KeyRing keys;

    public SignatureVerifier(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Checks an envelope that has arrived.
     *
     * @throws ProblemException {@code envelope-unreadable}, {@code digest-mismatch}, {@code key-unknown},
     *     {@code signature-invalid}
     */
    public void check(Envelope envelope) {
        if (!envelope.hasKnownForm()) {
            throw new ProblemException(
                    LinkageError.ENVELOPE_UNREADABLE,
                    LocalizedMessage.of(SignatureVerifier.class, "envelope.version-unknown", envelope.version()));
        }
        if (!envelope.intact()) {
            throw new ProblemException(
                    LinkageError.DIGEST_MISMATCH, LocalizedMessage.of(SignatureVerifier.class, "digest.mismatch"));
        }
        KeyRing.KnownKey key = keys.known(new TenantId(envelope.sender()), envelope.keyId())
                .orElseThrow(() -> new ProblemException(
                        LinkageError.KEY_UNKNOWN,
                        LocalizedMessage.of(
                                SignatureVerifier.class, "key.unknown", envelope.sender(), envelope.keyId())));
        if (!key.signed(envelope.signedBytes(), envelope.signature(), envelope.sentAt())) {
            throw new ProblemException(
                    LinkageError.SIGNATURE_INVALID,
                    LocalizedMessage.of(SignatureVerifier.class, "signature.invalid", envelope.sender()));
        }
    }

    /**
     * Checks the receipt that came back for an envelope.
     *
     * @param earlier the digests of the payloads under which the message may have arrived before
     * @throws ProblemException {@code receipt-invalid}
     */
    public void check(Receipt receipt, Envelope envelope, List<String> earlier) {
        check(receipt, receipt.answers(envelope, earlier), envelope.receiver());
    }

    /**
     * Checks a receipt that has come by itself.
     *
     * @param sender the centre that sent the message
     * @param digests those of the payloads under which it may have arrived
     * @throws ProblemException {@code receipt-invalid}
     */
    public void check(Receipt receipt, TenantId sender, OutgoingMessage message, List<String> digests) {
        boolean answers = receipt.answers(message.id(), sender.value(), message.receiver())
                && digests.contains(receipt.payloadDigest());
        check(receipt, answers, message.receiver());
    }

    private void check(Receipt receipt, boolean answers, String receiver) {
        Optional<KeyRing.KnownKey> key =
                answers ? keys.known(new TenantId(receiver), receipt.keyId()) : Optional.empty();
        if (key.filter(known -> known.signed(receipt.signedBytes(), receipt.signature(), receipt.receivedAt()))
                .isEmpty()) {
            throw new ProblemException(
                    LinkageError.RECEIPT_INVALID,
                    LocalizedMessage.of(SignatureVerifier.class, "receipt.invalid", receiver));
        }
    }
}
