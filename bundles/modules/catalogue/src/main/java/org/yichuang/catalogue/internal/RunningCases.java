package org.yichuang.catalogue.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.VersionUsage;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenants;

/** How much goes on under an item, here and below, when another version of it is published or it is retired (R3-10). */
public class RunningCases {
    /** So many centres below are asked for a page. */
    static final int MOST_CENTRES = 300;

    private final Transactions transactions;
    private final Items items;
    private final CentresBelow below;
    private final List<VersionUsage> usages;

    /**
     * Over the catalogue of each centre.
     *
     * @param usages who knows what goes on under versions
     */
    public RunningCases(Transactions transactions, Tenants tenants, Items items, List<VersionUsage> usages) {
        this.transactions = transactions;
        this.items = items;
        this.below = new CentresBelow(transactions, tenants);
        this.usages = usages;
    }

    /**
     * What goes on and keeps the version under which it was taken in.
     *
     * @param here how many at this centre
     * @param below how many at the centres below to which this one offers the item
     * @param centres how many centres below were asked
     * @param elsewhere names of those in another deployment, of which nothing is known here
     * @param whole whether all others were asked
     */
    public record Effect(int here, int below, int centres, List<String> elsewhere, boolean whole) {}

    /** Returns it; nothing while nobody counts. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Optional<Effect> of(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        if (usages.isEmpty() || TextRules.isUnfit(code)) {
            return Optional.empty();
        }
        CallContext reading = context.withoutKey();
        int here = transactions.read(reading, unit -> count(code, unit));
        int[] sum = {0};
        CentresBelow.Seen seen = below.visit(List.of(code), MOST_CENTRES, reading, new CentresBelow.Visit() {
            @Override
            public Collection<String> hidden(List<String> codes, UnitOfWork unit) {
                return items.versions(codes, ItemVersion.State.PUBLISHED, unit).keySet();
            }

            @Override
            public void look(List<String> codes, UnitOfWork unit) {
                sum[0] += count(code, unit);
            }
        });
        return Optional.of(new Effect(here, sum[0], seen.centres(), seen.elsewhere(), seen.isWhole()));
    }

    private int count(String code, UnitOfWork unit) {
        return usages.stream().mapToInt(usage -> usage.running(code, unit)).sum();
    }
}
