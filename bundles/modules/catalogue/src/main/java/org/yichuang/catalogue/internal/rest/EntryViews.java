package org.yichuang.catalogue.internal.rest;

import java.math.BigDecimal;
import java.util.List;
import org.yichuang.catalogue.internal.HallEntries;
import org.yichuang.catalogue.internal.domain.entry.EntryCounts;
import org.yichuang.catalogue.internal.domain.entry.EntryRanking.Ranked;
import org.yichuang.catalogue.internal.rest.BasicResource.CountsView;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Entry rates as they are read. */
public final class EntryViews {
    private EntryViews() {}

    /**
     * Items of several centres together.
     *
     * @param rate entered in per cent of due, two decimals; null where nothing is due
     */
    public record Sum(
            int due, int entered, int exempt, int verticalDue, int verticalEntered, int takenBack, BigDecimal rate) {
        static Sum of(EntryCounts counts) {
            return new Sum(
                    counts.due(),
                    counts.entered(),
                    counts.exempt(),
                    counts.verticalDue(),
                    counts.verticalEntered(),
                    counts.takenBack(),
                    counts.rate().orElse(null));
        }
    }

    /**
     * A centre below.
     *
     * @param rank among the centres of its level, by fractions; equal ones share it; null where nothing is due
     */
    public record Centre(
            String centre,
            String name,
            String level,
            String parent,
            int due,
            int entered,
            int exempt,
            int takenBack,
            BigDecimal rate,
            Integer rank) {
        private static Centre of(Ranked ranked, Tenant tenant) {
            EntryCounts counts = ranked.counts();
            return new Centre(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.level().key(),
                    tenant.parent().map(Object::toString).orElse(null),
                    counts.due(),
                    counts.entered(),
                    counts.exempt(),
                    counts.takenBack(),
                    counts.rate().orElse(null),
                    ranked.rank() == 0 ? null : ranked.rank());
        }
    }

    /**
     * The rates of a centre and those below it; {@code due}, {@code entered} and {@code rate} are the centre's own.
     *
     * @param below all centres below together
     * @param total these and the centre itself
     * @param centres each of them, level by level, the best first
     * @param basic how far this centre is with the items of the basic catalogue
     */
    public record Rates(
            String centre,
            String name,
            String level,
            int due,
            int entered,
            int exempt,
            int verticalDue,
            int verticalEntered,
            int takenBack,
            BigDecimal rate,
            Sum below,
            Sum total,
            List<Centre> centres,
            CountsView basic) {
        static Rates of(Tenant tenant, HallEntries.Rates rates, Tenants tenants) {
            EntryCounts own = rates.own();
            return new Rates(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.level().key(),
                    own.due(),
                    own.entered(),
                    own.exempt(),
                    own.verticalDue(),
                    own.verticalEntered(),
                    own.takenBack(),
                    own.rate().orElse(null),
                    Sum.of(rates.below()),
                    Sum.of(own.plus(rates.below())),
                    rates.centres().stream()
                            .flatMap(ranked ->
                                    tenants.find(ranked.centre()).map(each -> Centre.of(ranked, each)).stream())
                            .toList(),
                    CountsView.of(rates.basic()));
        }
    }
}
