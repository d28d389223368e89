package org.yichuang.notices.api;

import java.time.Instant;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** The messages that lie in the inbox of whoever asks, and on which other ways they want to be told. */
public interface Inbox {
    /** The largest count of unread messages that is counted; there may be more. */
    int MOST_COUNTED = 100;

    /** Returns the messages of the account that asks; what happened last comes first. */
    @NeedsNoPermission("everybody reads the messages to the own account")
    Page<Message> list(PageRequest page, CallContext context);

    /** Returns how many of them are unread, at most {@link #MOST_COUNTED}. */
    @NeedsNoPermission("everybody reads the messages to the own account")
    int unread(CallContext context);

    /**
     * Returns a message, which stays unread if it was.
     *
     * @throws ProblemException {@code notice-unknown}, also for a message to somebody else
     */
    @NeedsNoPermission("everybody reads the messages to the own account")
    Message find(String id, CallContext context);

    /**
     * Returns a message; it is read from now on.
     *
     * @throws ProblemException {@code notice-unknown}, also for a message to somebody else
     */
    @NeedsNoPermission("everybody reads the messages to the own account")
    Message read(String id, CallContext context);

    /** Returns on which other ways the account that asks is told. */
    @NeedsNoPermission("everybody says how to be told")
    Ways ways(CallContext context);

    /**
     * Says on which other ways the account that asks is told from now on; the inbox has every message in any case.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @NeedsNoPermission("everybody says how to be told")
    Ways setWays(Ways ways, CallContext context);

    /**
     * A message of an inbox.
     *
     * @param id unique
     * @param module the word of the module that sent it
     * @param kind the template's kind
     * @param about the thing that it is about, as {@code type/id}
     * @param subject its heading
     * @param body plain text
     * @param sentAt when that of which it tells has happened
     * @param opened whether it had been opened before
     */
    record Message(
            String id,
            String module,
            String kind,
            String about,
            String subject,
            String body,
            Instant sentAt,
            boolean opened) {}

    /**
     * Ways beside the inbox.
     *
     * @param mail the address for mail; empty for none
     * @param mailWanted whether messages go there
     * @param mobile the number for short messages, as {@code +8613812345678} or {@code 13812345678}; empty for none
     * @param smsWanted whether messages go there
     */
    record Ways(String mail, boolean mailWanted, String mobile, boolean smsWanted) {
        /** Nothing but the inbox. */
        public static final Ways NONE = new Ways("", false, "", false);
    }
}
