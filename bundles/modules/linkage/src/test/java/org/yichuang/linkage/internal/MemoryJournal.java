package org.yichuang.linkage.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.StreamPlace;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;

/** Outbox, inbox and transactions in memory, with the promises of their contracts. */
public class MemoryJournal implements Outbox, Transactions {
    /** Whether the database is away for who asks what is due. */
    public volatile boolean away;

    private volatile int databaseChanges;
    private volatile int newestForm;
    public volatile int refusals;
    private final Clock clock;
    private final Map<String, MemoryRow> rows = new HashMap<>();
    private final Map<String, String> inbox = new HashMap<>();
    private final Map<String, StreamPlace> streams = new HashMap<>();
    private final Map<TenantId, Instant> taken = new HashMap<>();
    /** What the running transaction makes due again. */
    private final List<Runnable> resending = new ArrayList<>();

    private final List<Runnable> wakes = new ArrayList<>();
    private final Map<SettlementListener, String> settlements = new LinkedHashMap<>();
    private final List<AuditEntry> entries = new ArrayList<>();

    public MemoryJournal(Clock clock) {
        this.clock = clock;
    }

    public List<AuditEntry> entries() {
        return entries;
    }

    public void send(TenantId sender, OutgoingMessage message) {
        write(CallContext.system(sender, clock.instant(), "test"), String.class, unit -> {
            unit.send(message);
            return "sent";
        });
    }

    public synchronized Pending message(String id) {
        return rows.get(id).pending;
    }

    /** As after a crash of the relay between the receiver's commit and its own. */
    public synchronized void forgetDelivery(String id) {
        rows.get(id).due(clock.instant());
    }

    @Override
    public synchronized List<Pending> claim(String topic, int form, Set<String> except, int most, Duration claim) {
        return claim(
                each -> each.topic().equals(topic) && each.form() <= form && !except.contains(each.receiver()),
                most,
                claim);
    }

    @Override
    public synchronized List<Pending> claimFor(String topic, int form, String receiver, int most, Duration claim) {
        return claim(
                each -> each.topic().equals(topic) && each.form() <= form && receiver.equals(each.receiver()),
                most,
                claim);
    }

    @Override
    public int newestForm(String topic) {
        return newestForm;
    }

    /** A container that reads this form works with the database as well. */
    void isRead(int form) {
        newestForm = form;
    }

    private List<Pending> claim(Predicate<OutgoingMessage> wanted, int most, Duration claim) {
        if (away) {
            refusals++;
            throw new IllegalStateException("The database is away");
        }
        Instant now = clock.instant();
        List<MemoryRow> due = MemoryRow.due(rows.values(), wanted, now, most);
        due.forEach(row -> row.claim(now.plus(claim)));
        return due.stream().map(row -> row.pending).toList();
    }

