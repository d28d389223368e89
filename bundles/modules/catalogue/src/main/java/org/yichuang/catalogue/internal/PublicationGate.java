package org.yichuang.catalogue.internal;

import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.check.CompressionPolicy;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/**
 * Whether a draft may be published as far as others are asked who are not in its transaction: departments, the standard
 * of the centres above, limits, prerequisites, lists of what may be demanded, what is public now, and the members of a
 * bundle.
 */
public class PublicationGate {
    private final Tenants tenants;
    private final CatalogueDepartments departments;
    private final Standards standards;
    private final BundleMaking bundles;
    private final Roads roads;
    private final Demands demands;
    private final ReviewLimits reviews;

    /** Over the catalogues of all centres. */
    public PublicationGate(
            Transactions transactions,
            Tenants tenants,
            Items items,
            PublishedVersions offers,
            CatalogueDepartments departments) {
        this.tenants = tenants;
        this.departments = departments;
        this.standards = new Standards(transactions, tenants, items);
        this.bundles = new BundleMaking(tenants, offers);
        this.roads = new Roads(tenants, offers);
        this.demands = new Demands(transactions, tenants, items);
        this.reviews = new ReviewLimits(transactions, tenants, items);
    }

    /**
     * What the others say.
     *
     * @param content what would be published: of a bundle, what its members make of it now
     * @param refusal why it would not be, if so
     */
    record Answer(ItemDefinition content, Optional<ProblemException> refusal) {}

    /** Asks them, outside of the transaction that publishes. */
    Answer ask(ItemVersion draft, CallContext context) {
        ItemDefinition definition = draft.definition();
        Optional<BundleMaking.Made> made =
                definition.bundled() ? Optional.of(bundles.make(draft, context)) : Optional.empty();
        CompressionPolicy compression = CompressionPolicy.of(tenants.get(context.tenant())::policy);
        ItemDefinition content = made.map(BundleMaking.Made::definition).orElse(definition);
        return new Answer(
                content,
                departments
                        .refusal(definition, context)
                        .or(() -> standards.refusal(definition, context))
                        .or(() -> made.isPresent() ? made.get().refusal() : compression.refusal(definition))
                        .or(() -> roads.refusal(content, context))
                        .or(() -> demands.refusal(content, context))
                        .or(() -> reviews.refusal(content, context)));
    }
}
