package org.yichuang.linkage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox.Backlog;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.SettlementListener;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A message in the outbox in memory. */
final class MemoryRow {
    private static final int MOST_DIGESTS = 16;

    final List<String> digests = new ArrayList<>();
    Pending pending;
    Instant claimedUntil = Instant.MIN;
    /** Answers of before count no more. */
    Instant answeredFrom = Instant.MIN;
    /** Since when it is delivered, null while it is not. */
    private Instant settledAt;

    MemoryRow(Pending pending) {
        this.pending = pending;
    }

    static MemoryRow waiting(CallContext context, OutgoingMessage message) {
        return new MemoryRow(
                new Pending(context.tenant(), message, State.WAITING, 0, context.at(), context.at(), "", ""));
    }

    /** Under which a message that has come is noted. */
    static String key(CallContext context, String topic, String messageId) {
        return context.tenant() + "/" + topic + "/" + messageId;
    }

    static List<String> answered(Map<String, String> inbox, String prefix) {
        return inbox.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Fails where there is no such message of the context's tenant, or it has been delivered. */
    static void requireOpen(MemoryRow row, CallContext context) {
        if (row == null || !row.pending.tenant().equals(context.tenant())) {
            throw new ProblemException(JournalError.MESSAGE_UNKNOWN, LocalizedMessage.verbatim("没有此消息"));
        }
        if (row.pending.state() == State.DELIVERED) {
            throw new ProblemException(JournalError.MESSAGE_STATE, LocalizedMessage.verbatim("消息已送达"));
        }
    }

    MemoryRow copy() {
        MemoryRow copy = new MemoryRow(pending);
        copy.digests.addAll(digests);
        copy.claimedUntil = claimedUntil;
        copy.answeredFrom = answeredFrom;
        copy.settledAt = settledAt;
        return copy;
    }

    boolean isClaimed() {
        return pending.state() == State.WAITING && claimedUntil.isAfter(Instant.MIN);
    }

    void claim(Instant until) {
        pending = taken(with(pending, State.WAITING, pending.attempts() + 1, pending.dueAt(), pending.lastError(), ""));
        claimedUntil = until;
    }

    /** Nobody has claimed it since. */
    boolean isAsSeen(Pending seen) {
        return pending.state() == State.WAITING && pending.claim() == seen.claim();
    }

    /** Only by whoever has claimed it last. */
    void release(Pending seen) {
        if (isClaimed() && isAsSeen(seen)) {
            pending = with(pending, State.WAITING, seen.attempts() - 1, pending.dueAt(), pending.lastError(), "");
            claimedUntil = Instant.MIN;
        }
    }

    /** Only by whoever has claimed it last. */
    boolean prolong(Pending seen, Instant until) {
        boolean isOurs = isClaimed() && isAsSeen(seen);
        if (isOurs) {
            claimedUntil = until;
        }
        return isOurs;
    }

    void deliver(String receipt, Instant at) {
        pending = with(pending, State.DELIVERED, pending.attempts(), pending.dueAt(), "", receipt);
        claimedUntil = Instant.MIN;
        settledAt = at;
    }

    void hasten(String topic, String receiver, Instant now) {
        boolean isLate = pending.sentAt() != null
                && !pending.sentAt().isAfter(now.minus(Duration.ofMinutes(1)))
                && pending.dueAt().isAfter(now);
        if (waits(topic, pending.tenant(), receiver)
                && (isLate || !pending.lastError().isEmpty())) {
            due(now);
            pending = since(pending, now);
        }
    }

    void due(Instant now) {
        pending = with(pending, State.WAITING, pending.attempts(), now, pending.lastError(), "");
        claimedUntil = Instant.MIN;
    }

    void replay(Instant now) {
        pending = taken(since(with(pending, State.WAITING, 0, now, "", ""), now));
        claimedUntil = Instant.MIN;
    }

    void park(String reason) {
        pending = taken(with(pending, State.PARKED, pending.attempts(), pending.dueAt(), reason, ""));
        claimedUntil = Instant.MIN;
    }

    void putOff(Pending seen, String reason, Instant due) {
        if (isAsSeen(seen)) {
            pending = since(with(pending, State.WAITING, 0, due, reason, ""), due);
            claimedUntil = Instant.MIN;
        }
    }

    private boolean waits(String topic, TenantId sender, String receiver) {
        return pending.state() == State.WAITING
                && pending.tenant().equals(sender)
                && pending.message().topic().equals(topic)
                && pending.message().receiver().equals(receiver);
    }

    static Stream<MemoryRow> deliveredSince(
            Collection<MemoryRow> rows, TenantId sender, String receiver, Instant since) {
        return to(rows, sender, receiver).filter(row -> row.settledAt != null && !row.settledAt.isBefore(since));
    }

    static void resend(Collection<MemoryRow> rows, TenantId sender, String receiver, Instant since, Instant answered) {
        deliveredSince(rows, sender, receiver, since).forEach(row -> {
            Instant due = row.settledAt;
            row.pending = taken(since(with(row.pending, State.WAITING, 0, due, "", ""), due));
            row.settledAt = null;
        });
        to(rows, sender, receiver)
                .filter(row -> row.pending.state() != State.DELIVERED)
                .forEach(row -> row.answeredFrom = answered);
    }

    private static Stream<MemoryRow> to(Collection<MemoryRow> rows, TenantId sender, String receiver) {
        return rows.stream()
                .filter(row -> row.pending.tenant().equals(sender)
                        && row.pending.message().receiver().equals(receiver));
    }

    void seal(String digest) {
        if (!digests.isEmpty() && digests.get(0).equals(digest)) {
            return;
        }
        digests.remove(digest);
        digests.add(digest);
        if (digests.size() > MOST_DIGESTS) {
            digests.remove(1); // the first one stays
        }
    }

    String order() {
        return pending.tenant() + "/" + pending.message().topic() + "/"
                + pending.message().aggregateId() + "/" + pending.message().receiver();
    }

    long sequence() {
        return pending.message().sequence();
    }

    static List<MemoryRow> due(Collection<MemoryRow> rows, Predicate<OutgoingMessage> wanted, Instant now, int most) {
        Map<String, MemoryRow> first = new HashMap<>();
        rows.stream()
                .filter(row -> row.pending.state() != State.DELIVERED)
                .forEach(row -> first.merge(row.order(), row, (a, b) -> a.sequence() < b.sequence() ? a : b));
        return first.values().stream()
                .filter(row -> row.pending.state() == State.WAITING
                        && !row.pending.dueAt().isAfter(now))
                .filter(row -> wanted.test(row.pending.message()) && !row.claimedUntil.isAfter(now))
                .limit(most)
                .toList();
    }

    static List<Backlog> backlog(Collection<MemoryRow> rows, TenantId sender) {
        Map<String, Backlog> counted = new TreeMap<>();
        rows.stream()
                .map(row -> row.pending)
                .filter(each -> each.tenant().equals(sender) && each.state() != State.DELIVERED)
                .map(each -> new Backlog(each.message().receiver(), each.state(), 1, each.createdAt()))
                .forEach(one -> counted.merge(one.receiver() + one.state(), one, MemoryRow::sum));
        return List.copyOf(counted.values());
    }

    private static Backlog sum(Backlog one, Backlog other) {
        Instant oldest = one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest();
        return new Backlog(one.receiver(), one.state(), one.messages() + other.messages(), oldest);
    }

    static List<Pending> latest(Collection<MemoryRow> rows, Optional<State> state, PageRequest page, TenantId sender) {
        return rows.stream()
                .map(row -> row.pending)
                .filter(pending -> pending.tenant().equals(sender))
                .filter(pending -> state.isEmpty() || state.get() == pending.state())
                .sorted(Comparator.comparing(
                                (Pending pending) -> pending.message().id())
                        .reversed())
                .filter(pending -> page.cursor()
                        .filter(c -> c.compareTo(pending.message().id()) <= 0)
                        .isEmpty())
                .toList();
    }

    static Page<String> ids(
            Collection<MemoryRow> rows, State state, Optional<String> receiver, PageRequest page, TenantId sender) {
        List<String> ids = rows.stream()
                .map(row -> row.pending)
                .filter(pending -> pending.tenant().equals(sender) && pending.state() == state)
                .map(Pending::message)
                .filter(message -> receiver.isEmpty() || receiver.get().equals(message.receiver()))
                .map(OutgoingMessage::id)
                .filter(id ->
                        page.cursor().isEmpty() || id.compareTo(page.cursor().get()) > 0)
                .sorted()
                .limit(page.limit() + 1)
                .toList();
        return Page.of(ids, page.limit(), id -> id);
    }

    static List<SettlementListener> heard(Map<SettlementListener, String> all, Pending message) {
        return all.keySet().stream()
                .filter(each -> all.get(each).equals(message.message().topic()))
                .toList();
    }

    static List<Pending> undelivered(Collection<MemoryRow> rows) {
        return rows.stream()
                .map(row -> row.pending)
                .filter(pending -> pending.state() != State.DELIVERED)
                .sorted(Comparator.comparing(pending -> pending.message().id()))
                .toList();
    }

    static List<Pending> ofAggregate(Collection<MemoryRow> rows, String aggregateId, TenantId sender) {
        return rows.stream()
                .map(row -> row.pending)
                .filter(pending -> pending.tenant().equals(sender))
                .filter(pending -> pending.message().aggregateId().equals(aggregateId))
                .sorted(Comparator.comparing(pending -> pending.message().sequence()))
                .toList();
    }

    static Pending with(Pending before, State state, int attempts, Instant due, String lastError, String receipt) {
        return new Pending(
                before.tenant(),
                before.message(),
                state,
                attempts,
                before.createdAt(),
                due,
                lastError,
                receipt,
                before.triedSince(),
                before.sentAt(),
                before.claim());
    }

    /** Whoever has seen it before has no say any more. */
    private static Pending taken(Pending before) {
        return new Pending(
                before.tenant(),
                before.message(),
                before.state(),
                before.attempts(),
                before.createdAt(),
                before.dueAt(),
                before.lastError(),
                before.receipt(),
                before.triedSince(),
                before.sentAt(),
                before.claim() + 1);
    }

    static Pending since(Pending before, Instant since) {
        return new Pending(
                before.tenant(),
                before.message(),
                before.state(),
                before.attempts(),
                before.createdAt(),
                before.dueAt(),
                before.lastError(),
                before.receipt(),
                since,
                before.sentAt(),
                before.claim());
    }

    static Pending sent(Pending before, Instant at, Duration again) {
        return new Pending(
                before.tenant(),
                before.message(),
                before.state(),
                before.attempts(),
                before.createdAt(),
                at.plus(again),
                "",
                before.receipt(),
                before.triedSince(),
                at,
                before.claim());
    }

    /** PostgreSQL refuses a null character even where it only looks for a row. */
    static void requireKept(String id) {
        if (id.indexOf('\0') >= 0) {
            throw new ProblemException(CommonError.PARAMETER_UNREADABLE, LocalizedMessage.verbatim("22021"));
        }
    }
}