    @Override
    public synchronized List<TenantId> senders() {
        return rows.values().stream()
                .map(row -> row.pending.tenant())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public synchronized List<Backlog> backlog(CallContext context) {
        return MemoryRow.backlog(rows.values(), context.tenant());
    }

    @Override
    public synchronized void release(Pending message) {
        rows.get(message.message().id()).release(message);
    }

    @Override
    public synchronized boolean prolong(Pending message, Duration claim) {
        return rows.get(message.message().id()).prolong(message, clock.instant().plus(claim));
    }

    @Override
    public synchronized void hasten(String topic, String receiver) {
        rows.values().forEach(row -> row.hasten(topic, receiver, clock.instant()));
        wakes.forEach(Runnable::run);
    }

    @Override
    public void delivered(Pending message, String receipt) {
        delivered(message, receipt, Instant.MAX);
    }

    @Override
    public synchronized void delivered(Pending message, String receipt, Instant answered) {
        MemoryRow row = rows.get(message.message().id());
        if (row.pending.state() != State.DELIVERED && !answered.isBefore(row.answeredFrom)) {
            MemoryRow.heard(settlements, message).forEach(each -> each.delivered(message, receipt, unit(message)));
            row.deliver(receipt, clock.instant());
        }
        wakes.forEach(Runnable::run);
    }

    @Override
    public synchronized int resend(String receiver, Instant since, Instant answered, UnitOfWork unit) {
        resending.add(() -> MemoryRow.resend(rows.values(), unit.context().tenant(), receiver, since, answered));
        return (int) MemoryRow.deliveredSince(rows.values(), unit.context().tenant(), receiver, since)
                .count();
    }

    synchronized List<String> answered(String topic, CallContext context) {
        return MemoryRow.answered(inbox, MemoryRow.key(context, topic, ""));
    }

    /** Until when what has come for a centre is known. */
    synchronized Instant known(TenantId centre) {
        return taken.getOrDefault(centre, Instant.EPOCH);
    }

    /** What has not arrived. */
    public synchronized List<Pending> undelivered() {
        return MemoryRow.undelivered(rows.values());
    }

    @Override
    public synchronized void failed(Pending message, String reason, Optional<Duration> retryAfter) {
        if (!rows.get(message.message().id()).isAsSeen(message)) {
            return;
        }
        State state = retryAfter.isPresent() ? State.WAITING : State.PARKED;
        Instant due = clock.instant().plus(retryAfter.orElse(Duration.ZERO));
        change(message.message().id(), before -> MemoryRow.with(before, state, before.attempts(), due, reason, ""));
        if (state == State.PARKED) {
            MemoryRow.heard(settlements, message).forEach(each -> each.parked(message, reason, unit(message)));
        }
    }

    @Override
    public synchronized void putOff(Pending message, String reason, Duration retryAfter) {
        rows.get(message.message().id()).putOff(message, reason, clock.instant().plus(retryAfter));
    }

    @Override
    public synchronized void handedOver(Pending message, Duration again) {
        MemoryRow row = rows.get(message.message().id());
        if (row.isClaimed() && row.isAsSeen(message)) {
            change(message.message().id(), before -> MemoryRow.sent(before, clock.instant(), again));
        }
    }

    @Override
    public synchronized Optional<Pending> find(TenantId sender, String messageId) {
        MemoryRow.requireKept(messageId);
        return Optional.ofNullable(rows.get(messageId)).map(row -> row.pending).filter(pending -> pending.tenant()
                .equals(sender));
    }

    @Override
    public synchronized void sealed(Pending message, String payloadDigest) {
        rows.get(message.message().id()).seal(payloadDigest);
    }

    @Override
    public synchronized List<String> sealedDigests(Pending message) {
        return List.copyOf(rows.get(message.message().id()).digests);
    }

    @Override
    public synchronized Optional<Pending> oldestWaiting(CallContext context) {
        return rows.values().stream()
                .map(row -> row.pending)
                .filter(pending -> pending.tenant().equals(context.tenant()) && pending.state() == State.WAITING)
                .min(Comparator.comparing(Pending::createdAt));
    }

    @Override
    public synchronized Page<Pending> messages(Optional<State> state, PageRequest page, CallContext context) {
        List<Pending> found = MemoryRow.latest(rows.values(), state, page, context.tenant());
        return Page.of(found, page.limit(), pending -> pending.message().id());
    }

    @Override
    public synchronized Page<String> ids(
            State state, Optional<String> receiver, PageRequest page, CallContext context) {
        return MemoryRow.ids(rows.values(), state, receiver, page, context.tenant());
    }

    @Override
    public synchronized List<Pending> ofAggregate(String topic, String aggregateId, CallContext context) {
        return MemoryRow.ofAggregate(rows.values(), aggregateId, context.tenant());
    }

    @Override
    public synchronized void replay(String messageId, CallContext context) {
        MemoryRow.requireOpen(rows.get(messageId), context);
        rows.get(messageId).replay(clock.instant());
    }

    @Override
    public synchronized void park(String messageId, String reason, CallContext context) {
        MemoryRow.requireOpen(rows.get(messageId), context);
        rows.get(messageId).park(reason);
    }

    @Override
    public AutoCloseable onMessage(String topic, Runnable wake) {
        wakes.add(wake);
        return () -> wakes.remove(wake);
    }

    @Override
    public AutoCloseable onSettled(String topic, SettlementListener listener) {
        settlements.put(listener, topic);
        return () -> settlements.remove(listener);
    }

    private UnitOfWork unit(Pending message) {
        return new MemoryUnit(CallContext.system(message.tenant(), clock.instant(), "outbox"));
    }

    @Override
    public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
        MemoryUnit unit = new MemoryUnit(context);
        T result;
        synchronized (this) {
            resending.clear();
            result = unit.run(work);
            inbox.putAll(unit.noted);
            if (!unit.noted.isEmpty()) {
                taken.put(context.tenant(), clock.instant());
            }
            resending.forEach(Runnable::run);
            resending.clear();
            streams.putAll(unit.placed);
            entries.addAll(unit.recorded);
            unit.sent.forEach(message -> rows.put(message.id(), MemoryRow.waiting(context, message)));
        }
        if (!unit.sent.isEmpty()) {
            wakes.forEach(Runnable::run);
        }
        return result;
    }

