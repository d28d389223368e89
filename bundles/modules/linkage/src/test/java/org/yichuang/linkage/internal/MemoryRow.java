package org.yichuang.linkage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;

/** A message in the outbox in memory. */
final class MemoryRow {
    final Set<String> digests = new LinkedHashSet<>();
    Pending pending;
    Instant claimedUntil = Instant.MIN;

    MemoryRow(Pending pending) {
        this.pending = pending;
    }

    boolean isClaimed() {
        return pending.state() == State.WAITING && claimedUntil.isAfter(Instant.MIN);
    }

    void claim(Instant until) {
        pending = with(pending, State.WAITING, pending.attempts() + 1, pending.dueAt(), pending.lastError(), "");
        claimedUntil = until;
    }

    String order() {
        return pending.tenant() + "/" + pending.message().aggregateId() + "/"
                + pending.message().receiver();
    }

    long sequence() {
        return pending.message().sequence();
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
