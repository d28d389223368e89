package org.yichuang.catalogue.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.VersionUsage;
import org.yichuang.catalogue.internal.domain.CatalogueImport;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Run;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Standing;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenants;

/**
 * Takes back what a file has brought: what was published before is published again, new items are retired, drafts say
 * what they said. What something goes on under, or somebody has changed since, stays as it is.
 */
public class ImportUndo {
    private static final String CASES = "cases";
    private static final int LONGEST_NAMES = 1_000;
    private static final int MOST_CENTRES = 3_000;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final Imports imports;
    private final PublishedVersions offers;
    private final List<VersionUsage> usages;

    /**
     * Over the catalogue of each centre.
     *
     * @param usages who knows what goes on under versions
     */
    public ImportUndo(
            Transactions transactions,
            Tenants tenants,
            Items items,
            Imports imports,
            PublishedVersions offers,
            List<VersionUsage> usages) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.imports = imports;
        this.offers = offers;
        this.usages = usages;
    }

    /**
     * That an import is taken back.
     *
     * @param reason why
     * @param partly whether what can be taken back is, though not all can; what stays may be taken back later
     * @param elsewhereAsked that the centres of another deployment, whose cases are not known here, were asked; absent
     *     for no
     */
    public record Undo(@NotBlank @Size(max = 500) String reason, @NotNull Boolean partly, Boolean elsewhereAsked) {
        private boolean hasAskedElsewhere() {
            return Boolean.TRUE.equals(elsewhereAsked);
        }
    }

    /**
     * What became of it.
     *
     * @param undone codes of items that are as they were before
     * @param kept codes of those that stay as the import has made them
     */
    public record Undone(String id, List<String> undone, List<String> kept) {}

    /**
     * Takes an import back.
     *
     * @throws ProblemException {@code import-unknown}; {@code import-undone}; {@code import-in-use} naming the items
     *     that cannot be as they were, where not partly, or nothing of it can, or the centres of another deployment
     *     that nobody says to have asked; {@code too-large} above more than three
     *     thousand centres; {@code unavailable} while nobody can say what has begun
     */
    @RequiresPermission(CataloguePermission.IMPORT)
    public Undone undo(String id, Undo given, CallContext context) {
        context.require(CataloguePermission.IMPORT);
        context.require(CataloguePermission.PUBLISH);
        Undo asked = FieldRules.require(given);
        Counted counted = counted(id, asked, context);
        Undone undone = transactions.write(context, Undone.class, unit -> {
            CatalogueImport taken = found(id, unit);
            taken.requireStanding();
            Obstacles obstacles = new Obstacles(items, taken, unit);
            List<Run> runs = obstacles.look(counted.begun(unit));
            obstacles.refuse(asked.partly());
            List<String> done = new ArrayList<>();
            for (Run run : runs) {
                Standing there = items.inRuns().standing(run, unit);
                Map<String, CatalogueVersion> brought = items.inRuns().broughtBy(id, run.codes(), unit);
                Map<String, CatalogueVersion> before = items.inRuns().replacedBy(id, run.codes(), unit);
                for (String code : run.codes()) {
                    if (!obstacles.contains(code)) {
                        undo(
                                there.items().get(code),
                                brought.get(code),
                                Optional.ofNullable(before.get(code)),
                                id,
                                unit);
                        done.add(code);
                    }
                }
                items.inRuns().forget(unit);
            }
            CatalogueImport undoing = found(id, unit);
            CatalogueEvent event = undoing.undo(asked.reason(), context.at(), done.size(), obstacles.codes());
            record(undoing, event, asked, counted.elsewhere, unit);
            return new Undone(id, done, obstacles.codes());
        });
        offers.changed(undone.undone(), context);
        return undone;
    }

    private CatalogueImport found(String id, UnitOfWork unit) {
        return Optional.of(id)
                .filter(each -> !TextRules.isUnfit(each))
                .flatMap(each -> imports.find(each, unit))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.IMPORT_UNKNOWN, LocalizedMessage.of(ImportUndo.class, "import.unknown")));
    }

    /** What has begun below, as it was counted before; what has begun here is counted within the transaction. */
    private final class Counted implements CentresBelow.Visit {
        private final Map<String, Integer> below = new HashMap<>();
        private final Instant since;
        private final List<String> published;
        private List<String> elsewhere = List.of();

        Counted(CatalogueImport taken) {
            since = taken.importedAt();
            published = taken.report().publishedCodes().stream()
                    .filter(taken.isOpen())
                    .toList();
        }

        /** By code. */
        Map<String, Integer> begun(UnitOfWork unit) {
            Map<String, Integer> all = new HashMap<>(below);
            count(published, since, unit, all);
            return all;
        }

        @Override
        public Collection<String> hidden(List<String> codes, UnitOfWork unit) {
            return items.inRuns().publishedBefore(since, Set.copyOf(codes), unit);
        }

        @Override
        public void look(List<String> codes, UnitOfWork unit) {
            count(codes, since, unit, below);
        }
    }

    /**
     * Counts at the centres below, each in a read of its own, what has begun under what the import has published. Who
     * publishes a code itself offers that to itself and all below it.
     */
    private Counted counted(String id, Undo asked, CallContext context) {
        CallContext reading = context.withoutKey();
        Counted counted = new Counted(transactions.read(reading, unit -> found(id, unit)));
        if (counted.published.isEmpty()) {
            return counted;
        }
        if (usages.isEmpty() && tenants.get(context.tenant()).has(CASES)) {
            throw new ProblemException(
                    CommonError.UNAVAILABLE, LocalizedMessage.of(ImportUndo.class, "undo.nobody-counts"));
        }
        CentresBelow.Seen seen =
                new CentresBelow(transactions, tenants).visit(counted.published, MOST_CENTRES, reading, counted);
        if (!seen.isWhole()) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(ImportUndo.class, "undo.tree-too-large", MOST_CENTRES));
        }
        counted.elsewhere = seen.elsewhere();
        if (!seen.elsewhere().isEmpty() && !asked.hasAskedElsewhere()) {
            throw ProblemException.field(
                    CatalogueError.IMPORT_IN_USE,
                    "elsewhereAsked",
                    LocalizedMessage.of(ImportUndo.class, "undo.centre-elsewhere", String.join("、", seen.elsewhere())));
        }
        return counted;
    }

    private void count(List<String> codes, Instant since, UnitOfWork unit, Map<String, Integer> begun) {
        usages.forEach(usage ->
                usage.begun(codes, since, unit).forEach((code, number) -> begun.merge(code, number, Integer::sum)));
    }

    /** That an import was taken back, if so. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Optional<CatalogueImport.Undone> undone(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> found(id, unit).undone());
    }

    private void undo(
            CatalogueItem item,
            CatalogueVersion version,
            Optional<CatalogueVersion> before,
            String id,
            UnitOfWork unit) {
        ItemActs acts = new ItemActs(items, unit, Map.of("undone", id));
        if (version.state() == ItemVersion.State.DRAFT) {
            if (version.former().isPresent()) {
                acts.draft(item, Optional.of(version), version.former().get());
            } else {
                acts.discard(item, version);
            }
            return;
        }
        if (before.isPresent()) {
            acts.reinstate(item, version, before.get());
        } else {
            acts.retire(item, Optional.of(version));
        }
        if (version.former().isPresent() && item.draft().isEmpty()) {
            acts.draft(item, Optional.empty(), version.former().get());
        }
    }

    private void record(
            CatalogueImport taken, CatalogueEvent event, Undo asked, List<String> elsewhere, UnitOfWork unit) {
        Map<String, String> facts = new HashMap<>(Map.of("reason", asked.reason()));
        if (!elsewhere.isEmpty()) {
            facts.put("elsewhere", TextRules.first(String.join("、", elsewhere), LONGEST_NAMES));
        }
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(taken.id(), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                FileImport.AGGREGATE,
                taken.id(),
                "undo",
                imports.loadedDigest(taken, unit),
                imports.digest(taken, unit),
                facts,
                happened);
        taken.head(unit.record(entry, taken.head()));
    }
}
