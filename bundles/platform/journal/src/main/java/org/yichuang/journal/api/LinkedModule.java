package org.yichuang.journal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * SPI (whiteboard): a module whose outgoing messages are carried, signed and receipted, to the same module of another
 * centre. It stands beside the outbox and not beside the carrier, so that the carrier knows no module, no module knows
 * the carrier, and each may be taken out without the other. While no module of a topic is there, its messages wait.
 */
public interface LinkedModule {
    /** Returns the module's word: what is sent to a centre that has it switched off waits. */
    String module();

    /** Returns the topic of the module's messages, as in {@link OutgoingMessage#topic()}; no two modules share one. */
    String topic();

    /** Returns what a type of its messages is called, for those who watch over what is carried; usually as it is. */
    default LocalizedMessage label(String type) {
        return LocalizedMessage.verbatim(type);
    }

    /** Returns what a type of its messages is about: those of one errand have a route of their own, and are counted. */
    default Errand errand(String type) {
        return Errand.NOTICE;
    }

    /**
     * Returns the newest form of its messages that this release reads, counted up by a release that writes another one.
     * Containers of two releases may work with one database: what is written in a newer form waits for one that reads
     * it, and what has arrived in a newer form is left to it. A payload says of which form it is in its field {@code
     * version}, and {@link #receive} refuses those of a newer one; 0 where all are of one form, and say nothing.
     */
    default int form() {
        return 0;
    }

    /**
     * Returns under which other ids the module sends messages about one of its aggregates, e.g. of parts of it that
     * other centres have as files of their own; none for most modules. In a transaction of its own.
     *
     * @param aggregateId as in {@link OutgoingMessage#aggregateId()}
     */
    @NeedsNoPermission("whoever carries the messages has let in whoever asks")
    default List<String> parts(String aggregateId, CallContext context) {
        return List.of();
    }