    @Override
    public <T> T read(CallContext context, Work<T> work) {
        return new MemoryUnit(context).run(work);
    }

    @Override
    public int databaseChanges() {
        return databaseChanges;
    }

    void becomesAnother() {
        databaseChanges++;
    }

    @Override
    public <T> T readAcrossTenants(CallContext context, String reason, Work<T> work) {
        return read(context, work);
    }

    /** Makes a copy, which gives back what it was made of. */
    public synchronized Runnable copy() {
        Map<String, MemoryRow> oldRows = new HashMap<>();
        rows.forEach((id, row) -> oldRows.put(id, row.copy()));
        Map<String, String> oldInbox = Map.copyOf(inbox);
        Map<String, StreamPlace> oldStreams = Map.copyOf(streams);
        Map<TenantId, Instant> oldTaken = Map.copyOf(taken);
        return () -> {
            rows.clear();
            rows.putAll(oldRows);
            inbox.clear();
            inbox.putAll(oldInbox);
            streams.clear();
            streams.putAll(oldStreams);
            taken.clear();
            taken.putAll(oldTaken);
        };
    }

    private void change(String id, UnaryOperator<Pending> change) {
        MemoryRow row = rows.get(id);
        row.pending = change.apply(row.pending);
        row.claimedUntil = Instant.MIN;
    }

    private final class MemoryUnit extends BareUnit {
        private final CallContext context;
        private final List<OutgoingMessage> sent = new ArrayList<>();
        private final Map<String, String> noted = new HashMap<>();
        private final Map<String, StreamPlace> placed = new HashMap<>();
        private final List<AuditEntry> recorded = new ArrayList<>();
        private final MemoryEntities entities = new MemoryEntities();

        private MemoryUnit(CallContext context) {
            this.context = context;
        }

        @Override
        public CallContext context() {
            return context;
        }

        @Override
        public void send(OutgoingMessage message) {
            sent.add(message);
        }

        @Override
        public String firstSeen(String topic, String messageId) {
            return inbox.get(MemoryRow.key(context, topic, messageId));
        }

        @Override
        public void answer(String topic, String messageId, String answer) {
            noted.put(MemoryRow.key(context, topic, messageId), answer);
        }

        @Override
        public long place(String topic, String sender, String aggregate, long epoch, long number) {
            String name = MemoryRow.key(context, topic, sender + "/" + aggregate);
            Optional.ofNullable(streams.get(MemoryRow.key(context, "epoch", sender + "/epoch")))
                    .ifPresent(ofTheSender -> ofTheSender.requireNotOver(epoch));
            StreamPlace next = Optional.ofNullable(streams.get(name))
                    .map(before -> before.after(epoch, number))
                    .orElseGet(() -> StreamPlace.first(epoch, number));
            placed.put(name, next);
            return next.of(number);
        }

        @Override
        public ChainHead record(AuditEntry entry, ChainHead previous) {
            recorded.add(entry);
            return new ChainHead(previous.sequence() + 1, "hash-" + (previous.sequence() + 1));
        }

        @Override
        public EntityManager entities(EntityManagerFactory persistenceUnit) {
            return entities.open(persistenceUnit, context.tenant());
        }

        private <T> T run(Work<T> work) {
            return entities.during(() -> work.run(this));
        }
    }
}
