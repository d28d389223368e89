package org.yichuang.year;

import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;

/** Sees what comes into registers and what ends there, and has it go on from there. */
final class LicenceWatch implements EventListener {
    private static final int PLACES_BEHIND = 10;

    private final Year year;

    LicenceWatch(Year year) {
        this.year = year;
    }

    /** A result is numbered as its case; of a bundle the second and those behind it have a place of their own. */
    private static String caseNumber(String id) {
        int place = id.lastIndexOf('-');
        return id.indexOf('-') + PLACES_BEHIND < place ? id.substring(0, place) : id;
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
        Chance chance = year.sender(event.tenant(), caseNumber(id)).elsewhere();
        new LicenceLife(year, chance, event.tenant(), id)
                .plan(event.event().type().equals("expired"));
    }
}
