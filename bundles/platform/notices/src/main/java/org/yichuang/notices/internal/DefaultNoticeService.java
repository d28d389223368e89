package org.yichuang.notices.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.domain.Notice;
import org.yichuang.notices.internal.domain.NoticeContent;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Writes messages in the transaction of whoever asks for them; what does not lie in an inbox leaves afterwards. */
public class DefaultNoticeService implements NoticeService {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultNoticeService.class);
    private static final List<Channel> OUTSIDE = List.of(Channel.MAIL, Channel.SMS);

    private final TemplateRegistry templates;
    private final Rows rows;
    private final NoticeWriter writer;
    private final NoticeSeal seal;
    private final Sender sender;
    private final Transactions transactions;
    private final Tenants tenants;

    DefaultNoticeService(TemplateRegistry templates, Sender sender, Transactions transactions, Tenants tenants) {
        this.templates = templates;
        this.rows = sender.rows();
        this.writer = new NoticeWriter(rows.texts());
        this.seal = sender.seal();
        this.sender = sender;
        this.transactions = transactions;
        this.tenants = tenants;
    }

    @Override
    public void send(Request request, UnitOfWork unit) {
        NoticeTemplate template = templates.get(request.module(), request.kind());
        requireFacts(template, request.facts());
        Tenant centre = tenants.get(unit.context().tenant());
        Set<Channel> channels = template.channels();
        if (channels.contains(Channel.INBOX)) {
            add(template, Channel.INBOX, "", request, centre, unit);
        }
        for (Channel channel : OUTSIDE) {
            if (channels.contains(channel)) {
                destination(request.account(), channel, centre, unit)
                        .ifPresent(address -> add(template, channel, address, request, centre, unit));
            }
        }
    }

    /** Addresses that cannot be read keep nobody from the step: the inbox has the message in any case. */
    private Optional<String> destination(String account, Channel channel, Tenant centre, UnitOfWork unit) {
        try {
            return sender.destinations().find(account, channel, centre, unit);
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            LOG.error("{}: the addresses of {} cannot be read, nothing goes there", centre.id(), account);
            return Optional.empty();
        }
    }

    private void add(
            NoticeTemplate template, Channel channel, String address, Request request, Tenant centre, UnitOfWork unit) {
        NoticeWriter.Written written = writer.write(template, channel, request.facts(), centre, unit);
        Instant happenedAt =
                Optional.ofNullable(request.happenedAt()).orElse(unit.context().at());
        String id = Ids.next(happenedAt);
        NoticeContent content =
                new NoticeContent(written.text().subject(), written.text().body(), address);
        Notice notice = new Notice(
                id,
                new Notice.Origin(
                        template.module(),
                        template.kind(),
                        written.version(),
                        about(request.aggregateType(), request.aggregateId()),
                        request.account(),
                        channel),
                seal.seal(id, content, centre.id()),
                happenedAt,
                sender.now().plus(template.oldest()));
        rows.notices().add(notice, unit);
        if (channel != Channel.INBOX) {
            rows.due().add(id, channel, unit);
            unit.afterCommit(() -> sender.wake(centre.id(), channel));
        }
    }

    private static void requireFacts(NoticeTemplate template, Map<String, String> facts) {
        List<FieldProblem> missing = template.facts().stream()
                .filter(name -> !facts.containsKey(name))
                .sorted()
                .map(name -> new FieldProblem(name, LocalizedMessage.of(DefaultNoticeService.class, "fact.missing")))
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID,
                    LocalizedMessage.of(
                            DefaultNoticeService.class, "facts.missing", template.module() + "/" + template.kind()),
                    missing);
        }
    }

    @Override
    public List<NoticeView> of(String aggregateType, String aggregateId, CallContext context) {
        return transactions.read(context, unit -> {
            Set<String> claimed = rows.due().claimed(unit);
            return rows.notices().about(about(aggregateType, aggregateId), unit).stream()
                    .map(notice -> notice.view(claimed.contains(notice.id())))
                    .toList();
        });
    }

    private static String about(String type, String id) {
        return type + "/" + id;
    }
}
