package org.yichuang.linkage.internal;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CarriedFile;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.api.Reply.Refusal;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.NeighbourRule;
import org.yichuang.linkage.internal.domain.SignatureVerifier;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The receiving end: proves an envelope, lets its module take its effect exactly once, and signs the receipt. */
public class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

    private static final String LINKAGE = "linkage";

    private final Tenants tenants;
    private final KeyRing keys;
    private final Transactions transactions;
    private final LinkedModules modules;
    private final ModuleRegistry installed;
    private final Whereabouts whereabouts;
    private final Epochs epochs;
    private final NeighbourRule kinship;
    private final SignatureVerifier seal;
    private final FileReceiver files;
    private final AwaitedFiles awaited;
    private final RefusedFiles refused = new RefusedFiles();
    private final Clock clock;

    public Receiver(
            Tenants tenants,
            KeyRing keys,
            Transactions transactions,
            LinkedModules modules,
            ModuleRegistry installed,
            Whereabouts whereabouts,
            Epochs epochs) {
        this.tenants = tenants;
        this.keys = keys;
        this.transactions = transactions;
        this.modules = modules;
        this.installed = installed;
        this.whereabouts = whereabouts;
        this.epochs = epochs;
        this.kinship = new NeighbourRule(tenants);
        this.seal = new SignatureVerifier(keys);
        this.files = new FileReceiver(whereabouts);
        this.clock = tenants.clock();
        this.awaited = new AwaitedFiles(transactions, clock);
    }

    /**
     * Receives an envelope; what is wrong with it is in the reply.
     *
     * @throws ProblemException {@code unavailable} where only a newer release reads it, which works with this database
     *     already: whoever brought it brings it again, and the other container takes it
     */
    public Reply receive(Envelope envelope) {
        try {
            kinship.require(envelope.sender(), envelope.receiver());
            TenantId receiver = new TenantId(envelope.receiver());
            whereabouts.requireHere(receiver);
            seal.check(envelope, clock.instant());
            long epoch = epochs.current(receiver); // while it has forgotten what it knew, it takes nothing
            LinkedModule module = modules.of(envelope.topic());
            requireOn(tenants.get(receiver), module.module());
            if (files.lacks(envelope, receiver, module) && !isSeen(envelope, receiver)) {
                List<String> missing = files.missing(envelope, receiver, module);
                if (!missing.isEmpty()) {
                    awaited.await(envelope.sender(), missing, envelope.id(), receiver);
                    return Reply.wanting(refusal(waiting(envelope, missing), envelope), missing);
                }
            }
            return Reply.received(take(envelope, receiver, epoch, module));
        } catch (ProblemException e) {
            leaveToNewer(e, envelope.receiver());
            if (modules.isOthers(envelope.topic(), envelope.payload())) {
                throw ProblemException.of(CommonError.UNAVAILABLE);
            }
            LOG.debug("Message {} not taken: {}", envelope.id(), e.en());
            return Reply.refused(refusal(e, envelope));
        }
    }

    /** Why it waits for files: they are on their way, or have come and were refused. */
    private ProblemException waiting(Envelope envelope, List<String> missing) {
        return refused.why(envelope.sender(), missing)
                .map(why -> FileReceiver.refused(missing.size(), why))
                .orElseGet(() -> FileReceiver.missing(missing.size()));
    }

    private static Refusal refusal(ProblemException why, Envelope envelope) {
        boolean lasting = why.code() instanceof LinkageError error && error.lasting();
        return new Refusal(why.code().code(), why.zh(), why.en(), lasting, envelope.id(), envelope.sender());
    }

    /**
     * Takes a file that this end has sent for.
     *
     * @throws ProblemException when it is not taken; the next answer to its message says why
     */
    public void receive(CarriedFile file, InputStream content) {
        kinship.require(file.sender(), file.receiver());
        TenantId receiver = new TenantId(file.receiver());
        whereabouts.requireHere(receiver);
        seal.check(file, clock.instant());
        awaited.require(file, receiver);
        try {
            take(file, content, receiver);
            refused.taken(file);
        } catch (ProblemException e) {
            refused.refused(file, e);
            throw e;
        }
    }

    private void take(CarriedFile file, InputStream content, TenantId receiver) {
        LinkedModule module = modules.of(file.topic());
        requireOn(tenants.get(receiver), module.module());
        FileReceiver.keep(file, content, receiver, module);
    }

    /** While the containers of a database are brought up to date one by one, an older one has no say any more. */
    private void leaveToNewer(ProblemException why, String receiver) {
        if (why.code() == LinkageError.ENVELOPE_UNREADABLE && receiver != null && TenantId.isWellFormed(receiver)) {
            try {
                epochs.current(new TenantId(receiver));
            } catch (ProblemException e) {
                if (e.code() == CommonError.UNAVAILABLE) {
                    throw e;
                }
            }
        }
    }

    /**
     * Answers what cannot be read as an envelope, as far as it says whose it is.
     *
     * @throws ProblemException {@code unavailable} where a newer release works with this database, which may read it
     */
    public Reply unreadable(byte[] text, ProblemException why) {
        leaveToNewer(why, Json.field(text, "receiver"));
        LOG.debug("A message cannot be read: {}", why.en());
        return Reply.refused(new Refusal(
                why.code().code(), why.zh(), why.en(), false, Json.field(text, "id"), Json.field(text, "sender")));
    }

    /** Says that a certificate does not speak for a centre. */
    public static ProblemException foreign(String sender) {
        return new ProblemException(
                LinkageError.CERTIFICATE_DIFFERS, LocalizedMessage.of(Receiver.class, "certificate-differs", sender));
    }

    private void requireOn(Tenant receiver, String module) {
        for (String word : List.of(LINKAGE, module)) {
            if (!installed.isOn(word, receiver)) {
                throw new ProblemException(
                        LinkageError.RECEIVER_OFF,
                        LocalizedMessage.of(Receiver.class, "receiver-off", receiver.name(), name(word)));
            }
        }
    }

    /** A module as people call it; one that is not installed has no other name than its word. */
    private LocalizedMessage name(String word) {
        return installed
                .find(word)
                .map(ModuleDescriptor::texts)
                .map(texts -> texts.has("name") ? texts.message("name") : LocalizedMessage.verbatim(word))
                .orElseGet(() -> LocalizedMessage.verbatim(word));
    }

    /**
     * Tells whether a message has had its effect: then it gets its receipt, whether what it named is still here or not.
     * Whoever asks notes that it has come, and a refusal takes that back.
     */
    private boolean isSeen(Envelope envelope, TenantId receiver) {
        try {
            transactions.write(context(envelope, receiver, clock.instant()), Void.class, unit -> {
                if (seen(envelope, unit).receipt == null) {
                    throw ProblemException.of(LinkageError.FILES_MISSING);
                }
                return null;
            });
            return true;
        } catch (ProblemException e) {
            if (e.code() != LinkageError.FILES_MISSING) {
                throw e;
            }
            return false;
        }
    }

    private static CallContext context(Envelope envelope, TenantId receiver, Instant now) {
        return CallContext.system(receiver, now, "linkage-" + envelope.id());
    }

    private Receipt take(Envelope envelope, TenantId receiver, long epoch, LinkedModule module) {
        SigningKey key = keys.signing(receiver); // before the transaction: a first key is written in one of its own
        Instant now = clock.instant();
        CallContext context = context(envelope, receiver, now);
        return transactions.write(context, Receipt.class, unit -> {
            Seen seen = seen(envelope, unit);
            if (seen.receipt != null) {
                return signedNow(seen.receipt, epoch, now, key);
            }
            String words = module.receive(incoming(envelope, unit), attachments(envelope), unit);
            Receipt receipt = receipt(envelope, now, words, key);
            unit.answer(envelope.topic(), seen.id, Json.write(receipt));
            return receipt;
        });
    }

    /**
     * The receipt of the first time. Under another key than today's, or of an earlier epoch, it might not be believed
     * any more, and the message would come again and again.
     */
    private static Receipt signedNow(Receipt kept, long epoch, Instant now, SigningKey key) {
        boolean isOfBefore = kept.receivedAt().isBefore(Epochs.moment(epoch));
        if (!isOfBefore && kept.keyId().equals(key.keyId())) {
            return kept;
        }
        Receipt plain = (isOfBefore ? kept.givenAgain(now) : kept).under(key.keyId(), key.algorithm());
        return plain.signed(key.sign(plain.signedBytes()));
    }

    /** Two centres may give one id: the first message of it keeps it, that of another centre is told apart. */
    private static Seen seen(Envelope envelope, UnitOfWork unit) {
        Seen first = seen(envelope.id(), envelope, unit);
        return first.receipt == null || first.receipt.sender().equals(envelope.sender())
                ? first
                : seen(envelope.sender() + "/" + envelope.id(), envelope, unit);
    }

    private static Seen seen(String id, Envelope envelope, UnitOfWork unit) {
        String kept = unit.firstSeen(envelope.topic(), id);
        return new Seen(id, kept == null ? null : Json.read(kept, Receipt.class));
    }

    private static Receipt receipt(Envelope envelope, Instant at, String words, SigningKey key) {
        Receipt plain = new Receipt(
                Receipt.versionFor(key.algorithm()),
                envelope.id(),
                envelope.sender(),
                envelope.receiver(),
                envelope.payloadDigest(),
                at,
                words,
                key.keyId(),
                "",
                key.algorithm().word());
        return plain.signed(key.sign(plain.signedBytes()));
    }

    /** Modules count on over the epochs of a sender, as if there were one. */
    private static LinkedModule.Incoming incoming(Envelope envelope, UnitOfWork unit) {
        return new LinkedModule.Incoming(
                envelope.id(),
                new TenantId(envelope.sender()),
                envelope.senderCase(),
                unit.place(
                        envelope.topic(),
                        envelope.sender(),
                        envelope.senderCase(),
                        envelope.epoch(),
                        envelope.sequence()),
                envelope.type(),
                envelope.payload(),
                envelope.epoch());
    }

    private static List<LinkedModule.Attachment> attachments(Envelope envelope) {
        return envelope.attachments().stream()
                .map(file -> new LinkedModule.Attachment(
                        file.file(), file.name(), file.mediaType(), file.sha256(), file.size(), FileReceiver.NOT_HERE))
                .toList();
    }

    /** Under which id the inbox knows a message, and what it was answered; null when it is new. */
    private record Seen(String id, Receipt receipt) {}
}
