package org.yichuang.notices.api;

import java.util.Map;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.notices.api.NoticeService.NoticeView;
import org.yichuang.notices.api.NoticeService.State;

/** What staff do about messages that did not arrive, or may not have; every decision is journaled with its reason. */
public interface NoticeCare {
    /** The largest count of messages of a state that is counted; there may be more. */
    int MOST_COUNTED = 100;

    /**
     * Returns the messages of a state, the newest first.
     *
     * @param state e.g. {@link State#UNCERTAIN}
     */
    @RequiresPermission(NoticePermission.VIEW)
    Page<NoticeView> list(State state, PageRequest page, CallContext context);

    /** Returns how many messages there are of each state but sent ones, each counted up to {@link #MOST_COUNTED}. */
    @RequiresPermission(NoticePermission.VIEW)
    Map<State, Integer> counts(CallContext context);

    /**
     * Has an uncertain, refused or expired message sent again, to the recipient's present address; where they or the
     * centre want none on that way any more, it is settled when its turn comes.
     *
     * @param reason in words, 1 to 200 characters, without personal data
     * @throws ProblemException {@code notice-unknown}, {@code notice-state}, {@code fields-invalid}
     */
    @RequiresPermission(NoticePermission.SETTLE)
    NoticeView sendAgain(String id, String reason, CallContext context);

    /**
     * Leaves such a message as it is: it has arrived after all, or the recipient was told otherwise.
     *
     * @param reason in words, 1 to 200 characters, without personal data
     * @throws ProblemException {@code notice-unknown}, {@code notice-state}, {@code fields-invalid}
     */
    @RequiresPermission(NoticePermission.SETTLE)
    NoticeView settle(String id, String reason, CallContext context);
}
