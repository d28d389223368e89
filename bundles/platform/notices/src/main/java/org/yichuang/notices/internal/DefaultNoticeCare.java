package org.yichuang.notices.internal;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.notices.api.NoticeCare;
import org.yichuang.notices.api.NoticePermission;
import org.yichuang.notices.api.NoticeService.NoticeView;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.domain.Notice;

/** Lets staff decide about messages of which the platform does not know what became, or that nobody took. */
public class DefaultNoticeCare implements NoticeCare {
    private static final int LONGEST_REASON = 200;
    private static final Set<State> COUNTED = EnumSet.complementOf(EnumSet.of(State.SENT, State.SENDING));
    /** How long what is sent again may wait, whatever the template says of the first time. */
    private static final Duration OLDEST = Duration.ofDays(3);

    private final Rows rows;
    private final Sender sender;
    private final Transactions transactions;

    DefaultNoticeCare(Sender sender, Transactions transactions) {
        this.rows = sender.rows();
        this.sender = sender;
        this.transactions = transactions;
    }

    @Override
    public Page<NoticeView> list(State state, PageRequest page, CallContext context) {
        context.require(NoticePermission.VIEW);
        return transactions.read(
                context, unit -> Page.of(rows.notices().of(state, page, unit), page.limit(), Notice::id)
                        .map(notice -> notice.view(false)));
    }

    @Override
    public Map<State, Integer> counts(CallContext context) {
        context.require(NoticePermission.VIEW);
        return transactions.read(context, unit -> {
            Map<State, Integer> counts = new EnumMap<>(State.class);
            COUNTED.forEach(state -> counts.put(state, rows.notices().count(state, MOST_COUNTED, unit)));
            return counts;
        });
    }

    @Override
    public NoticeView sendAgain(String id, String reason, CallContext context) {
        context.require(NoticePermission.SETTLE);
        String why = checked(reason);
        return transactions.write(context, NoticeView.class, unit -> {
            Notice notice = rows.notices().held(id, unit);
            Channel channel = notice.channel();
            notice.sendAgain(sender.now().plus(OLDEST));
            rows.notices().record(unit, notice, "send-again", Map.of("reason", why));
            rows.due().add(id, channel, unit);
            unit.afterCommit(() -> sender.wake(context.tenant(), channel));
            return notice.view(false);
        });
    }

    @Override
    public NoticeView settle(String id, String reason, CallContext context) {
        context.require(NoticePermission.SETTLE);
        String why = checked(reason);
        return transactions.write(context, NoticeView.class, unit -> {
            Notice notice = rows.notices().held(id, unit);
            notice.settle();
            rows.notices().record(unit, notice, "settle", Map.of("reason", why));
            return notice.view(false);
        });
    }

    private static String checked(String reason) {
        String kept = TextRules.cleaned(reason);
        if (TextRules.isBlank(kept) || kept.codePointCount(0, kept.length()) > LONGEST_REASON) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "reason",
                    LocalizedMessage.of(DefaultNoticeCare.class, "reason.length", LONGEST_REASON));
        }
        return kept;
    }
}
