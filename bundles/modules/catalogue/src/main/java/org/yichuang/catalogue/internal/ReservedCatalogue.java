package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.ReservedBundles;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.DraftRules;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/** Keeps bundles for one application beside those that everybody is offered. */
public class ReservedCatalogue implements ReservedBundles {
    private static final int PART = 200;

    private final Transactions transactions;
    private final Items items;
    private final CatalogueDepartments departments;
    private final BundleMaking making;

    /** Over the catalogue of each centre. */
    public ReservedCatalogue(
            Transactions transactions,
            Tenants tenants,
            Items items,
            PublishedVersions offers,
            CatalogueDepartments departments) {
        this.transactions = transactions;
        this.items = items;
        this.departments = departments;
        this.making = new BundleMaking(tenants, offers);
    }

    @Override
    public ItemDefinition compose(Wish wish, CallContext context) {
        BundleMaking.Made made = making.make(draft(wish), context);
        Problems problems = new Problems();
        problems.addAll(DraftRules.problems(made.definition()));
        made.refusal()
                .or(() -> problems.refusal(
                        CatalogueError.BUNDLE_INVALID,
                        LocalizedMessage.of(BundleMaking.class, "bundle.not-publishable")))
                .or(() -> departments.refusal(made.definition(), context.withoutKey()))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        return made.definition();
    }

    private static BundleDraft draft(Wish wish) {
        List<BundleDraft.Member> members = wish.items().stream()
                .map(item -> new BundleDraft.Member(item, "", "", null, List.of()))
                .toList();
        return new BundleDraft(
                wish.code(),
                wish.name(),
                List.of(),
                wish.kind(),
                wish.lead(),
                wish.organ(),
                wish.totalLimit(),
                "",
                "",
                "",
                "",
                "",
                List.of(),
                members);
    }

    @Override
    public ItemVersion keep(ItemDefinition bundle, UnitOfWork unit) {
        CatalogueItem item = items.find(bundle.code(), unit).orElseGet(() -> added(bundle.code(), unit));
        boolean isTaken = item.draft().isPresent() || item.published().isPresent();
        if (isTaken || !bundle.bundled()) {
            throw new ProblemException(
                    CatalogueError.ITEM_STATE,
                    LocalizedMessage.of(ReservedCatalogue.class, "bundle.code-taken", bundle.code()));
        }
        CatalogueVersion kept = new ItemActs(items, unit, Map.of()).reserve(item, bundle);
        items.flush(unit);
        return kept.view(unit.context().tenant());
    }

    private CatalogueItem added(String code, UnitOfWork unit) {
        CatalogueItem item = new CatalogueItem(code);
        items.add(item, unit);
        return item;
    }

    @Override
    public Optional<ItemVersion> published(Set<String> codes, CallContext context) {
        return transactions.read(context.withoutKey(), unit -> {
            String after = "";
            List<CatalogueVersion> part = items.publishedBundles(after, PART, unit);
            while (!part.isEmpty()) {
                Optional<CatalogueVersion> found = part.stream()
                        .filter(bundle -> consistsOf(bundle, codes))
                        .findFirst();
                if (found.isPresent()) {
                    return found.map(bundle -> bundle.view(context.tenant()));
                }
                after = part.get(part.size() - 1).definition().code();
                part = items.publishedBundles(after, PART, unit);
            }
            return Optional.<ItemVersion>empty();
        });
    }

    private static boolean consistsOf(CatalogueVersion bundle, Set<String> codes) {
        return bundle.definition().joint().members().stream()
                .filter(JointMember::decides)
                .map(JointMember::item)
                .collect(Collectors.toSet())
                .equals(codes);
    }
}
