package org.yichuang.catalogue.internal;

import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;

/**
 * Notes which items have changed in the eyes of the public, with their files, in one order for each centre, for the
 * nodes to follow.
 */
public class PublicationListener implements EventListener {
    private static final String LISTS = "list-changed";

    private final Changes changes;
    private final Items items;

    /** Into the changes of each centre. */
    public PublicationListener(Changes changes, Items items) {
        this.changes = changes;
        this.items = items;
    }

    @Override
    public String name() {
        return "catalogue-changes";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CatalogueEvent.MODULE, "published", "retired", LISTS);
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        String code = event.event().item();
        if (!event.event().type().equals(LISTS) || isOfPublished(event, code, unit)) {
            changes.add(code, unit);
        }
    }

    /** The files of a guide are a part of it; those of an item that nobody sees yet change nothing. */
    private boolean isOfPublished(EventEnvelope event, String code, UnitOfWork unit) {
        return event.aggregateType().equals(SampleFiles.AGGREGATE)
                && items.publishedNumber(code, unit).isPresent();
    }
}
