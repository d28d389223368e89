package org.yichuang.catalogue.internal;

import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;

/** Notes which items have changed in the eyes of the public, in one order for each centre, for the nodes to follow. */
public class PublicationListener implements EventListener {
    private final Changes changes;

    /** Into the changes of each centre. */
    public PublicationListener(Changes changes) {
        this.changes = changes;
    }

    @Override
    public String name() {
        return "catalogue-changes";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CatalogueEvent.MODULE, "published", "retired");
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        changes.add(event.event().item(), unit);
    }
}
