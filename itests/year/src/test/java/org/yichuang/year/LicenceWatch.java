package org.yichuang.year;

import java.util.Objects;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;

/** Sees what comes into registers and what ends there, and has it go on from there. */
final class LicenceWatch implements EventListener {
    private final Year year;

    LicenceWatch(Year year) {
        this.year = year;
    }

    @Override
    public String name() {
        return "year";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of("licences", "registered", "renewed", "expired");
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        String id = event.aggregateId();
        Chance chance = new Chance(Objects.hash(event.tenant().value(), id, event.sequence()));
        new LicenceLife(year, chance, event.tenant(), id)
                .plan(event.event().type().equals("expired"));
    }
}
