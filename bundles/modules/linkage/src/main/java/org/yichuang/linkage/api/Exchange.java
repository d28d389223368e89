package org.yichuang.linkage.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** What operators see and do about the messages that the context's centre sends. */
public interface Exchange {
    /** How many messages one call sends again at most. */
    int MOST_REPLAYED = 1_000;

    /** Returns outgoing messages, the newest first. */
    @RequiresPermission(LinkagePermission.VIEW)
    Page<ExchangeMessage> messages(Optional<Outbox.State> state, PageRequest page, CallContext context);

    /**
     * Returns the messages that an aggregate of this centre has sent, in the order of their writing; none while its
     * module is not installed.
     *
     * @param module the word of a module, e.g. {@code cases}
     * @param aggregateId e.g. a case number
     */
    @RequiresPermission(LinkagePermission.VIEW)
    List<ExchangeMessage> ofAggregate(String module, String aggregateId, CallContext context);

    /**
     * Sends a parked message again, or a waiting one at once; the receiver's inbox keeps it from having a second
     * effect.
     *
     * @throws ProblemException {@code message-unknown}, {@code message-state} when it has been delivered
     */
    @RequiresPermission(LinkagePermission.ACT)
    void replay(String messageId, CallContext context);

    /**
     * Sends parked messages again, the oldest first: all of them, or those to one centre, {@link #MOST_REPLAYED} at
     * most. Each is a transaction and an entry of its own, so that a call that breaks off has done what it has done,
     * and one that comes again, under the same key or another one, sends what is still parked.
     *
     * @param receiver the centre that they go to; absent for any
     */
    @RequiresPermission(LinkagePermission.ACT)
    Replayed replayAll(Optional<String> receiver, CallContext context);

    /**
     * Goes on with that.
     *
     * @param after where the call before has ended, as {@link Replayed#next} says it; absent to begin
     */
    @RequiresPermission(LinkagePermission.ACT)
    Replayed replayAll(Optional<String> receiver, Optional<String> after, CallContext context);

    /**
     * Takes a waiting message out of the flow; those of the same case behind it wait.
     *
     * @throws ProblemException {@code message-unknown}, {@code message-state}, {@code fields-invalid} without a reason
     */
    @RequiresPermission(LinkagePermission.ACT)
    void park(String messageId, String reason, CallContext context);

    /**
     * Takes all waiting messages out of the flow, or those to one centre, {@link #MOST_REPLAYED} at most. Each is a
     * transaction and an entry of its own.
     *
     * @param receiver the centre that they go to; absent for any
     * @throws ProblemException {@code fields-invalid} without a reason
     * @return how many; another call goes on, until it finds none
     */
    @RequiresPermission(LinkagePermission.ACT)
    int parkAll(Optional<String> receiver, String reason, CallContext context);

    /**
     * Returns the centres that no configuration names any more, and of which something has not arrived. What they have
     * sent is read, parked and given up in a context of theirs; it leaves again when their configuration is back.
     *
     * @throws ProblemException {@code other-tenant} at another centre than the root
     */
    @RequiresPermission(LinkagePermission.VIEW)
    List<Removed> removed(CallContext context);

    /**
     * Takes all out of the flow that waits at the context's centre, which no configuration names any more, {@link
     * #MOST_REPLAYED} at most. Each is a transaction and an entry of its own.
     *
     * @throws ProblemException {@code centre-configured}, {@code fields-invalid} without a reason
     * @return how many; another call goes on where it is as many as one call looks at
     */
    @RequiresPermission(LinkagePermission.ACT)
    int giveUp(String reason, CallContext context);

    /**
     * Says that the database of this centre has been set back: what it tells others from now on is counted anew, and
     * what waited for that is carried.
     *
     * @param reason who has set it back to when, and why
     * @throws ProblemException {@code fields-invalid} without a reason
     * @return the epoch that begins
     */
    @RequiresPermission(LinkagePermission.ACT)
    long beginEpoch(String reason, CallContext context);

    /**
     * What a centre that is gone has left.
     *
     * @param centre its id
     * @param waiting how many messages wait
     * @param parked how many are parked
     * @param oldest when the first of them was written
     */
    record Removed(String centre, long waiting, long parked, Instant oldest) {}

    /**
     * What has become of parked messages.
     *
     * @param replayed how many are on their way again
     * @param leftOut which ones stay parked, as they are not what was written
     * @param more whether there may be more than one call looks at: another one goes on
     * @param next where that one goes on, null where there is none
     */
    record Replayed(int replayed, List<String> leftOut, boolean more, String next) {
        public Replayed {
            leftOut = List.copyOf(leftOut);
        }

        /** All that there was, or, where there is more, as much as one call takes. */
        public Replayed(int replayed, List<String> leftOut, boolean more) {
            this(replayed, leftOut, more, null);
        }
    }
}
