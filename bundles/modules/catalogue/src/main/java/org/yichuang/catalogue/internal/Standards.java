package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.catalogue.internal.domain.unify.Standard;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** What the centres above publish under the codes of a centre: the standard that it takes as it is (R3-16). */
public class Standards {
    private static final int CHUNK = 200;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;

    /** Over the catalogues of all centres. */
    public Standards(Transactions transactions, Tenants tenants, Items items) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
    }

    /** Returns why an item cannot be published at a centre, if so. */
    Optional<ProblemException> refusal(ItemDefinition item, CallContext owner) {
        return refusal(item, of(List.of(item.code()), owner));
    }

    /** The same, where the standards of many have been looked up. */
    static Optional<ProblemException> refusal(ItemDefinition item, Map<String, Standard> standards) {
        return Optional.ofNullable(standards.get(item.code())).flatMap(standard -> standard.refusal(item));
    }

    /** Returns the standards of items by their codes: of the nearest centre above that publishes code or basic code. */
    Map<String, Standard> of(List<String> codes, CallContext owner) {
        Map<String, Standard> found = new HashMap<>();
        List<Tenant> lineage = tenants.lineage(owner.tenant());
        for (Tenant above : lineage.subList(1, lineage.size())) {
            List<String> wanted = new ArrayList<>();
            for (String code : codes) {
                if (!found.containsKey(code)) {
                    wanted.add(code);
                    wanted.add(ItemKey.of(code));
                }
            }
            Map<String, ItemDefinition> there = new HashMap<>();
            for (int from = 0; from < wanted.size(); from += CHUNK) {
                List<String> chunk = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
                transactions
                        .read(
                                PublishedVersions.at(above.id(), owner),
                                unit -> items.versions(chunk, ItemVersion.State.PUBLISHED, unit))
                        .forEach((code, version) -> there.put(code, version.definition()));
            }
            for (String code : codes) {
                ItemDefinition item = there.getOrDefault(code, there.get(ItemKey.of(code)));
                if (item != null) {
                    found.putIfAbsent(code, new Standard(above.name(), item));
                }
            }
        }
        return found;
    }
}
