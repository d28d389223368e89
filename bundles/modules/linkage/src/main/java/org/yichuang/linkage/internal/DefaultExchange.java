package org.yichuang.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.LinkagePermission;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.tenancy.api.Tenants;

/** The exchange, on the journal's outbox. */
public class DefaultExchange implements Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultExchange.class);
    private static final int LONGEST_REASON = 200;
    private static final int PAGE = 100;
    private static final Optional<Outbox.State> PARKED = Optional.of(Outbox.State.PARKED);
    private static final Optional<Outbox.State> WAITING = Optional.of(Outbox.State.WAITING);

    private final Outbox outbox;
    private final LinkedModules modules;
    private final Epochs epochs;
    private final EpochMail mail;
    private final Tenants tenants;

    /** @param mail what tells neighbours of an epoch */
    public DefaultExchange(Outbox outbox, LinkedModules modules, Epochs epochs, EpochMail mail, Tenants tenants) {
        this.outbox = outbox;
        this.modules = modules;
        this.epochs = epochs;
        this.mail = mail;
        this.tenants = tenants;
    }

    @Override
    public Page<ExchangeMessage> messages(Optional<Outbox.State> state, PageRequest page, CallContext context) {
        context.require(LinkagePermission.VIEW);
        Page<Pending> found = outbox.messages(state, page, context);
        return new Page<>(found.items().stream().map(DefaultExchange::view).toList(), found.next());
    }

    @Override
    public List<ExchangeMessage> ofAggregate(String module, String aggregateId, CallContext context) {
        context.require(LinkagePermission.VIEW);
        return modules.topic(module).stream()
                .flatMap(topic -> modules.ids(topic, aggregateId, context).stream()
                        .flatMap(id -> outbox.ofAggregate(topic, id, context).stream()))
                .map(DefaultExchange::view)
                .toList();
    }

    @Override
    public void replay(String messageId, CallContext context) {
        context.require(LinkagePermission.ACT);
        outbox.replay(messageId, context);
    }

    @Override
    public Replayed replayAll(Optional<String> receiver, CallContext context) {
        context.require(LinkagePermission.ACT);
        int replayed = 0;
        List<String> leftOut = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Pending> page = outbox.messages(PARKED, new PageRequest(PAGE, next), context);
            for (Pending parked : page.items()) {
                if (receiver.isPresent()
                        && !receiver.get().equals(parked.message().receiver())) {
                    continue;
                }
                if (isReplayed(parked.message().id(), context)) {
                    replayed++;
                } else {
                    leftOut.add(parked.message().id());
                }
            }
            next = Optional.ofNullable(page.next());
        } while (next.isPresent() && replayed + leftOut.size() + PAGE <= MOST_REPLAYED);
        return new Replayed(replayed, leftOut, next.isPresent());
    }

    private boolean isReplayed(String messageId, CallContext context) {
        try {
            outbox.replay(messageId, context);
            return true;
        } catch (ProblemException e) {
            if (e.code() != JournalError.MESSAGE_ALTERED && e.code() != JournalError.MESSAGE_STATE) {
                throw e;
            }
            LOG.info("Message {} stays as it is: {}", messageId, e.en());
            return false;
        }
    }

    @Override
    public void park(String messageId, String reason, CallContext context) {
        context.require(LinkagePermission.ACT);
        outbox.park(messageId, requireReason(reason), context);
    }

    private static String requireReason(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "reason",
                    LocalizedMessage.of(DefaultExchange.class, "reason.length", LONGEST_REASON));
        }
        return reason.strip();
    }

    @Override
    public List<Removed> removed(CallContext context) {
        context.require(LinkagePermission.VIEW);
        if (tenants.get(context.tenant()).parent().isPresent()) {
            throw new ProblemException(
                    CommonError.OTHER_TENANT, LocalizedMessage.of(DefaultExchange.class, "removed.root-only"));
        }
        return new RemovedSenders(outbox, tenants).all();
    }

    @Override
    public int giveUp(String reason, CallContext context) {
        context.require(LinkagePermission.ACT);
        String why = requireReason(reason);
        if (tenants.find(context.tenant()).isPresent()) {
            throw new ProblemException(
                    LinkageError.CENTRE_CONFIGURED,
                    LocalizedMessage.of(DefaultExchange.class, "centre.configured", context.tenant()));
        }
        int givenUp = 0;
        Page<Pending> page;
        do { // what is parked is not among those that wait any more
            page = outbox.messages(WAITING, new PageRequest(PAGE, Optional.empty()), context);
            page.items().forEach(each -> outbox.park(each.message().id(), why, context));
            givenUp += page.items().size();
        } while (page.next() != null && givenUp + PAGE <= MOST_REPLAYED);
        return givenUp;
    }

    @Override
    public long beginEpoch(String reason, CallContext context) {
        context.require(LinkagePermission.ACT);
        return epochs.begin(reason, mail::tell, context);
    }

    private static ExchangeMessage view(Pending pending) {
        boolean waits = pending.state() == Outbox.State.WAITING;
        boolean receipted = pending.receipt() != null && !pending.receipt().isEmpty();
        return new ExchangeMessage(
                pending.message().id(),
                pending.tenant().value(),
                pending.message().receiver(),
                pending.message().aggregateId(),
                pending.message().sequence(),
                pending.message().topic(),
                pending.message().type(),
                pending.state(),
                pending.attempts(),
                pending.createdAt(),
                waits ? pending.dueAt() : null,
                pending.lastError(),
                receipted ? Json.read(pending.receipt(), Receipt.class) : null,
                pending.sentAt());
    }
}
