package org.yichuang.catalogue.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.domain.CatalogueImport;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.persistence.ItemRuns.Run;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Why items that an import has brought cannot be as they were before it. */
final class Obstacles {
    private static final int MOST_NAMED = 100;

    private final Items items;
    private final CatalogueImport taken;
    private final UnitOfWork unit;
    private final Set<String> published;
    private final Map<String, LocalizedMessage> found = new TreeMap<>();
    private boolean isAll;

    Obstacles(Items items, CatalogueImport taken, UnitOfWork unit) {
        this.items = items;
        this.taken = taken;
        this.unit = unit;
        this.published = Set.copyOf(taken.report().publishedCodes());
    }

    /**
     * Looks at everything that it has brought.
     *
     * @param begun how much goes on under what it has published, by code
     * @return the codes of what nobody has changed since, to be read in runs
     */
    List<Run> look(Map<String, Integer> begun) {
        Set<String> untouched = new HashSet<>(items.inRuns().broughtBy(taken.id(), unit));
        Predicate<String> open = taken.isOpen(); // reads what stayed, once
        untouched.removeIf(open.negate());
        List<Run> runs = items.inRuns().orderedRuns(untouched, unit);
        for (Run run : runs) {
            Map<String, CatalogueItem> present =
                    items.inRuns().standing(run, unit).items();
            items.inRuns().broughtBy(taken.id(), run.codes(), unit).forEach((code, version) -> why(
                            present.get(code), version, begun.getOrDefault(code, 0))
                    .ifPresent(why -> found.put(code, why)));
            items.inRuns().forget(unit);
        }
        taken.report().details().stream()
                .filter(row -> row.outcome().isWritten() && !untouched.contains(row.code()))
                .filter(row -> open.test(row.code()))
                .forEach(row -> found.put(row.code(), told("undo.changed-since", row.code())));
        isAll = untouched.stream().allMatch(found::containsKey);
        return runs;
    }

    private Optional<LocalizedMessage> why(CatalogueItem item, CatalogueVersion version, int begun) {
        String code = item.code();
        boolean isPublished = item.published().equals(Optional.of(version.number())) && published.contains(code);
        if (!isPublished && !item.draft().equals(Optional.of(version.number()))) {
            return Optional.of(told("undo.changed-since", code));
        }
        if (version.isOnItsWay()) {
            return Optional.of(told("undo.on-its-way", code));
        }
        if (!isPublished) {
            return Optional.empty();
        }
        if (begun > 0) {
            return Optional.of(told("undo.has-cases", code, begun));
        }
        boolean hidesDraft = version.former().isPresent() && item.draft().isPresent();
        return hidesDraft ? Optional.of(told("undo.draft-since", code)) : Optional.empty();
    }

    private static LocalizedMessage told(String key, Object... arguments) {
        return LocalizedMessage.of(ImportUndo.class, key, arguments);
    }

    boolean contains(String code) {
        return found.containsKey(code);
    }

    List<String> codes() {
        return List.copyOf(found.keySet());
    }

    /** Fails where something stands in the way of the whole, or everything does. */
    void refuse(boolean partly) {
        if (found.isEmpty() || partly && !isAll) {
            return;
        }
        throw new ProblemException(
                CatalogueError.IMPORT_IN_USE,
                told(isAll ? "undo.nothing-left" : "undo.in-use", found.size()),
                found.entrySet().stream()
                        .limit(MOST_NAMED)
                        .map(each -> new FieldProblem(each.getKey(), each.getValue()))
                        .toList());
    }
}
