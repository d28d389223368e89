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
        return replayAll(receiver, Optional.empty(), context);
    }

    @Override
    public Replayed replayAll(Optional<String> receiver, Optional<String> after, CallContext context) {
        context.require(LinkagePermission.ACT);
        CallContext ofEach = context.withoutKey(); // its key stands for one step only
        int replayed = 0;
        List<String> leftOut = new ArrayList<>();
        Optional<String> next = after;
        do {
            Page<String> page = outbox.ids(Outbox.State.PARKED, receiver, new PageRequest(PAGE, next), context);
            for (String parked : page.items()) {
                if (isChanged(parked, () -> outbox.replay(parked, ofEach))) {
                    replayed++;
                } else {
                    leftOut.add(parked);
                }
            }
            next = Optional.ofNullable(page.next());
        } while (next.isPresent() && replayed + leftOut.size() + PAGE <= MOST_REPLAYED);
        return new Replayed(replayed, leftOut, next.isPresent(), next.orElse(null));
    }

    @Override
    public int parkAll(Optional<String> receiver, String reason, CallContext context) {
        context.require(LinkagePermission.ACT);
        return parkWaiting(receiver, requireReason(reason), context);
    }

    private int parkWaiting(Optional<String> receiver, String why, CallContext context) {
        CallContext ofEach = context.withoutKey(); // its key stands for one step only
        int parked = 0;
        int looked = 0;
        Optional<String> next = Optional.empty();
        do {
            Page<String> page = outbox.ids(Outbox.State.WAITING, receiver, new PageRequest(PAGE, next), context);
            for (String waiting : page.items()) { // one that has been delivered meanwhile stays so
                parked += isChanged(waiting, () -> outbox.park(waiting, why, ofEach)) ? 1 : 0;
            }
            looked += page.items().size();
            next = Optional.ofNullable(page.next());
        } while (next.isPresent() && looked + PAGE <= MOST_REPLAYED);
        return parked;
    }

    private static boolean isChanged(String messageId, Runnable change) {
        try {
            change.run();
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
        return parkWaiting(Optional.empty(), why, context);
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
