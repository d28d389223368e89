package org.yichuang.notices.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.api.Inbox;
import org.yichuang.notices.api.NoticeError;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.domain.Notice;
import org.yichuang.notices.internal.domain.NoticeContent;
import org.yichuang.notices.internal.domain.Recipient;

/** Shows people their messages, and keeps how they want to be told. */
public class DefaultInbox implements Inbox {
    private static final String MOBILE = "(\\+86)?1[3-9]\\d{9}|\\+[1-9]\\d{6,14}";

    private final Rows rows;
    private final NoticeSeal seal;
    private final Transactions transactions;

    DefaultInbox(Rows rows, NoticeSeal seal, Transactions transactions) {
        this.rows = rows;
        this.seal = seal;
        this.transactions = transactions;
    }

    @Override
    public Page<Message> list(PageRequest page, CallContext context) {
        return transactions.read(context, unit -> {
            List<Notice> found = rows.notices().inbox(account(context), page, unit);
            Set<String> unread = rows.notices().unreadOf(found, unit);
            return Page.of(found, page.limit(), Notice::id)
                    .map(notice -> listed(notice, !unread.contains(notice.id()), context));
        });
    }

    @Override
    public int unread(CallContext context) {
        return transactions.read(context, unit -> rows.notices().unread(account(context), MOST_COUNTED, unit));
    }

    /** One that cannot be read hides no other. */
    private Message listed(Notice notice, boolean opened, CallContext context) {
        try {
            return message(notice, opened, context);
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            String subject = LocalizedMessage.of(DefaultInbox.class, "message.unreadable")
                    .zh();
            return message(notice, new NoticeContent(subject, "", ""), opened);
        }
    }

    @Override
    public Message find(String id, CallContext context) {
        return transactions.read(context, unit -> {
            Notice notice = own(id, context, unit);
            boolean isUnread = rows.notices().unreadOf(List.of(notice), unit).contains(id);
            return message(notice, !isUnread, context);
        });
    }

    private Notice own(String id, CallContext context, UnitOfWork unit) {
        return rows.notices()
                .find(id, unit)
                .filter(found -> found.channel() == Channel.INBOX)
                .filter(found -> found.recipient().equals(account(context)))
                .orElseThrow(() -> ProblemException.of(NoticeError.NOTICE_UNKNOWN));
    }

    /** Without the call's key, under which the journal would keep the answer: what it says is personal data. */
    @Override
    public Message read(String id, CallContext context) {
        return transactions.write(context.withoutKey(), Message.class, unit -> {
            Notice notice = own(id, context, unit);
            return message(notice, !rows.notices().opened(notice, unit), context);
        });
    }

    private Message message(Notice notice, boolean opened, CallContext context) {
        return message(notice, seal.open(notice, context.tenant()), opened);
    }

    private static Message message(Notice notice, NoticeContent content, boolean opened) {
        return new Message(
                notice.id(),
                notice.module(),
                notice.kind(),
                notice.about(),
                content.subject(),
                content.body(),
                notice.askedAt(),
                opened);
    }

    @Override
    public Ways ways(CallContext context) {
        return transactions.read(
                context, unit -> seal.open(rows.recipients().find(account(context), unit), context.tenant()));
    }

    /** Without the call's key, as in {@link #read}; saying the same again changes nothing. */
    @Override
    public Ways setWays(Ways ways, CallContext context) {
        Ways kept = checked(ways);
        return transactions.write(context.withoutKey(), Ways.class, unit -> {
            Optional<Recipient> known = rows.recipients().held(account(context), unit);
            Recipient recipient = known.orElseGet(() -> new Recipient(account(context)));
            seal.seal(recipient, kept, context.tenant());
            rows.recipients().record(recipient, "set-ways", unit);
            return kept;
        });
    }

    private static Ways checked(Ways ways) {
        String mail = ways.mail() == null ? "" : ways.mail().strip();
        String mobile = ways.mobile() == null ? "" : ways.mobile().replaceAll("[\\s-]", "");
        List<FieldProblem> wrong = new ArrayList<>();
        if (mail.isEmpty() ? ways.mailWanted() : !mail.matches(NoticesDescriptor.ADDRESS)) {
            wrong.add(new FieldProblem("mail", LocalizedMessage.of(DefaultInbox.class, "mail.form")));
        }
        if (mobile.isEmpty() ? ways.smsWanted() : !mobile.matches(MOBILE)) {
            wrong.add(new FieldProblem("mobile", LocalizedMessage.of(DefaultInbox.class, "mobile.form")));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(CommonError.FIELDS_INVALID, wrong.get(0).message(), wrong);
        }
        return new Ways(mail, ways.mailWanted(), mobile, ways.smsWanted());
    }

    private static String account(CallContext context) {
        return context.actor().account();
    }
}
