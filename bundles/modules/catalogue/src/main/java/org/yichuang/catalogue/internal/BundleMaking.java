package org.yichuang.catalogue.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.joint.BundleComposer;
import org.yichuang.catalogue.internal.domain.joint.BundleComposer.Composed;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenants;

/** Makes bundles of what their centre offers at the moment. */
final class BundleMaking {
    private final Tenants tenants;
    private final PublishedVersions offers;

    BundleMaking(Tenants tenants, PublishedVersions offers) {
        this.tenants = tenants;
        this.offers = offers;
    }

    /**
     * A bundle that is put together.
     *
     * @param definition the item that it is
     * @param refusal why it cannot be published, if so
     */
    record Made(ItemDefinition definition, Optional<ProblemException> refusal) {}

    /** Puts a draft together anew, of the members as they are offered now. */
    Made make(ItemVersion draft, CallContext context) {
        return make(BundleDraft.of(draft.definition()), context);
    }

    /** Puts together what an editor says. */
    Made make(BundleDraft draft, CallContext context) {
        Map<String, ItemVersion> offered = new HashMap<>();
        for (BundleDraft.Member member : draft.members()) {
            if (!member.item().isEmpty() && !TextRules.isUnfit(member.item())) {
                offered(member.item(), context).ifPresent(item -> offered.put(member.item(), item));
            }
        }
        Composed composed = BundleComposer.compose(
                draft, offered, tenants.get(context.tenant()).level());
        Problems problems = new Problems();
        problems.addAll(composed.problems());
        Problems elsewhere = new Problems();
        elsewhere.addAll(composed.elsewhere());
        Optional<ProblemException> refusal = problems.refusal(
                        CatalogueError.BUNDLE_INVALID,
                        LocalizedMessage.of(BundleMaking.class, "bundle.not-publishable"))
                .or(() -> elsewhere.refusal(
                        CatalogueError.BUNDLE_MEMBER_ELSEWHERE,
                        LocalizedMessage.of(BundleMaking.class, "bundle.elsewhere")));
        return new Made(composed.definition(), refusal);
    }

    /**
     * The items of some members as they are offered now, by the members' ids.
     *
     * @throws ProblemException {@code bundle-outdated} where it would say something else now
     */
    Map<String, ItemVersion> members(ItemVersion bundle, List<JointMember> members, CallContext context) {
        Made now = make(bundle, context);
        ItemDefinition before = bundle.definition();
        boolean isSame = now.refusal().isEmpty() && lasting(now.definition()).equals(lasting(before));
        if (!isSame) {
            throw new ProblemException(
                    CatalogueError.BUNDLE_OUTDATED,
                    LocalizedMessage.of(BundleMaking.class, "bundle.outdated", before.name()));
        }
        Map<String, ItemVersion> items = new HashMap<>();
        members.stream()
                .filter(member -> !member.item().isEmpty())
                .forEach(member -> items.put(member.id(), offers.offered(member.item(), context.withoutKey())));
        return items;
    }

    /** What people are told, and a case keeps, besides the versions and limits of the members of its day. */
    private static ItemDefinition lasting(ItemDefinition bundle) {
        List<JointMember> members = bundle.joint().members().stream()
                .map(member -> new JointMember(
                        member.id(),
                        member.item(),
                        0,
                        member.name(),
                        member.department(),
                        member.organ(),
                        member.type(),
                        member.decides(),
                        member.when(),
                        null,
                        member.fields(),
                        member.materials(),
                        member.examination()))
                .toList();
        return bundle.madeOf(
                new JointHandling(bundle.joint().kind(), bundle.joint().questions(), members));
    }

    private Optional<ItemVersion> offered(String code, CallContext context) {
        try {
            return Optional.of(offers.offered(code, context.withoutKey()));
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
