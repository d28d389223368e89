package org.yichuang.linkage.internal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.EnvelopeSealer.NotYet;
import org.yichuang.linkage.internal.domain.Backoff;
import org.yichuang.linkage.internal.domain.FailureReason;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.Patience;
import org.yichuang.linkage.internal.domain.SignatureVerifier;

/** The sending end: writes down what became of each message. */
public class DeliveryRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRecorder.class);

    private final Outbox outbox;
    private final SignatureVerifier seal;
    private final Settings.Values settings;

    /** Works with the settings of the moment. */
    public DeliveryRecorder(Outbox outbox, KeyRing keys, Settings.Values settings) {
        this.outbox = outbox;
        this.seal = new SignatureVerifier(keys);
        this.settings = settings;
    }

    /**
     * Ends a message's way with a good receipt, or fails.
     *
     * @throws ProblemException {@code receipt-invalid}
     */
    public void settle(Pending pending, Envelope envelope, Reply reply) {
        if (reply.refusal() != null) {
            refused(pending, reply.refusal().code(), FailureReason.of(reply.refusal()));
            return;
        }
        if (reply.receipt() == null) {
            throw new ProblemException(
                    LinkageError.RECEIPT_INVALID, LocalizedMessage.of(DeliveryRecorder.class, "receipt.none"));
        }
        Receipt receipt = reply.receipt();
        boolean isOfThisPayload = envelope.payloadDigest().equals(receipt.payloadDigest());
        seal.check(receipt, envelope, isOfThisPayload ? List.of() : outbox.sealedDigests(pending));
        outbox.delivered(pending, Json.write(receipt));
    }

    /** Notes that an attempt has failed on this side or on the way. */
    public void failed(Pending pending, Throwable reason) {
        if (reason instanceof NotYet notYet) {
            outbox.putOff(pending, notYet.getMessage(), Settings.REST);
        } else if (reason instanceof ProblemException problem) {
            refused(pending, problem.code().code(), FailureReason.of(problem));
        } else {
            LOG.debug("Message {} could not be carried", pending.message().id(), reason);
            LocalizedMessage failure = LocalizedMessage.of(
                    DeliveryRecorder.class,
                    "message.not-carried",
                    reason.getClass().getSimpleName(),
                    reason.getMessage());
            again(pending, FailureReason.of(failure), settings.backoff());
        }
    }

    private void refused(Pending pending, String code, String reason) {
        switch (Patience.with(code)) {
            case NONE -> park(pending, reason);
            case LONG -> again(pending, reason, settings.rareBackoff());
            default -> again(pending, reason, settings.backoff());
        }
    }

    private void again(Pending pending, String reason, Backoff backoff) {
        outbox.failed(pending, reason, Optional.of(backoff.next(pending.attempts())));
    }

    private void park(Pending pending, String reason) {
        outbox.failed(pending, reason, Optional.empty());
        LOG.warn(
                "Message {} from {} to {} is parked: {}",
                pending.message().id(),
                pending.tenant(),
                pending.message().receiver(),
                reason.replace('\n', ' '));
    }
}
