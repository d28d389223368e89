package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueChange;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * What a centre publishes as open data: each of its items once, at the place of its last change. Whoever asks again
 * behind the last place that he has seen gets all that has changed since, and misses nothing: places are given one
 * after the other, in the order of the events and after their commit, so that none appears behind one that was read.
 */
public class CatalogueFeed {
    private final Transactions transactions;
    private final Items items;
    private final Changes changes;

    /** Over the catalogue of each centre. */
    public CatalogueFeed(Transactions transactions, Items items, Changes changes) {
        this.transactions = transactions;
        this.items = items;
        this.changes = changes;
    }

    /**
     * A part of the feed.
     *
     * @param changes in the order of their places
     * @param last the place from which to ask on: that of the last change here, else the one that was asked for
     * @param more whether there is more at once
     */
    public record Part(List<Change> changes, long last, boolean more) {}

    /**
     * A change of an item.
     *
     * @param item what the centre publishes now; empty when it publishes it no more
     */
    public record Change(long place, String code, Optional<ItemVersion> item) {}

    /**
     * Returns what has changed behind a place, 0 for the whole catalogue, at most so many items.
     *
     * @throws ProblemException {@code feed-restarted} for a place that is still to come: the data are older than when
     *     it was told
     */
    public Part after(long place, int most, CallContext context) {
        return transactions.read(context, unit -> {
            if (place > changes.last(unit)) {
                throw new ProblemException(
                        CatalogueError.FEED_RESTARTED,
                        LocalizedMessage.of(CatalogueFeed.class, "feed.restarted", place));
            }
            List<CatalogueChange> found = changes.after(place, most + 1, unit);
            List<CatalogueChange> part = found.subList(0, Math.min(most, found.size()));
            Map<String, CatalogueVersion> published = items.versions(
                    part.stream().map(CatalogueChange::code).toList(), ItemVersion.State.PUBLISHED, unit);
            List<Change> shown = part.stream()
                    .map(change -> new Change(
                            change.place(),
                            change.code(),
                            Optional.ofNullable(published.get(change.code())).map(each -> each.view(context.tenant()))))
                    .toList();
            long last = part.isEmpty() ? place : part.get(part.size() - 1).place();
            return new Part(shown, last, found.size() > most);
        });
    }
}
