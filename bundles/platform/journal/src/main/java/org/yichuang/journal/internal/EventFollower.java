package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.HeldEvent;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.EventQueries;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Leads one listener through the events of all tenants. A batch that fails is cut until the failing event stands alone;
 * that one is held and tried again on its own, and what follows of its aggregate waits behind it.
 */
final class EventFollower {
    /** When a failed event is tried again; after the last time it is set aside. */
    static final List<Duration> PATIENCE = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);
    private static final int BATCH = 500;
    private static final int ROUNDS = 20;
    private static final int RETRIES = 100;
    /** With so many failing events at a tenant it is the listener that is broken, and it stops there. */
    private static final int MOST_HELD = 1_000;

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(5);
    /** How long an event rests that is due at a tenant which is not followed at present. */
    private static final Duration UNFOLLOWED = Duration.ofMinutes(1);

    private static final int LONGEST_ERROR = 900;

    private final EventListener listener;
    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final PlatformClock clock;
    private final List<Duration> patience;
    private int registeredIn = -1;
    private String lastServed = "";

    EventFollower(
            EventListener listener,
            TransactionBoundary boundary,
            Transactions transactions,
            PlatformClock clock,
            List<Duration> patience) {
        this.listener = listener;
        this.boundary = boundary;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = patience;
    }

    /** Notes a listener that was never in this database; where it begins is settled then. */
    void register() {
        int database = boundary.guard().changes();
        if (database == registeredIn) {
            return;
        }
        boolean fromNow = listener.start() == EventListener.Start.NOW;
        boolean isNew = boundary.commitSql(
                RowScope.acrossTenants("places of a new listener"),
                connection -> EventQueries.register(connection, listener.name(), fromNow, machineMicros()));
        if (isNew) {
            LOG.info("The event listener {} begins {}", listener.name(), listener.start());
        }
        registeredIn = database;
    }

    /**
     * Goes once through the tenants that have something new, and through what is to be tried again.
     *
     * @param enough asked between transactions: whether to leave the rest for the next time
     * @return whether there is more to do at once
     * @throws ProblemException {@code lease-lost}, {@code unavailable} (no database): nobody's fault, to be gone on
     *     with later
     */
    boolean follow(UnitOfWork.Lease lease, BooleanSupplier enough) {
        Work work = work();
        for (HeldEvent held : work.due) {
            if (enough.getAsBoolean()) {
                return true;
            }
            retry(held, lease);
        }
        boolean more = !work.due.isEmpty();
        for (TenantId tenant : work.behind) {
            if (enough.getAsBoolean()) {
                return true;
            }
            if (listener.follows(tenant)) {
                lastServed = tenant.value();
                more |= follow(tenant, lease, enough);
            }
        }
        return more;
    }

    /**
     * What a listener has to do.
     *
     * @param due what is to be tried again
     * @param behind the tenants with something new, those first that come after the one that was served last: nobody
     *     waits for ever
     */
    private record Work(List<HeldEvent> due, List<TenantId> behind) {}

    /** Both in one read: every listener of a house asks after every anchor. */
    private Work work() {
        return boundary.readSql(RowScope.acrossTenants("what a listener has to do"), connection -> {
            List<HeldEvent> due = EventQueries.due(connection, listener.name(), machineMicros(), RETRIES).stream()
                    .filter(held -> StoredTenants.tenant(held.tenant()).isPresent())
                    .toList();
            List<TenantId> tenants = StoredTenants.tenants(EventQueries.tenantsBehind(connection, listener.name()));
            Stream<TenantId> next =
                    tenants.stream().filter(tenant -> tenant.value().compareTo(lastServed) > 0);
            Stream<TenantId> then =
                    tenants.stream().filter(tenant -> tenant.value().compareTo(lastServed) <= 0);
            return new Work(due, Stream.concat(next, then).toList());
        });
    }

    /** Offers one batch, cut as long as it fails; returns whether there may be more. */
    private boolean follow(TenantId tenant, UnitOfWork.Lease lease, BooleanSupplier enough) {
        int most = BATCH;
        for (int round = 0; round < ROUNDS && !enough.getAsBoolean(); round++) {
            try {
                int limit = most;
                return transactions.write(context(tenant), Boolean.class, unit -> offer(unit, lease, limit));
            } catch (Throwable failure) {
                most = afterFailure(tenant, lease, most, failure);
            }
        }
        return true;
    }

    private boolean offer(UnitOfWork unit, UnitOfWork.Lease lease, int most) {
        unit.require(lease);
        String tenant = unit.context().tenant().value();
        EventQueries.Blocked blocked = EventQueries.blocked(unit.connection(), tenant, listener.name());
        if (blocked.failing() >= MOST_HELD) {
            return false;
        }
        return new EventBatch(listener, unit, machineMicros())
                .offer(most, blocked.aggregates(), System.nanoTime() + LONGEST_BATCH.toNanos())
                .more();
    }

    /** Gives how many events are offered next; an event that failed alone is held. */
    private int afterFailure(TenantId tenant, UnitOfWork.Lease lease, int most, Throwable failure) {
        requireEventsOwn(failure);
        if (failure instanceof EventFailure event && event.index() > 0) {
            return event.index();
        }
        if (most > 1) {
            return failure instanceof EventFailure ? 1 : most / 2;
        }
        String error = error(failure);
        long now = machineMicros();
        HeldEvent held = transactions.write(context(tenant), HeldEvent.class, unit -> {
            unit.require(lease);
            return new EventBatch(listener, unit, now).hold(error, now + micros(patience.get(0)));
        });
        LOG.warn("{} failed on {}; it is tried again", listener.name(), name(held), failure);
        return 1;
    }

    private void retry(HeldEvent held, UnitOfWork.Lease lease) {
        try {
            transactions.write(context(new TenantId(held.tenant())), Void.class, unit -> {
                unit.require(lease);
                if (listener.follows(unit.context().tenant())) {
                    deliver(held, unit);
                } else {
                    long later = machineMicros() + micros(UNFOLLOWED);
                    EventQueries.keep(unit.connection(), held.in("RETRYING", held.attempts(), later, held.lastError()));
                }
                return null;
            });
        } catch (Throwable failure) {
            requireEventsOwn(failure);
            keep(held, failure, lease);
        }
    }

    private void deliver(HeldEvent held, UnitOfWork unit) {
        if (!EventQueries.letGo(unit.connection(), held)) {
            return;
        }
        Optional<EntryRow> entry = EntryQueries.ofAggregate(
                        unit.connection(),
                        held.tenant(),
                        held.aggregateType(),
                        held.aggregateId(),
                        held.sequence() - 1,
                        1)
                .stream()
                .filter(row -> row.sequence() == held.sequence())
                .findFirst();
        entry.filter(row -> !EventBatch.isTooOld(
                        listener, row, unit.context().at(), clock.machine().instant()))
                .ifPresent(row ->
                        EventBatch.call(listener, EventBatch.envelope(row, held.anchor(), held.position()), unit, 0));
        EventQueries.ofAggregate(
                        unit.connection(), held.tenant(), held.listener(), held.aggregateType(), held.aggregateId(), 1)
                .stream()
                .filter(next -> next.state().equals("BEHIND"))
                .forEach(next -> EventQueries.keep(unit.connection(), next.in("RETRYING", 0, machineMicros(), "")));
    }

    private void keep(HeldEvent held, Throwable failure, UnitOfWork.Lease lease) {
        int attempts = held.attempts() + 1;
        boolean enough = attempts > patience.size();
        long due = enough ? 0 : machineMicros() + micros(patience.get(attempts - 1));
        HeldEvent next = held.in(enough ? "SET_ASIDE" : "RETRYING", attempts, due, error(failure));
        transactions.write(context(new TenantId(held.tenant())), Void.class, unit -> {
            unit.require(lease);
            EventQueries.keep(unit.connection(), next);
            return null;
        });
        if (enough) {
            LOG.error("{} failed on {} for good; it is set aside until a replay", listener.name(), name(held), failure);
        }
    }

    /** A lost lease, an absent database or a broken virtual machine says nothing about an event. */
    private static void requireEventsOwn(Throwable failure) {
        if (failure instanceof Error error && !Failures.isSurvivable(error)) {
            throw error;
        }
        if (Failures.isNobodysFault(failure)) {
            throw (RuntimeException) failure;
        }
    }

    private CallContext context(TenantId tenant) {
        return CallContext.system(tenant, clock.clock().instant(), "event-" + listener.name());
    }

    private long machineMicros() {
        Clock machine = clock.machine();
        return JtaUnitOfWork.micros(machine.instant());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static String error(Throwable failure) {
        Throwable cause = failure instanceof EventFailure ? failure.getCause() : failure;
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), LONGEST_ERROR)));
    }

    private static String name(HeldEvent held) {
        return held.aggregateType() + "/" + held.aggregateId() + " entry " + held.sequence() + " at " + held.tenant();
    }
}
