package org.yichuang.catalogue.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.LevelLimits;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/** Holds the limits of the levels that examine an item against what a centre demands of them, and what is public. */
class ReviewLimits {
    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;

    /** Over the catalogues of all centres. */
    ReviewLimits(Transactions transactions, Tenants tenants, Items items) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
    }

    /** What becomes of drafts in which such a limit is missing. */
    private String policy(CallContext context) {
        return tenants.get(context.tenant()).policy(LevelLimits.POLICY, LevelLimits.NEW);
    }

    /** Returns why a draft is not published, if so. */
    Optional<ProblemException> refusal(ItemDefinition item, CallContext context) {
        return of(List.of(item), context).refusal(item);
    }

    /** What is known of some drafts, read at once. */
    Judgement of(List<ItemDefinition> drafts, CallContext context) {
        List<String> codes = drafts.stream()
                .filter(LevelLimits::isUntold)
                .map(ItemDefinition::code)
                .toList();
        Map<String, ItemDefinition> published = new HashMap<>();
        if (!codes.isEmpty()) {
            transactions
                    .read(context.withoutKey(), unit -> items.versions(codes, ItemVersion.State.PUBLISHED, unit))
                    .forEach((code, version) -> published.put(code, version.definition()));
        }
        return new Judgement(published, policy(context));
    }

    /** @param published what is public now under the codes of drafts that lack something */
    record Judgement(Map<String, ItemDefinition> published, String policy) {
        Optional<ProblemException> refusal(ItemDefinition item) {
            return LevelLimits.refusal(item, Optional.ofNullable(published.get(item.code())), policy);
        }
    }
}
