package org.yichuang.linkage.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.internal.domain.FailureReason;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.NeighbourRule;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The sending end: puts messages into envelopes that their centre signs. */
public class EnvelopeSealer {
    /** How long after it was written a message may be of a centre that this container has still to read about. */
    private static final Duration STARTING = Duration.ofDays(1);

    /** How often a message is looked at whose centre is gone. */
    private static final Duration GONE = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final LinkedModules modules;
    private final Tenants tenants;
    private final KeyRing keys;
    private final Epochs epochs;
    private final NeighbourRule kinship;
    private final Clock clock;

    public EnvelopeSealer(Outbox outbox, LinkedModules modules, Tenants tenants, KeyRing keys, Epochs epochs) {
        this.outbox = outbox;
        this.modules = modules;
        this.tenants = tenants;
        this.keys = keys;
        this.epochs = epochs;
        this.kinship = new NeighbourRule(tenants);
        this.clock = tenants.clock();
    }

    /**
     * Puts a message into a signed envelope.
     *
     * @throws NotYet when its centre is gone or has linkage switched off, its module does not give out what travels
     *     with it, or its database has been set back and nobody has said so
     * @throws ProblemException {@code centre-unknown}, {@code not-related}, {@code receiver-off} when the module has
     *     gone
     */
    public Envelope seal(Pending pending) {
        requireOn(pending);
        long epoch = epoch(pending);
        OutgoingMessage message = pending.message();
        kinship.require(pending.tenant().value(), message.receiver());
        LinkedModule module = modules.of(message.topic());
        String payload = module.payload(pending.tenant(), message);
        List<Envelope.File> files = attachments(module, pending, payload).stream()
                .map(file -> new Envelope.File(file.file(), file.name(), file.mediaType(), file.sha256(), file.size()))
                .toList();
        String digest = Digests.sha256(payload);
        if (module.isVaried(message)) {
            outbox.sealed(pending, digest);
        }
        SigningKey key = keys.signing(pending.tenant());
        Envelope plain = new Envelope(
                Envelope.versionFor(message.topic(), key.algorithm(), epoch),
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
                "",
                key.algorithm().word(),
                epoch);
        return plain.signed(key.sign(plain.signedBytes()));
    }

    private void requireOn(Pending pending) {
        Optional<Tenant> centre = tenants.find(pending.tenant());
        if (centre.isEmpty()) {
            boolean isLong = pending.createdAt().isBefore(clock.instant().minus(STARTING));
            throw new NotYet(
                    FailureReason.of(LocalizedMessage.of(EnvelopeSealer.class, "centre.removed", pending.tenant())),
                    isLong ? GONE : Settings.REST);
        }
        if (!centre.get().has("linkage")) {
            throw new NotYet(FailureReason.of(LocalizedMessage.of(EnvelopeSealer.class, "linkage.off-here")));
        }
    }

    private long epoch(Pending pending) {
        try {
            return epochs.current(pending.tenant());
        } catch (ProblemException e) {
            throw new NotYet(FailureReason.of(e));
        }
    }

    private static List<LinkedModule.Attachment> attachments(LinkedModule module, Pending pending, String payload) {
        try {
            return module.attachments(pending.tenant(), payload);
        } catch (ProblemException e) {
            ErrorKind kind = e.code().kind();
            throw kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.NOT_ALLOWED ? new NotYet(FailureReason.of(e)) : e;
        }
    }

    /** A message cannot leave yet, and nothing is wrong with its way: it waits, however long that takes. */
    public static class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Duration rest;

        /** @param reason as the message's row keeps it */
        NotYet(String reason) {
            this(reason, Settings.REST);
        }

        private NotYet(String reason, Duration rest) {
            super(reason);
            this.rest = rest;
        }

        /** After which time it is looked at again. */
        Duration rest() {
            return rest;
        }
    }
}
