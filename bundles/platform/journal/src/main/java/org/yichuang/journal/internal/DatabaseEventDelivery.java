package org.yichuang.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.HeldEvent;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.EventQueries;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** How far the listeners are, out of their rows. */
public class DatabaseEventDelivery implements EventDelivery {
    /** The kind of aggregate under which replays are journaled. */
    private static final String AGGREGATE = "event-listener";

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final EventDispatcher dispatcher;
    private final PlatformClock clock;

    public DatabaseEventDelivery(
            TransactionBoundary boundary, Transactions transactions, EventDispatcher dispatcher, PlatformClock clock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    public List<Progress> listeners() {
        List<String> names = boundary.readSql(RowScope.DEPLOYMENT, EventQueries::listeners);
        List<EventQueries.Lag> lags =
                boundary.readSql(RowScope.acrossTenants("how far the listeners are behind"), EventQueries::lags);
        Map<String, Long> states = new HashMap<>();
        boundary.readSql(RowScope.acrossTenants("how many events are held"), EventQueries::countStates)
                .forEach(count -> states.put(count.listener() + "\n" + count.state(), count.events()));
        Instant now = clock.machine().instant();
        return new TreeSet<>(names)
                .stream()
                        .map(name -> progress(
                                name,
                                lags.stream()
                                        .filter(lag -> lag.listener().equals(name))
                                        .filter(lag -> StoredTenants.tenant(lag.tenant())
                                                .filter(tenant -> dispatcher.follows(name, tenant))
                                                .isPresent())
                                        .toList(),
                                states,
                                now))
                        .toList();
    }

    private Progress progress(String name, List<EventQueries.Lag> lags, Map<String, Long> states, Instant now) {
        long behind = lags.stream().mapToLong(EventQueries.Lag::events).sum();
        Duration lag = lags.stream()
                .map(each -> Duration.between(JtaUnitOfWork.moment(each.sinceMicros()), now))
                .filter(age -> !age.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return new Progress(
                name,
                dispatcher.isPresent(name),
                behind,
                lag,
                states.getOrDefault(name + "\nRETRYING", 0L),
                states.getOrDefault(name + "\nSET_ASIDE", 0L),
                states.getOrDefault(name + "\nBEHIND", 0L),
                dispatcher.trouble(name));
    }

    @Override
    public Page<Held> held(PageRequest page, CallContext context) {
        context.require(JournalPermission.VIEW);
        Cursor cursor = Cursor.start(page, 4);
        HeldEvent after = new HeldEvent(
                "",
                cursor.text(0, ""),
                cursor.text(1, ""),
                cursor.text(2, ""),
                cursor.number(3, 0),
                0,
                0,
                "",
                0,
                0,
                0,
                "");
        List<HeldEvent> rows = transactions.read(
                context,
                unit -> EventQueries.ofTenant(
                        unit.connection(), context.tenant().value(), after, page.limit() + 1));
        return Page.of(
                        rows,
                        page.limit(),
                        row -> Cursor.of(row.listener(), row.aggregateType(), row.aggregateId(), row.sequence()))
                .map(DatabaseEventDelivery::held);
    }

    private static Held held(HeldEvent row) {
        return new Held(
                new TenantId(row.tenant()),
                row.listener(),
                row.aggregateType(),
                row.aggregateId(),
                row.sequence(),
                State.valueOf(row.state()),
                row.attempts(),
                JtaUnitOfWork.moment(row.sinceMicros()),
                row.lastError());
    }

    @Override
    public void replay(String listener, String aggregateType, String aggregateId, CallContext context) {
        context.require(JournalPermission.REPLAY);
        transactions.write(context, Void.class, unit -> {
            HeldEvent first = EventQueries.ofAggregate(
                            unit.connection(), context.tenant().value(), listener, aggregateType, aggregateId, 1)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            JournalError.EVENT_NOT_HELD,
                            LocalizedMessage.of(
                                    DatabaseEventDelivery.class,
                                    "database-event-delivery.no-event-held",
                                    listener,
                                    aggregateType,
                                    aggregateId)));
            EventQueries.keep(unit.connection(), first.in("RETRYING", 0, now(), first.lastError()));
            // Refusals of one chain are set aside one by one; of any other aggregate only the first is
            EventQueries.replayAggregate(
                    unit.connection(), context.tenant().value(), listener, aggregateType, aggregateId, now());
            record(unit, listener, Map.of("event", aggregateType + "/" + aggregateId + "#" + first.sequence()));
            return null;
        });
        dispatcher.wake();
    }

    @Override
    public int replayAll(String listener, CallContext context) {
        context.require(JournalPermission.REPLAY);
        int replayed = transactions.write(context, Integer.class, unit -> {
            int events =
                    EventQueries.replayAll(unit.connection(), context.tenant().value(), listener, now());
            if (events > 0) {
                record(unit, listener, Map.of("events", Integer.toString(events)));
            }
            return events;
        });
        dispatcher.wake();
        return replayed;
    }

    private static void record(UnitOfWork unit, String listener, Map<String, String> details) {
        unit.record(
                new AuditEntry(AGGREGATE, listener, "replay", "", "", details),
                EntryQueries.head(unit.connection(), unit.context().tenant().value(), AGGREGATE, listener));
    }

    private long now() {
        return JtaUnitOfWork.micros(clock.machine().instant());
    }
}
