package org.yichuang.journal.internal;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.EventPlace;
import org.yichuang.journal.internal.domain.HeldEvent;
import org.yichuang.journal.internal.domain.PendingRow;
import org.yichuang.journal.internal.persistence.AnchorContent;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.journal.internal.persistence.EventQueries;
import org.yichuang.kernel.api.TenantId;

/** The next events of a tenant, offered to a listener inside one transaction. */
final class EventBatch {
    private static final int ANCHORS = 50;
    private static final int ENTRIES = 500;

    private final EventListener listener;
    private final UnitOfWork unit;
    private final String tenant;
    private final long machineMicros;
    private final Optional<EventPlace> from;
    private EventPlace at;
    private boolean isCut;

    /**
     * @param machineMicros the machine's present moment: by it held events wait, whatever a rehearsal's clock says
     */
    EventBatch(EventListener listener, UnitOfWork unit, long machineMicros) {
        this.listener = listener;
        this.unit = unit;
        this.machineMicros = machineMicros;
        this.tenant = unit.context().tenant().value();
        this.from = EventQueries.place(unit.connection(), tenant, listener.name());
        this.at = from.orElse(EventPlace.BEGINNING);
    }

    /**
     * Calls the listener for what follows, for one event at the least however slowly it is read, and moves its place.
     *
     * @param most how many events it is called for at most
     * @param blocked the aggregates of which something is held already
     * @throws EventFailure when the listener failed on one of them
     */
    Offered offer(int most, Set<String> blocked, long deadlineNanos) {
        List<Step> steps = steps();
        Map<String, EntryRow> entries = entries(steps);
        int called = 0;
        int passed = 0;
        for (Step step : steps) {
            EntryRow entry = entries.get(step.ref().hash());
            // An entry that is not there any more has been purged
            if (entry != null && wants(entry)) {
                if (called == most || called > 0 && System.nanoTime() - deadlineNanos > 0) {
                    break;
                }
                if (isBlocked(entry, blocked)) {
                    EventQueries.hold(unit.connection(), held(step, "BEHIND", ""));
                } else {
                    call(listener, envelope(entry, step.anchor(), step.position()), unit, called);
                }
                called++;
            }
            at = step.after(at);
            passed++;
        }
        move();
        return new Offered(passed, isCut || passed < steps.size());
    }

    /**
     * What came of a batch.
     *
     * @param passed how many entries it has passed; 0 when there was nothing
     * @param more whether there was more when it was read
     */
    record Offered(int passed, boolean more) {}

    private static boolean isBlocked(EntryRow entry, Set<String> blocked) {
        return !entry.standsAlone()
                && blocked.contains(HeldEvent.aggregate(entry.aggregateType(), entry.aggregateId()));
    }

    /** Holds the first wanted event that follows, and moves the place past it. */
    HeldEvent hold(String error, long dueMicros) {
        List<Step> steps = steps();
        Map<String, EntryRow> entries = entries(steps);
        for (Step step : steps) {
            at = step.after(at);
            EntryRow entry = entries.get(step.ref().hash());
            if (entry != null && wants(entry)) {
                HeldEvent held = held(step, "RETRYING", "").in("RETRYING", 1, dueMicros, error);
                EventQueries.hold(unit.connection(), held);
                move();
                return held;
            }
        }
        throw new IllegalStateException("There is no event to hold");
    }

    private void move() {
        if (!EventQueries.move(unit.connection(), tenant, listener.name(), from, at)) {
            // Only somebody else's thread moves it, who has our lease by now
            throw Failures.leaseLost();
        }
    }

    private boolean wants(EntryRow entry) {
        return !isTooOld(listener, entry, unit.context().at(), JtaUnitOfWork.moment(machineMicros))
                && listener.wants().wants(event(entry));
    }

    /**
     * Tells whether a listener does not care for an entry any more, however it comes to it: by the house's clock and by
     * the machine's, so that a rehearsal of later days passes over nothing that would be missed afterwards.
     */
    static boolean isTooOld(EventListener listener, EntryRow entry, Instant at, Instant machine) {
        Instant now = at.isBefore(machine) ? at : machine;
        return listener.oldest()
                .filter(age -> JtaUnitOfWork.moment(entry.atMicros()).isBefore(now.minus(age)))
                .isPresent();
    }

    /** Calls a listener; whatever it dies of is the event's failure, unless the virtual machine is broken. */
    static void call(EventListener listener, EventEnvelope envelope, UnitOfWork unit, int index) {
        try {
            listener.on(envelope, unit);
        } catch (Throwable e) {
            if (e instanceof Error error && !Failures.isSurvivable(error)) {
                throw error;
            }
            throw new EventFailure(index, e);
        }
    }

    private HeldEvent held(Step step, String state, String error) {
        return new HeldEvent(
                tenant,
                listener.name(),
                step.ref().aggregateType(),
                step.ref().aggregateId(),
                step.ref().sequence(),
                step.anchor(),
                step.position(),
                state,
                0,
                0,
                machineMicros,
                error);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int skip = at.position();
        List<Anchor> anchors = AnchorQueries.walk(unit.connection(), tenant, at.anchor(), ANCHORS);
        isCut = anchors.size() == ANCHORS;
        for (Anchor anchor : anchors) {
            List<PendingRow> refs = AnchorContent.read(anchor.content());
            for (int i = skip; i < refs.size(); i++) {
                steps.add(new Step(anchor.number(), i + 1, i + 1 == refs.size(), refs.get(i)));
            }
            skip = 0;
            if (steps.size() >= ENTRIES) {
                isCut = true;
                break;
            }
        }
        return steps;
    }

    private Map<String, EntryRow> entries(List<Step> steps) {
        List<PendingRow> refs = steps.stream().map(Step::ref).toList();
        return entries(unit.connection(), tenant, refs);
    }

    static Map<String, EntryRow> entries(Connection connection, String tenant, List<PendingRow> refs) {
        return Dialect.of(connection).entries(connection, tenant, refs).stream()
                .collect(Collectors.toMap(EntryRow::hash, entry -> entry, (first, second) -> first));
    }

    static DomainEvent event(EntryRow entry) {
        return entry.event().version() > 0
                ? entry.event()
                : new DomainEvent(entry.aggregateType(), entry.action(), 0, "", "", "", "", "", "");
    }

    static EventEnvelope envelope(EntryRow entry, long anchor, int position) {
        return new EventEnvelope(
                new TenantId(entry.tenant()),
                event(entry),
                entry.aggregateType(),
                entry.aggregateId(),
                entry.sequence(),
                entry.actor(),
                entry.actorName(),
                JtaUnitOfWork.moment(entry.atMicros()),
                entry.requestId(),
                anchor,
                position);
    }

    /** One entry of an anchor. */
    private record Step(long anchor, int position, boolean last, PendingRow ref) {
        EventPlace after(EventPlace before) {
            return last
                    ? new EventPlace(anchor, 0, before.passed() + 1)
                    : new EventPlace(anchor - 1, position, before.passed() + 1);
        }
    }
}
