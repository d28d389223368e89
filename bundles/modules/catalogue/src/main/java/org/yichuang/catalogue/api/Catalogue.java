package org.yichuang.catalogue.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * The published catalogue as a centre offers it: its own items, and those of the centres above it whose
 * {@link ItemDefinition#acceptanceLevels()} contain this centre's level. Of several centres of the lineage that publish
 * one code, the nearest counts and hides the others.
 */
public interface Catalogue {
    /**
     * Returns the offered items that match: for words the likeliest first, as {@link CatalogueSearch} finds them, else
     * by owner from the nearest upwards, then by code.
     */
    @NeedsNoPermission("what a centre offers is public")
    Page<ItemVersion> search(Query query, PageRequest page, CallContext context);

    /** Returns the departments of the offered items, each once and in order. */
    @NeedsNoPermission("what a centre offers is public")
    List<String> departments(CallContext context);

    /**
     * Returns the published version that this centre offers under a code. Cheap enough for the hot path: remembered for
     * two seconds, and forgotten at once where this container publishes or retires. Opens transactions of its own:
     * inside of one, {@link #offered(String, UnitOfWork)} is asked.
     *
     * @throws ProblemException {@code item-unknown}
     */
    @NeedsNoPermission("what a centre offers is public")
    ItemVersion offered(String code, CallContext context);

    /**
     * The same within a running transaction, of its centre: for gates, listeners and whoever else has a unit.
     *
     * @throws ProblemException {@code item-unknown}
     */
    @NeedsNoPermission("what a centre offers is public")
    ItemVersion offered(String code, UnitOfWork unit);

    /**
     * Returns a version that was published once, of any centre: what a running case was accepted under (R3-10). Cheap:
     * published definitions never change and are kept in memory. One that is not yet there is read in a transaction of
     * its own: inside of one, {@link #version(TenantId, String, int, UnitOfWork)} is asked.
     *
     * @throws ProblemException {@code item-unknown}
     */
    @NeedsNoPermission("what has been published stays public")
    ItemVersion version(TenantId owner, String code, int number, CallContext context);

    /**
     * The same within a running transaction: for gates, listeners, linked modules and whoever else has a unit.
     *
     * @throws ProblemException {@code item-unknown}
     */
    @NeedsNoPermission("what has been published stays public")
    ItemVersion version(TenantId owner, String code, int number, UnitOfWork unit);

    /**
     * Checks form data against an item's form and finds the one route. Touches no database.
     *
     * @throws ProblemException {@code form-invalid} with the fields as {@code form.<name>}
     */
    RouteChoice route(ItemDefinition item, Map<String, Object> form);

    /**
     * The same for a correction of what was taken in: what a bundle has taken in once it goes on with, also where a
     * department alone has to decide.
     *
     * @throws ProblemException {@code form-invalid} with the fields as {@code form.<name>}
     */
    RouteChoice routeAgain(ItemDefinition item, Map<String, Object> form);

    /**
     * Returns the items of a bundle's members as this centre offers them now, by the members' ids: those that a case
     * which begins now is handled under. Opens transactions of its own.
     *
     * @param members some of the bundle's members; parties without an item are not in the answer
     * @throws ProblemException {@code bundle-outdated} where what the items ask for now is no longer what the bundle
     *     asks for
     */
    @NeedsNoPermission("what a centre offers is public")
    Map<String, ItemVersion> members(ItemVersion bundle, List<JointMember> members, CallContext context);

    /**
     * What is searched for.
     *
     * @param words as people speak; empty for everything
     * @param type only this type
     * @param department only this department
     * @param exerciseLevel only items of this level
     */
    record Query(String words, Optional<ItemType> type, Optional<String> department, Optional<Level> exerciseLevel) {
        /** Everything. */
        public static final Query ALL = new Query("", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
