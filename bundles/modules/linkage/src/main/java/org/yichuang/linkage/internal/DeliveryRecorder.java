package org.yichuang.linkage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.api.Reply.Refusal;
import org.yichuang.linkage.internal.EnvelopeSealer.NotYet;
import org.yichuang.linkage.internal.domain.Backoff;
import org.yichuang.linkage.internal.domain.FailureReason;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.Patience;
import org.yichuang.linkage.internal.domain.SignatureVerifier;

/** The sending end: writes down what became of each message. */
public class DeliveryRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRecorder.class);

    /** Longer than a transport waits for a letter to be taken. */
    private static final Duration LEAVING = Duration.ofMinutes(1);

    /** As an envelope has it. */
    private static final int LONGEST_ID = 59;

    /** Bytes a second. */
    private static final int SLOWEST = 1 << 20;

    private final Outbox outbox;
    private final LinkedModules modules;
    private final SignatureVerifier seal;
    private final Settings.Values settings;

    /** Works with the settings of the moment. */
    public DeliveryRecorder(Outbox outbox, LinkedModules modules, KeyRing keys, Settings.Values settings) {
        this.outbox = outbox;
        this.modules = modules;
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
        seal.check(receipt, envelope, isOfThisPayload ? List.of() : outbox.sealedDigests(pending), pending.createdAt());
        outbox.delivered(pending, Json.write(receipt), receipt.receivedAt());
    }

    /**
     * Takes an answer that has come by itself, whenever that is and to whichever node. Whoever may write to a queue
     * may write anything: an answer ends a message's way only by a receipt that its receiver has signed, and a refusal,
     * which nobody signs, only delays it.
     */
    public void settle(Reply reply) {
        Optional<Pending> found = find(reply);
        if (found.isEmpty()) {
            LOG.debug("An answer is of no message that is known here");
        } else if (reply.receipt() != null) {
            settle(found.get(), reply.receipt());
        } else {
            Refusal refusal = reply.refusal();
            Backoff backoff =
                    Patience.with(refusal.code()) == Patience.USUAL ? settings.backoff() : settings.rareBackoff();
            again(found.get(), FailureReason.of(refusal), backoff);
        }
    }

    /** Returns the message that an answer is of; empty where none is known here. */
    public Optional<Pending> find(Reply reply) {
        String sender = sender(reply);
        String message = reply.receipt() != null
                ? reply.receipt().messageId()
                : reply.refusal() == null ? null : reply.refusal().messageId();
        return TenantId.isWellFormed(sender) && isId(message)
                ? outbox.find(new TenantId(sender), message)
                : Optional.empty();
    }

    /** What no database keeps none can be asked for: PostgreSQL refuses a null character where it only looks. */
    private static boolean isId(String message) {
        return message != null && message.length() <= LONGEST_ID && !TextRules.isUnfit(message);
    }

    /** Returns whom the message was for that an answer answers; empty where none is known here. */
    public Optional<String> receiver(Reply reply) {
        return find(reply).map(pending -> pending.message().receiver());
    }

    /** The centre that an answer is for, null where it does not say. */
    public static String sender(Reply reply) {
        if (reply.receipt() != null) {
            return reply.receipt().sender();
        }
        return reply.refusal() == null ? null : reply.refusal().sender();
    }

    private void settle(Pending pending, Receipt receipt) {
        try {
            seal.check(
                    receipt, pending.tenant(), pending.message(), outbox.sealedDigests(pending), pending.createdAt());
        } catch (ProblemException e) {
            LOG.warn(
                    "An answer to message {} is left out: {}", pending.message().id(), e.en());
            return;
        }
        outbox.delivered(pending, Json.write(receipt), receipt.receivedAt());
    }

    /**
     * Notes under which digest a message leaves this deployment: its receipt may come to another node. It stays ours
     * for as long as that may take, so that no other node sends it as well.
     *
     * @throws NotOurs when it is another node's by now
     */
    public void leaves(Pending pending, Envelope envelope) {
        outbox.sealed(pending, envelope.payloadDigest());
        hold(pending, LEAVING);
    }

    /**
     * Files are copied before it takes its effect: it stays ours for as long as that may take.
     *
     * @throws NotOurs when it is another node's by now
     */
    public void takesFiles(Pending pending, Envelope envelope) {
        long bytes =
                envelope.attachments().stream().mapToLong(Envelope.File::size).sum();
        if (bytes > 0) {
            hold(pending, LEAVING.plusSeconds(bytes / SLOWEST));
        }
    }

    private void hold(Pending pending, Duration claim) {
        if (!outbox.prolong(pending, claim)) {
            throw new NotOurs();
        }
    }

    /** Notes that it has left, and waits for its receipt. */
    public void handedOver(Pending pending) {
        outbox.handedOver(pending, patience(pending));
    }

    /** Others have waited for the same way, which is open again: whichever module they are of. */
    public void hasten(Pending pending) {
        modules.topics().forEach(topic -> outbox.hasten(topic, pending.message().receiver()));
    }

    /**
     * For how long a receipt is waited for before the next copy leaves: twice as long as for the one before where
     * nothing at all has come of that, and no longer than for a first one after a refusal, a failure or a replay, which
     * say nothing of how long an answer takes.
     */
    public Duration patience(Pending pending) {
        Instant sent = pending.sentAt();
        boolean isUnanswered = sent != null && pending.lastError().isEmpty() && !sent.isBefore(pending.triedSince());
        return isUnanswered
                ? settings.patienceAfter(Duration.between(sent, pending.dueAt()))
                : settings.receiptPatience();
    }

    /** Notes that an attempt has failed on this side or on the way. */
    public void failed(Pending pending, Throwable reason) {
        if (reason instanceof NotYet notYet) {
            outbox.putOff(pending, notYet.getMessage(), notYet.rest());
        } else if (reason instanceof NotOurs) {
            LOG.debug("Message {} is another node's by now", pending.message().id());
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

    /** This node has stood still for longer than its claim: others carry the message, and say what becomes of it. */
    static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
