package org.yichuang.catalogue.internal;

import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.internal.domain.sample.SampleFile;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.documents.api.FileStore;
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
    private static final String DOCUMENTS = "documents";

    private final Changes changes;
    private final Items items;
    private final FileStore files;

    /** Into the changes of each centre. */
    public PublicationListener(Changes changes, Items items, FileStore files) {
        this.changes = changes;
        this.items = items;
        this.files = files;
    }

    @Override
    public String name() {
        return "catalogue-changes";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CatalogueEvent.MODULE, "published", "retired", LISTS)
                .and(DOCUMENTS, FileStore.INFECTED_EVENT, FileStore.SCAN_AGAIN_EVENT);
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        if (event.event().module().equals(DOCUMENTS)) {
            shownOrNot(event.event().number(), unit);
            return;
        }
        String code = event.event().item();
        if (!event.event().type().equals(LISTS) || isOfPublished(event, code, unit)) {
            changes.add(code, unit);
        }
    }

    /** A file in which a scanner has found something is in no guide any more, and in it again after a false alarm. */
    private void shownOrNot(String sha256, UnitOfWork unit) {
        files.users(sha256, SampleFiles.USE, unit).stream()
                .flatMap(user -> items.samples().find(user.substring(SampleFiles.USE.length()), unit).stream())
                .map(SampleFile::code)
                .distinct()
                .filter(code -> items.publishedNumber(code, unit).isPresent())
                .forEach(code -> changes.add(code, unit));
    }

    /** The files of a guide are a part of it; those of an item that nobody sees yet change nothing. */
    private boolean isOfPublished(EventEnvelope event, String code, UnitOfWork unit) {
        return event.aggregateType().equals(SampleFiles.AGGREGATE)
                && items.publishedNumber(code, unit).isPresent();
    }
}
