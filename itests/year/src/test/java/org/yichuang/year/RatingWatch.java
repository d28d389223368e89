package org.yichuang.year;

import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;

/** Sees whom the centres ask and what they follow up, and has it go on from there. */
final class RatingWatch implements EventListener {
    private final Year year;

    RatingWatch(Year year) {
        this.year = year;
    }

    @Override
    public String name() {
        return "year-ratings";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of("ratings", "asked", "follow-up-opened");
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        String id = event.aggregateId();
        Life life = year.sender(event.tenant(), event.event().number());
        Chance chance = life == null ? year.chance.branch() : life.elsewhere(); // a card is of no case
        if (event.event().type().equals("asked")) {
            new RatingLife(year, chance, event.tenant(), id, event.event().number()).plan();
        } else {
            new FollowUpLife(year, chance, event.tenant(), id).plan();
        }
    }
}
