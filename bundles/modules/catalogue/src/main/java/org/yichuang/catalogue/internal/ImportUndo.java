package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Takes back what a file has brought: what was published before is published again, new items are retired, drafts say
 * what they said. What something goes on under, or somebody has changed since, stays as it is.
 */
public class ImportUndo {
    private static final int CHUNK = 500;
    private static final int MOST_NAMED = 100;
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
     * @param partly whether what can be taken back is, though not all can
     */
    public record Undo(@NotBlank @Size(max = 500) String reason, @NotNull Boolean partly) {}

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
     *     that cannot be as they were, where not partly; {@code too-large} above more than three thousand centres
     */
    @RequiresPermission(CataloguePermission.IMPORT)
    public Undone undo(String id, Undo given, CallContext context) {
        context.require(CataloguePermission.IMPORT);
        context.require(CataloguePermission.PUBLISH);
        Undo asked = FieldRules.require(given);
        List<TenantId> centres = centres(context.tenant());
        Undone undone = transactions.write(context, Undone.class, unit -> {
            CatalogueImport taken = found(id, unit);
            taken.requireStanding();
            List<CatalogueVersion> brought = items.broughtBy(taken.id(), unit);
            List<String> codes =
                    brought.stream().map(each -> each.definition().code()).toList();
            Map<String, CatalogueItem> present = items.items(codes, unit);
            Map<String, LocalizedMessage> obstacles = obstacles(taken, brought, present, centres, unit);
            refuse(obstacles, asked);
            List<String> done = new ArrayList<>();
            Map<String, CatalogueVersion> before = new HashMap<>();
            items.replacedBy(taken.id(), unit)
                    .forEach(each -> before.put(each.definition().code(), each));
            for (CatalogueVersion version : brought) {
                String code = version.definition().code();
                if (!obstacles.containsKey(code)) {
                    undo(present.get(code), version, Optional.ofNullable(before.get(code)), id, unit);
                    done.add(code);
                }
            }
            record(taken, taken.undo(asked.reason(), context.at(), done.size(), obstacles.size()), asked, unit);
            return new Undone(taken.id(), done, List.copyOf(obstacles.keySet()));
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

    /** The centre and all below it, where applications for its items may begin. */
    private List<TenantId> centres(TenantId owner) {
        List<TenantId> centres = new ArrayList<>(List.of(owner));
        for (int i = 0; i < centres.size(); i++) {
            tenants.children(centres.get(i)).stream().map(Tenant::id).forEach(centres::add);
            if (centres.size() > MOST_CENTRES) {
                throw new ProblemException(
                        CommonError.TOO_LARGE,
                        LocalizedMessage.of(ImportUndo.class, "undo.tree-too-large", MOST_CENTRES));
            }
        }
        return centres;
    }

    /** Why some items cannot be as they were, by code. */
    private Map<String, LocalizedMessage> obstacles(
            CatalogueImport taken,
            List<CatalogueVersion> brought,
            Map<String, CatalogueItem> present,
            List<TenantId> centres,
            UnitOfWork unit) {
        Map<String, LocalizedMessage> obstacles = new TreeMap<>();
        List<String> published = new ArrayList<>();
        Set<String> all = new HashSet<>();
        Set<String> hasPublished = Set.copyOf(taken.report().publishedCodes());
        for (CatalogueVersion version : brought) {
            String code = version.definition().code();
            all.add(code);
            CatalogueItem item = present.get(code);
            boolean isPublished = item.published().equals(Optional.of(version.number()));
            if (isPublished && hasPublished.contains(code)) {
                published.add(code);
            } else if (!item.draft().equals(Optional.of(version.number()))) {
                obstacles.put(code, LocalizedMessage.of(ImportUndo.class, "undo.changed-since", code));
            } else if (version.isOnItsWay()) {
                obstacles.put(code, LocalizedMessage.of(ImportUndo.class, "undo.on-its-way", code));
            }
        }
        taken.report().details().stream()
                .filter(row -> row.outcome().isWritten() && !all.contains(row.code()))
                .forEach(row -> obstacles.put(
                        row.code(), LocalizedMessage.of(ImportUndo.class, "undo.changed-since", row.code())));
        begun(published, taken, centres, unit)
                .forEach((code, number) ->
                        obstacles.put(code, LocalizedMessage.of(ImportUndo.class, "undo.has-cases", code, number)));
        return obstacles;
    }

    /** How much has begun under what it has published, at this centre and below. */
    private Map<String, Integer> begun(
            List<String> published, CatalogueImport taken, List<TenantId> centres, UnitOfWork unit) {
        Map<String, Integer> begun = new HashMap<>();
        for (int from = 0; from < published.size(); from += CHUNK) {
            List<String> chunk = published.subList(from, Math.min(published.size(), from + CHUNK));
            for (TenantId centre : centres) {
                unit.reading(centre, there -> {
                            Map<String, Integer> found = new HashMap<>();
                            usages.forEach(usage -> usage.begun(chunk, taken.importedAt(), there)
                                    .forEach((code, number) -> found.merge(code, number, Integer::sum)));
                            return found;
                        })
                        .forEach((code, number) -> begun.merge(code, number, Integer::sum));
            }
        }
        begun.values().removeIf(number -> number == 0);
        return begun;
    }

    /** That an import was taken back, if so. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Optional<CatalogueImport.Undone> undone(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> found(id, unit).undone());
    }

    private static void refuse(Map<String, LocalizedMessage> obstacles, Undo asked) {
        if (!asked.partly() && !obstacles.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.IMPORT_IN_USE,
                    LocalizedMessage.of(ImportUndo.class, "undo.in-use", obstacles.size()),
                    obstacles.entrySet().stream()
                            .limit(MOST_NAMED)
                            .map(each -> new FieldProblem(each.getKey(), each.getValue()))
                            .toList());
        }
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

    private void record(CatalogueImport taken, CatalogueEvent event, Undo asked, UnitOfWork unit) {
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(taken.id(), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                FileImport.AGGREGATE,
                taken.id(),
                "undo",
                imports.loadedDigest(taken, unit),
                imports.digest(taken, unit),
                Map.of("reason", asked.reason()),
                happened);
        taken.head(unit.record(entry, taken.head()));
    }
}
