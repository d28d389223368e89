package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.domain.check.CompressionPolicy;
import org.yichuang.catalogue.internal.domain.check.LimitCounts;
import org.yichuang.catalogue.internal.domain.check.LimitFinding;
import org.yichuang.catalogue.internal.domain.check.MeasuredItem;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Tenants;

/** Holds catalogues and rounds against the compression policy of their centre (C1.4, K4, K5). */
public class LimitChecks {
    private static final int MOST_DAYS = 3660;

    private final Transactions transactions;
    private final Tenants tenants;
    private final PublishedRows published;
    private final ReviewRounds rounds;

    /** Over the catalogue of each centre. */
    public LimitChecks(Transactions transactions, Tenants tenants, PublishedRows published, ReviewRounds rounds) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.published = published;
        this.rounds = rounds;
    }

    /**
     * What would be if other days were demanded.
     *
     * @param longDays absent: as the centre has it
     * @param unlimitedDays absent: as the centre has it
     */
    public record Simulation(Optional<Integer> longDays, Optional<Integer> unlimitedDays) {
        /** The policy as it is. */
        public static final Simulation NONE = new Simulation(Optional.empty(), Optional.empty());
    }

    /** What was found, with a part of the findings. */
    public record Report(LimitCounts counts, Page<LimitFinding> page) {}

    /** Looks at all that the centre publishes; {@code too-large} for more than 20,000 items. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Report catalogue(Simulation simulation, PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        LimitCounts counts = new LimitCounts(policy(simulation, context));
        transactions.read(context, unit -> {
            CatalogueScan.each(published, unit, item -> counts.take(MeasuredItem.of(item)));
            return counts;
        });
        return new Report(counts, CatalogueScan.page(counts.findings(), page));
    }

    /** Looks at the items of a round that remain; {@code round-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Report round(String id, Simulation simulation, PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        LimitCounts counts = new LimitCounts(policy(simulation, context));
        List<RoundItem> remaining = rounds.remaining(id, context);
        remaining.forEach(item -> counts.take(MeasuredItem.of(item)));
        return new Report(counts, CatalogueScan.page(counts.findings(), page));
    }

    private CompressionPolicy policy(Simulation simulation, CallContext context) {
        requireDays("longDays", simulation.longDays());
        requireDays("unlimitedDays", simulation.unlimitedDays());
        return CompressionPolicy.of(tenants.get(context.tenant())::policy)
                .with(simulation.longDays(), simulation.unlimitedDays());
    }

    private static void requireDays(String name, Optional<Integer> days) {
        if (days.filter(given -> given < 0 || given > MOST_DAYS).isPresent()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    name,
                    LocalizedMessage.of(LimitChecks.class, "limit-check.days", MOST_DAYS));
        }
    }
}
