package org.yichuang.catalogue.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.catalogue.internal.domain.unify.Standard;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * What basic catalogues say of the items of a centre, and what the centres above publish under their codes: the
 * standard that it takes as it is (R3-16).
 */
public class Standards {
    private static final int CHUNK = 5_000;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final BasicEntries basics;

    /** Over the catalogues of all centres. */
    public Standards(Transactions transactions, Tenants tenants, Items items) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.basics = new BasicEntries(tenants, items);
    }

    /** Returns why an item cannot be published at a centre, if so. */
    Optional<ProblemException> refusal(ItemDefinition item, CallContext owner) {
        return refusal(item, of(List.of(item.code()), owner));
    }

    /** The same, where the standards of many have been looked up. */
    static Optional<ProblemException> refusal(ItemDefinition item, Map<String, Standard> standards) {
        return Optional.ofNullable(standards.get(item.code())).flatMap(standard -> standard.refusal(item));
    }

    /**
     * Returns the standards of items by their codes: the basic catalogue's where it has the item, else that of the
     * nearest centre above that publishes the same item.
     */
    Map<String, Standard> of(List<String> codes, CallContext owner) {
        Map<String, Standard> found = new HashMap<>();
        List<String> fixed = codes.stream() // ways of handling are called as they are
                .filter(code -> ItemKey.of(code).equals(ItemKey.ofList(code)))
                .toList();
        transactions
                .read(owner.withoutKey(), unit -> basics.of(fixed, unit))
                .forEach((code, entry) -> found.put(
                        code,
                        new Standard(entry.centre().name(), List.of(entry.item().standard()))));
        List<Tenant> lineage = tenants.lineage(owner.tenant());
        for (Tenant above : lineage.subList(1, lineage.size())) {
            List<String> wanted =
                    codes.stream().filter(code -> !found.containsKey(code)).toList();
            for (int from = 0; from < wanted.size(); from += CHUNK) {
                List<String> chunk = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
                transactions
                        .read(PublishedVersions.at(above.id(), owner), unit -> same(chunk, items, unit))
                        .forEach((code, published) -> found.put(code, new Standard(above.name(), published)));
            }
        }
        return found;
    }

    /** What a centre publishes under each of these codes, else what it publishes of the same item under others. */
    static Map<String, List<ItemDefinition>> same(List<String> codes, Items items, UnitOfWork unit) {
        Set<String> keys = codes.stream().map(ItemKey::of).collect(Collectors.toSet());
        Map<String, List<String>> byKey = items.codesByKey(keys, Set.of(ItemVersion.State.PUBLISHED), unit);
        List<String> candidates = Stream.concat(
                        codes.stream(), byKey.values().stream().flatMap(List::stream))
                .distinct()
                .toList();
        Map<String, CatalogueVersion> published = items.versions(candidates, ItemVersion.State.PUBLISHED, unit);
        Map<String, List<ItemDefinition>> found = new HashMap<>();
        for (String code : codes) {
            List<String> there =
                    published.containsKey(code) ? List.of(code) : byKey.getOrDefault(ItemKey.of(code), List.of());
            List<ItemDefinition> definitions = there.stream()
                    .filter(published::containsKey)
                    .map(each -> published.get(each).definition())
                    .toList();
            if (!definitions.isEmpty()) {
                found.put(code, definitions);
            }
        }
        return found;
    }
}
