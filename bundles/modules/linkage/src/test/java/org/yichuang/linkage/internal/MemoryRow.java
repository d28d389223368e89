package org.yichuang.linkage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox.Backlog;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A message in the outbox in memory. */
final class MemoryRow {
    private static final int MOST_DIGESTS = 16;

    final List<String> digests = new ArrayList<>();
    Pending pending;
    Instant claimedUntil = Instant.MIN;

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
        return copy;
    }

    boolean isClaimed() {
        return pending.state() == State.WAITING && claimedUntil.isAfter(Instant.MIN);
    }

    void claim(Instant until) {
        pending = with(pending, State.WAITING, pending.attempts() + 1, pending.dueAt(), pending.lastError(), "");
        claimedUntil = until;
    }

    /** Only by whoever has claimed it last. */
    void release(int attempts) {
        if (isClaimed() && pending.attempts() == attempts) {
            pending = with(pending, State.WAITING, attempts - 1, pending.dueAt(), pending.lastError(), "");
            claimedUntil = Instant.MIN;
        }
    }

    /** Only by whoever has claimed it last. */
    void prolong(int attempts, Instant until) {
        if (isClaimed() && pending.attempts() == attempts) {
            claimedUntil = until;
        }
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
                before.sentAt());
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
                before.sentAt());
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
                at);
    }
}
