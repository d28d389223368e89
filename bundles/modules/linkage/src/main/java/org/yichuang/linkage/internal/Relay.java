package org.yichuang.linkage.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.domain.Backoff;
import org.yichuang.linkage.internal.domain.FailureReason;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.NeighbourRule;
import org.yichuang.linkage.internal.domain.Patience;
import org.yichuang.linkage.internal.domain.SignatureVerifier;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;
import org.yichuang.tenancy.api.Tenants;

/** The sending end: claims, seals, and settles what became of each message. */
public class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int CLAIMED_AT_ONCE = 32;

    private final Outbox outbox;
    private final LinkedModules modules;
    private final Tenants tenants;
    private final KeyRing keys;
    private final Settings.Values settings;
    private final NeighbourRule kinship;
    private final SignatureVerifier seal;
    private final Clock clock;

    /** Works with the settings of the moment. */
    public Relay(Outbox outbox, LinkedModules modules, Tenants tenants, KeyRing keys, Settings.Values settings) {
        this.outbox = outbox;
        this.modules = modules;
        this.tenants = tenants;
        this.keys = keys;
        this.settings = settings;
        this.kinship = new NeighbourRule(tenants);
        this.seal = new SignatureVerifier(keys);
        this.clock = tenants.clock();
    }

    /** Claims messages that are due, of all modules that are here. */
    public List<Pending> claim() {
        List<Pending> claimed = new ArrayList<>();
        for (String topic : modules.topics()) {
            claimed.addAll(outbox.claim(topic, CLAIMED_AT_ONCE, settings.claim()));
        }
        return claimed;
    }

    /**
     * Puts a message into a signed envelope.
     *
     * @throws NotYet when its centre has linkage switched off, or its module does not give out what travels with it
     * @throws ProblemException {@code centre-unknown}, {@code not-related}, {@code receiver-off} when the module has
     *     gone
     */
    public Envelope seal(Pending pending) {
        if (tenants.find(pending.tenant())
                .filter(centre -> centre.has("linkage"))
                .isEmpty()) {
            throw new NotYet(FailureReason.of(LocalizedMessage.of(Relay.class, "linkage.off-here")));
        }
        OutgoingMessage message = pending.message();
        kinship.require(pending.tenant().value(), message.receiver());
        LinkedModule module = modules.of(message.topic());
        String payload = module.payload(pending.tenant(), message);
        List<Envelope.File> files = attachments(module, pending, payload).stream()
                .map(file -> new Envelope.File(
                        file.file(),
                        file.name(),
                        file.mediaType(),
                        file.sha256(),
                        file.content().length,
                        file.content()))
                .toList();
        String digest = Digests.sha256(payload);
        if (module.isVaried(message)) {
            outbox.sealed(pending, digest);
        }
        SigningKey key = keys.signing(pending.tenant());
        Envelope plain = new Envelope(
                Envelope.versionFor(message.topic()),
                message.id(),
                pending.tenant().value(),
                message.receiver(),
                message.aggregateId(),
                message.sequence(),
                message.topic(),
                message.type(),
                clock.instant(),
                payload,
                digest,
                files,
                key.keyId(),
                "");
        return plain.signed(key.sign(plain.signedBytes()));
    }

    private static List<LinkedModule.Attachment> attachments(LinkedModule module, Pending pending, String payload) {
        try {
            return module.attachments(pending.tenant(), payload);
        } catch (ProblemException e) {
            ErrorKind kind = e.code().kind();
            throw kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.NOT_ALLOWED
                    ? new NotYet(FailureReason.of(refusal(e)))
                    : e;
        }
    }

    /**
     * Ends a message's way with a good receipt, or fails.
     *
     * @throws ProblemException {@code receipt-invalid}
     */
    public void settle(Pending pending, Envelope envelope, Reply reply) {
        if (reply.refusal() != null) {
            refused(pending, reply.refusal());
            return;
        }
        if (reply.receipt() == null) {
            throw new ProblemException(LinkageError.RECEIPT_INVALID, LocalizedMessage.of(Relay.class, "receipt.none"));
        }
        Receipt receipt = reply.receipt();
        boolean isOfThisPayload = envelope.payloadDigest().equals(receipt.payloadDigest());
        seal.check(receipt, envelope, isOfThisPayload ? List.of() : outbox.sealedDigests(pending));
        outbox.delivered(pending, Json.write(receipt));
    }

    /** Notes that an attempt has failed on this side or on the way. */
    public void failed(Pending pending, Exception reason) {
        if (reason instanceof NotYet notYet) {
            outbox.putOff(pending, notYet.getMessage(), Settings.REST);
        } else if (reason instanceof ProblemException problem) {
            refused(pending, refusal(problem));
        } else {
            LOG.debug("Message {} could not be carried", pending.message().id(), reason);
            LocalizedMessage failure = LocalizedMessage.of(
                    Relay.class, "message.not-carried", reason.getClass().getSimpleName(), reason.getMessage());
            again(pending, FailureReason.of(failure), settings.backoff());
        }
    }

    private static Reply.Refusal refusal(ProblemException problem) {
        ErrorCode code = problem.code();
        boolean lasting = code instanceof LinkageError error && error.lasting();
        return new Reply.Refusal(code.code(), problem.zh(), problem.en(), lasting);
    }

    private void refused(Pending pending, Reply.Refusal refusal) {
        String reason = FailureReason.of(refusal);
        switch (Patience.with(refusal.code())) {
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

    /** A message cannot leave yet, and nothing is wrong with its way: it waits, however long that takes. */
    public static class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason as the message's row keeps it */
        NotYet(String reason) {
            super(reason);
        }
    }
}
