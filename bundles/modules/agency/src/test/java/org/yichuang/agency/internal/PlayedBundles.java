package org.yichuang.agency.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.ReservedBundles;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.testing.centres.TestCentres;

/** A catalogue of a few items that puts together whatever it is asked for, but for what the city decides. */
final class PlayedBundles implements ReservedBundles {
    static final String ABOVE = "CITY";
    private static final Map<String, String> DEPARTMENTS =
            Map.of("FOOD", "市场监管局", "FIRE", "消防救援大队", "SIGN", "城管局", ABOVE, "规划局");

    final List<Wish> wishes = new ArrayList<>();
    final List<ItemVersion> kept = new ArrayList<>();
    Set<String> bundled = Set.of();

    ItemVersion offered(String code) {
        if (!DEPARTMENTS.containsKey(code)) {
            throw new ProblemException(CatalogueError.ITEM_UNKNOWN, LocalizedMessage.verbatim(code));
        }
        return version(item(code, DEPARTMENTS.get(code), 10), 1);
    }

    private static ItemDefinition item(String code, String department, int days) {
        return ItemDefinition.of(code)
                .name("事项" + code)
                .type(ItemType.LICENCE)
                .kind(CaseKind.COMMITTED)
                .exerciseLevel(Level.COUNTY)
                .department(department)
                .promisedLimit(Limit.working(days))
                .made();
    }

    private static ItemVersion version(ItemDefinition definition, int number) {
        return new ItemVersion(
                TestCentres.HAIYANG, number, ItemVersion.State.RETIRED, definition, Instant.EPOCH, number);
    }

    @Override
    public ItemDefinition compose(Wish wish, CallContext context) {
        wishes.add(wish);
        int above = wish.items().indexOf(ABOVE);
        if (above >= 0) {
            LocalizedMessage why = LocalizedMessage.verbatim("elsewhere");
            throw new ProblemException(
                    CatalogueError.BUNDLE_MEMBER_ELSEWHERE,
                    why,
                    List.of(new FieldProblem("members[" + above + "].item", why)));
        }
        return item(wish.code(), wish.lead(), wish.totalLimit());
    }

    @Override
    public ItemVersion keep(ItemDefinition bundle, UnitOfWork unit) {
        kept.add(version(bundle, kept.size() + 1));
        return kept.get(kept.size() - 1);
    }

    @Override
    public Optional<ItemVersion> published(Set<String> items, CallContext context) {
        return items.equals(bundled) ? Optional.of(version(item("SHOP", "市场监管局", 15), 1)) : Optional.empty();
    }
}