    /**
     * Takes the effect of a message in the receiver's running transaction, exactly once: the caller has checked
     * signature and inbox, and the module holds the files that the message names: it was given by {@link #keep} what
     * {@link #missing} said. A late message (its sequence is not above the last one seen) has no effect. What the
     * message claims is checked through the unit, by ports of other modules that take one, e.g. {@code
     * Catalogue.version}; no transaction is opened.
     *
     * @param attachments the files that it names; their bytes are not with them
     * @return words for the receipt, e.g. the receiver's case number; also when there was no effect, saying why
     * @throws ProblemException when it cannot be taken now; the message will come again
     */
    String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit);

    /**
     * Returns a waiting message's payload as it travels; a module that keeps what belongs to people encrypted decrypts
     * it here.
     *
     * @throws ProblemException when it cannot be read now; the message goes on waiting
     */
    default String payload(TenantId sender, OutgoingMessage waiting) {
        return waiting.payload();
    }

    /**
     * Tells whether {@link #payload} may say another thing at the next attempt, e.g. that a file had to be left behind:
     * then a receipt also counts that speaks of an earlier one.
     */
    default boolean isVaried(OutgoingMessage waiting) {
        return false;
    }

    /**
     * Returns the files that a message's payload names, to be carried once each to whoever lacks them; a missing one is
     * left out. Their bytes are read one at a time, and only of those that are lacked.
     *
     * @param payload as it travels
     * @throws ProblemException of the kinds {@code UNAVAILABLE} and {@code NOT_ALLOWED} when one is not given out now:
     *     the message waits, for as long as that lasts
     */
    List<Attachment> attachments(TenantId sender, String payload);

    /**
     * Returns which files the module does not hold for a receiver, before a message that names them is received.
     * Outside of a transaction.
     *
     * @param sha256s their digests
     */
    default Set<String> missing(TenantId receiver, Set<String> sha256s) {
        return Set.of();
    }

    /**
     * Takes a file ahead of the message that names it, and keeps it at least for a day; done twice it is done once. In
     * a transaction of its own.
     *
     * @param content its bytes, which are what their digest says
     * @throws ProblemException when it cannot be taken now; it will come again
     */
    default void keep(TenantId receiver, byte[] content) {}

    /**
     * The same with bytes that come over a line, and are read to their end; a module that need not have them whole in
     * memory takes them here.
     *
     * @throws IOException when the line breaks, or they are not what their digest says; then nothing is kept
     */
    default void keep(TenantId receiver, InputStream content) throws IOException {
        keep(receiver, content.readAllBytes());
    }

    /**
     * Hears that the receiver has taken a message, in the transaction that ends its way, exactly once, and once more
     * where the receiver was set back to before that. While this fails the message counts as not delivered: it comes
     * again, is shown with the failure, and the receiver, who takes it only once, answers with the same receipt.
     *
     * @param message as it waited
     * @param words what the receiver answered, as {@link #receive} there returned it
     */
    default void receipted(OutgoingMessage message, String words, UnitOfWork unit) {}

    /**
     * Hears the same, and when the receiver took it.
     *
     * @param received by the receiver's clock; of a message that it took twice, as it was set back, the last time
     */
    default void receipted(OutgoingMessage message, String words, Instant received, UnitOfWork unit) {
        receipted(message, words, unit);
    }

    /**
     * Hears that a message is parked, after all attempts or by an operator, in the transaction that says so; it leaves
     * when an operator replays it, and may be parked again. Where this fails the message is parked all the same.
     *
     * @param message as it waited
     * @param reason why, as operators are shown it
     */
    default void parked(OutgoingMessage message, String reason, UnitOfWork unit) {}

    /**
     * Returns what a neighbour has told this centre that must not be told otherwise, e.g. what it has decided of which
     * cases: its database was set back, and it may not know that any more. In the transaction that makes due again what
     * it had received; whatever it says of before that arrives later is not taken.
     *
     * @param answered what was answered to it since, as {@link #receive} returned it; what was before it knows
     * @return in a form of the module's own; empty for nothing
     */
    default String told(TenantId neighbour, List<String> answered, UnitOfWork unit) {
        return "";
    }

    /**
     * Hears what this centre itself has told a neighbour, as {@link #told} says it there: its database was set back.
     * While this fails the neighbour's answer comes again.
     */
    default void reminded(TenantId neighbour, String told, UnitOfWork unit) {}

    /** What a message is about, whatever its module calls it. */
    enum Errand {
        /** A file or a list goes up, so that the centre above decides. */
        FORWARD,
        /** Something is demanded of whoever has sent it. */
        QUESTION,
        /** What was demanded, or what is said to what was heard. */
        ANSWER,
        /** What the centre that decides has decided. */
        DECISION,
        /** How it stands, and until when. */
        PROGRESS,
        /** It is taken back, or ended. */
        WITHDRAWAL,
        /** Anything else. */
        NOTICE
    }

    /**
     * A message that has arrived.
     *
     * @param id unique for ever
     * @param sender the sending tenant, proved by its signature
     * @param aggregateId the sender's aggregate, e.g. the number of a case there
     * @param sequence grows within the sender's aggregate and receiver
     * @param type what it is, in the module's own words
     * @param payload JSON of the module's own making
     * @param epoch in which epoch of its sender it was sent, 0 for the first: a sender that was set back may not know
     *     what it has said
     */
    record Incoming(
            String id, TenantId sender, String aggregateId, long sequence, String type, String payload, long epoch) {
        /** One of a sender that never was set back. */
        public Incoming(String id, TenantId sender, String aggregateId, long sequence, String type, String payload) {
            this(id, sender, aggregateId, sequence, type, payload, 0);
        }
    }

    /**
     * A file on its way.
     *
     * @param file its id at the sender
     * @param name its name
     * @param mediaType its media type
     * @param sha256 its digest
     * @param size its length in bytes
     * @param content where its bytes are read, at the sender
     */
    record Attachment(String file, String name, String mediaType, String sha256, long size, Content content) {
        /** One whose bytes are at hand. */
        public Attachment(String file, String name, String mediaType, String sha256, byte[] content) {
            this(file, name, mediaType, sha256, content.length, () -> content);
        }
    }

    /** The bytes of a file, read when they are needed; outside of a transaction. */
    @FunctionalInterface
    interface Content {
        /** @throws ProblemException when they are not given out now */
        byte[] read();

        /**
         * Writes them, part by part where they need not be whole in memory.
         *
         * @throws ProblemException when they are not given out now, or are not what was kept; then not all of them have
         *     been written
         * @throws IOException when {@code to} fails
         */
        default void write(OutputStream to) throws IOException {
            to.write(read());
        }
    }
}
