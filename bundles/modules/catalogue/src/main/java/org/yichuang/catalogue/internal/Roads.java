package org.yichuang.catalogue.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.need.NeedGraph;
import org.yichuang.catalogue.internal.domain.need.Road;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenants;

/** The whole road to an item of what its centre offers, and circles that nobody can walk. */
public class Roads {
    /** Whether a circle is refused or told. */
    public static final String POLICY = "policy.catalogue.prerequisites.circles";

    /** The usual value. */
    static final String REFUSE = "refuse";

    private final Tenants tenants;
    private final PublishedVersions offers;

    /** Over what each centre offers. */
    public Roads(Tenants tenants, PublishedVersions offers) {
        this.tenants = tenants;
        this.offers = offers;
    }

    /** Returns the road to an item that the centre offers; {@code item-unknown}. */
    @NeedsNoPermission("what it is made of is published")
    public Road to(String code, CallContext context) {
        return to(offers.offered(code, context.withoutKey()), context);
    }

    /** Returns the road to an item, as it would be when the item was offered. */
    @NeedsNoPermission("what it is made of is published, or seen already by who asks")
    public Road to(ItemVersion item, CallContext context) {
        ItemDefinition goal = item.definition();
        return Road.of(
                goal,
                NeedGraph.of(goal, offered(Map.of(), context)),
                context.today(),
                tenants.calendar(context.tenant()));
    }

    /** Returns why an item cannot be published, where it would have to wait for itself. */
    Optional<ProblemException> refusal(ItemDefinition item, CallContext context) {
        return refusal(item, Map.of(), context);
    }

    /** @param beside what is to be published together with it, by code */
    Optional<ProblemException> refusal(ItemDefinition item, Map<String, ItemDefinition> beside, CallContext context) {
        boolean needsNothing = item.prerequisites().isEmpty() && !item.bundled();
        if (needsNothing
                || !tenants.get(context.tenant()).policy(POLICY, REFUSE).equals(REFUSE)) {
            return Optional.empty();
        }
        return NeedGraph.of(item, offered(beside, context))
                .problems()
                .refusal(
                        CatalogueError.PREREQUISITES_CIRCULAR,
                        LocalizedMessage.of(Roads.class, "prerequisites.circular"));
    }

    private Function<String, Optional<ItemDefinition>> offered(
            Map<String, ItemDefinition> beside, CallContext context) {
        Map<String, Optional<ItemDefinition>> known = new HashMap<>();
        beside.forEach((code, item) -> known.put(code, Optional.of(item)));
        return code -> known.computeIfAbsent(code, each -> found(each, context));
    }

    private Optional<ItemDefinition> found(String code, CallContext context) {
        if (code.isEmpty() || TextRules.isUnfit(code)) {
            return Optional.empty();
        }
        try {
            return Optional.of(offers.offered(code, context.withoutKey()).definition());
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
