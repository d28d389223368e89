package org.yichuang.linkage.api;

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
     * Takes a waiting message out of the flow; those of the same case behind it wait.
     *
     * @throws ProblemException {@code message-unknown}, {@code message-state}, {@code fields-invalid} without a reason
     */
    @RequiresPermission(LinkagePermission.ACT)
    void park(String messageId, String reason, CallContext context);
}
