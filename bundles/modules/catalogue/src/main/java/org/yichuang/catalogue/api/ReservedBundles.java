package org.yichuang.catalogue.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/**
 * Bundles that are put together for one application only (M-CAS-3): published and retired in one moment, so that they
 * stay what they are (R3-10), and are offered, searched and exported nowhere. Whoever has one kept says who may apply
 * under it.
 */
public interface ReservedBundles {
    /**
     * What is to be handled jointly.
     *
     * @param code the code of the bundle, the caller's own
     * @param name what it is called
     * @param kind what is done jointly
     * @param lead the department that takes in, collects and decides
     * @param organ in whose name; empty for that of the lead's first item
     * @param totalLimit within how many working days
     * @param items codes of the items, as the centre offers them
     */
    record Wish(
            String code, String name, BundleKind kind, String lead, String organ, int totalLimit, List<String> items) {
        public Wish {
            organ = organ == null ? "" : organ;
            items = List.copyOf(items);
        }
    }

    /**
     * Puts one together of the items as they are offered now; nothing is written. Opens transactions of its own.
     *
     * @throws ProblemException {@code bundle-invalid}, {@code bundle-member-elsewhere}, {@code department-unknown}
     */
    @NeedsNoPermission("what a centre offers is public, and nothing is written")
    ItemDefinition compose(Wish wish, CallContext context);

    /**
     * Keeps what was put together, as another version where there is one under its code, in a transaction that runs.
     *
     * @throws ProblemException {@code item-state} where the code is an item's, or has a draft or a published version
     */
    @NeedsNoPermission("modules act for whom they have asked themselves")
    ItemVersion keep(ItemDefinition bundle, UnitOfWork unit);

    /** Returns a published bundle of the centre that consists of these items and nothing else. */
    @NeedsNoPermission("what a centre offers is public")
    Optional<ItemVersion> published(Set<String> items, CallContext context);
}
