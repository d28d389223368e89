package org.yichuang.notices.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/**
 * Messages to people. A notice is asked for in the transaction of a step and leaves after its commit: never before, and
 * never twice by itself. Where a provider may have taken a message and its answer was lost, that is shown as
 * {@link State#UNCERTAIN}, and a person decides.
 */
public interface NoticeService {
    /**
     * Asks for a message in a step's transaction: with it, or not at all.
     *
     * @throws ProblemException {@code template-unknown}; {@code fields-invalid} when a fact is missing
     */
    void send(Request request, UnitOfWork unit);

    /** Returns the messages about a thing, at most 200, in the order in which they were asked for. */
    @NeedsNoPermission("the module of the thing has let in whoever asks")
    List<NoticeView> of(String aggregateType, String aggregateId, CallContext context);

    /** Where a message stands. */
    enum State {
        /** It waits for its turn, for the end of the quiet hours, or for a provider. */
        WAITING,
        /** It is being handed to a provider. */
        SENDING,
        /** A provider has taken it; a message of the inbox lies there. */
        SENT,
        /** A provider may have taken it: its answer was lost. Somebody has to decide. */
        UNCERTAIN,
        /** A provider has refused it for good. */
        REFUSED,
        /** It has become too old before anybody took it. */
        EXPIRED,
        /** Somebody has decided that it is not sent again, or the recipient or the centre wants none on that way. */
        SETTLED
    }

    /**
     * A message that is wanted.
     *
     * @param module the word of the sending module
     * @param kind the template's kind
     * @param aggregateType what it is about, e.g. {@code case}
     * @param aggregateId which one
     * @param account the recipient's account in the unit's centre
     * @param facts what it says, by name
     * @param happenedAt when that of which it tells has happened, by which the messages of an inbox are ordered; null:
     *     in the step that asks for it
     */
    record Request(
            String module,
            String kind,
            String aggregateType,
            String aggregateId,
            String account,
            Map<String, String> facts,
            Instant happenedAt) {
        public Request {
            facts = Map.copyOf(facts);
        }

        /** A message of what happens in the step that asks for it. */
        public Request(
                String module,
                String kind,
                String aggregateType,
                String aggregateId,
                String account,
                Map<String, String> facts) {
            this(module, kind, aggregateType, aggregateId, account, facts, null);
        }
    }

    /**
     * A message as staff see it: that it was sent, not what it says nor to which number or address.
     *
     * @param id unique
     * @param module the word of the sending module
     * @param kind the template's kind
     * @param about the thing that it is about, as {@code type/id}
     * @param channel the way that it took
     * @param textVersion the version of the centre's own text, 0 for the module's words
     * @param state where it stands
     * @param reason a word for why it stands there; empty when nothing is to be said
     * @param askedAt when that of which it tells has happened
     */
    record NoticeView(
            String id,
            String module,
            String kind,
            String about,
            NoticeTemplate.Channel channel,
            int textVersion,
            State state,
            String reason,
            Instant askedAt) {}
}
