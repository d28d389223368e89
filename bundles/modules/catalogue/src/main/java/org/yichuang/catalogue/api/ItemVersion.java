package org.yichuang.catalogue.api;

import java.time.Instant;
import org.yichuang.kernel.api.TenantId;

/**
 * A version of an item.
 *
 * @param owner the centre in whose catalogue it stands
 * @param number counts from 1 within the item
 * @param state draft, published, retired or discarded
 * @param definition the content
 * @param publishedAt when it was published, or null
 * @param revision for ETag: grows with every change of a draft
 */
public record ItemVersion(
        TenantId owner, int number, State state, ItemDefinition definition, Instant publishedAt, long revision) {
    /** Where a version stands. At most one version of an item is published, at most one a draft. */
    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED,
        /** A draft that has never been published and never will be. */
        DISCARDED
    }
}
