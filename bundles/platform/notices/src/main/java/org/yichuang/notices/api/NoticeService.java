package org.yichuang.notices.api;

import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/**
 * Messages to people. A notice is asked for in the transaction of a step and leaves after its commit: never before, and
 * never twice. Where a provider took a message and its answer was lost, that is shown as {@link State#UNCERTAIN} and
 * not
 * repeated.
 */
public interface NoticeService {
    /**
     * Asks for a message in a step's transaction: with it, or not at all.
     *
     * @throws ProblemException {@code template-unknown}; {@code fields-invalid} when a fact is missing
     */
    void send(Request request, UnitOfWork unit);

    /** Returns the messages about a thing, in the order in which they were asked for. */
    @NeedsNoPermission("the module of the thing has let in whoever asks")
    List<NoticeView> of(String aggregateType, String aggregateId, CallContext context);

    /** Where a message stands. */
    enum State {
        /** It waits for its turn, or for a provider. */
        WAITING,
        /** A provider has taken it. */
        SENT,
        /** A provider may have taken it. */
        UNCERTAIN,
        /** No channel reaches the recipient. */
        UNREACHABLE,
        /** It has become too old. */
        EXPIRED
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
     */
    record Request(
            String module,
            String kind,
            String aggregateType,
            String aggregateId,
            String account,
            Map<String, String> facts) {
        public Request {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * A message as staff see it: that it was sent, not to which number or address.
     *
     * @param id unique
     * @param kind the template's kind
     * @param channel the way that it took
     * @param state where it stands
     */
    record NoticeView(String id, String kind, NoticeTemplate.Channel channel, State state) {}
}
