package org.yichuang.linkage.internal.domain;

import java.util.Optional;
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
                    "不支持的信封版本 " + envelope.version(),
                    "Envelope version " + envelope.version() + " is not spoken here");
        }
        if (!envelope.intact()) {
            throw new ProblemException(
                    LinkageError.DIGEST_MISMATCH, "消息内容或附件与摘要不符", "The payload or a file is not what its digest says");
        }
        KeyRing.KnownKey key = keys.known(new TenantId(envelope.sender()), envelope.keyId())
                .orElseThrow(() -> new ProblemException(
                        LinkageError.KEY_UNKNOWN,
                        "尚不知道发送方 " + envelope.sender() + " 的签名公钥 " + envelope.keyId(),
                        "The key " + envelope.keyId() + " of " + envelope.sender() + " is not known here yet"));
        if (!key.signed(envelope.signedBytes(), envelope.signature(), envelope.sentAt())) {
            throw new ProblemException(
                    LinkageError.SIGNATURE_INVALID,
                    "发送方 " + envelope.sender() + " 的签名无效",
                    "The signature of " + envelope.sender() + " does not hold");
        }
    }

    /**
     * Checks the receipt that came back for an envelope.
     *
     * @throws ProblemException {@code receipt-invalid}
     */
    public void check(Receipt receipt, Envelope envelope) {
        Optional<KeyRing.KnownKey> key = receipt.answers(envelope)
                ? keys.known(new TenantId(envelope.receiver()), receipt.keyId())
                : Optional.empty();
        if (key.filter(known -> known.signed(receipt.signedBytes(), receipt.signature(), receipt.receivedAt()))
                .isEmpty()) {
            throw new ProblemException(
                    LinkageError.RECEIPT_INVALID,
                    "收到的回执不是 " + envelope.receiver() + " 对本消息签署的回执",
                    "What came back is not a receipt of this message signed by " + envelope.receiver());
        }
    }
}
