package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.round.SpeedUp;
import org.yichuang.catalogue.internal.domain.targets.CompressionTarget;
import org.yichuang.catalogue.internal.domain.targets.TargetRanking;
import org.yichuang.catalogue.internal.domain.targets.TargetRanking.Ranked;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.TargetRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The yearly targets of compression from above, and which centres have reached them (M-CAT-2). */
public class CompressionTargets {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "compression-target";

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Transactions transactions;
    private final Tenants tenants;
    private final TargetRows rows;

    /** Over the rounds of each centre. */
    public CompressionTargets(Transactions transactions, Tenants tenants, TargetRows rows) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.rows = rows;
    }

    /**
     * A target for this centre and all below it.
     *
     * @param percent by how many per cent promises are to be shorter than the law
     * @param document by which document
     */
    public record NewTarget(
            @NotNull Integer year, @NotNull Integer percent, @NotBlank @Size(max = 200) String document) {}

    /** The target that holds for a centre, and who has set it. */
    public record Holding(Tenant setBy, CompressionTarget.View target) {}

    /**
     * What has been reached.
     *
     * @param target the nearest of this centre and those above; absent where nobody has set one
     * @param own what this centre has reached
     * @param centres those below, level by level, the best first
     */
    public record Report(int year, Optional<Holding> target, Ranked own, List<Ranked> centres) {
        /** Those of a level. */
        public int reached() {
            return (int) centres.stream().filter(Ranked::reached).count();
        }
    }

    /** What is kept for a repeated command. */
    record Kept(int year) {}

    /**
     * Sets the target of a year, in place of what was said before.
     *
     * @throws ProblemException {@code fields-invalid}; {@code precondition-failed}
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public Report set(NewTarget given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        NewTarget wanted = FieldRules.require(given);
        Problems problems = new Problems();
        problems.when(!isYear(wanted.year()), "year", yearUnknown());
        problems.when(
                wanted.percent() < 1 || wanted.percent() > 99,
                "percent",
                LocalizedMessage.of(CompressionTargets.class, "target.percent"));
        problems.refuse(CommonError.FIELDS_INVALID, LocalizedMessage.of(CompressionTargets.class, "target.invalid"));
        transactions.write(context, Kept.class, unit -> {
            Optional<CompressionTarget> present = rows.find(wanted.year(), unit);
            present.ifPresent(target -> context.requireVersion(target.view().revision()));
            CompressionTarget target = present.orElseGet(() -> new CompressionTarget(wanted.year()));
            CatalogueEvent event = target.set(wanted.percent(), wanted.document(), context.today());
            if (present.isEmpty()) {
                rows.add(target, unit);
            }
            record(target, event, unit);
            return new Kept(wanted.year());
        });
        return report(wanted.year(), context.withoutKey());
    }

    private static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static LocalizedMessage yearUnknown() {
        return LocalizedMessage.of(CompressionTargets.class, "target.year", FIRST_YEAR, LAST_YEAR);
    }

    private void record(CompressionTarget target, CatalogueEvent event, UnitOfWork unit) {
        CompressionTarget.View view = target.view();
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(String.valueOf(view.year()), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                String.valueOf(view.year()),
                "set",
                rows.loadedDigest(target, unit),
                rows.digest(target, unit),
                Map.of("percent", String.valueOf(view.percent()), "document", view.document()),
                happened);
        target.head(unit.record(entry, target.head()));
    }

    /**
     * Returns what this centre and those below it have reached in a year, as far as their rounds say so.
     *
     * @throws ProblemException {@code fields-invalid} for a year that is none; {@code too-large} for a tree of more
     *     than three thousand centres
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Report report(int year, CallContext context) {
        context.require(CataloguePermission.VIEW);
        if (!isYear(year)) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, "year", yearUnknown());
        }
        List<Tenant> below = CentreTree.below(context.tenant(), tenants);
        return transactions.read(context, unit -> {
            Optional<Holding> target = holding(year, unit);
            int percent = target.map(each -> each.target().percent()).orElse(0);
            Map<Level, List<Ranked>> levels = new EnumMap<>(Level.class);
            for (Tenant centre : below) {
                levels.computeIfAbsent(centre.level(), level -> new ArrayList<>())
                        .add(ranked(centre.id(), year, percent, unit));
            }
            List<Ranked> centres = levels.values().stream()
                    .flatMap(level -> TargetRanking.of(level).stream())
                    .toList();
            return new Report(year, target, ranked(context.tenant(), year, percent, unit), centres);
        });
    }

    private Optional<Holding> holding(int year, UnitOfWork unit) {
        return tenants.lineage(unit.context().tenant()).stream()
                .flatMap(centre -> unit.reading(centre.id(), visit -> rows.find(year, visit)).stream()
                        .map(target -> new Holding(centre, target.view())))
                .findFirst();
    }

    private Ranked ranked(TenantId centre, int year, int percent, UnitOfWork unit) {
        SpeedUp gain = unit.reading(centre, visit -> rows.gain(year, visit)).orElse(null);
        return new Ranked(centre, gain, percent > 0 && TargetRanking.isReached(gain, percent), 0);
    }
}
