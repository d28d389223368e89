package org.yichuang.catalogue.internal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Of an item that several levels examine, the public is told how long each of them has (各层级审核时限, M-CAT-10). Who
 * decides has the limit of the item; of the levels before it each has one of its own.
 */
public final class LevelLimits {
    /** The setting of a centre that says what becomes of drafts in which such a limit is missing. */
    public static final String POLICY = "policy.catalogue.level-limits";

    /** Refused unless what is published now lacks the same limit: what is new has to be in order. */
    public static final String NEW = "new";

    /** Refused in any case. */
    public static final String REFUSE = "refuse";

    /** Only told, among the flags of the clean-up. */
    public static final String TELL = "tell";

    private LevelLimits() {}

    /** @param field where the limit is missing */
    private record Untold(String field, Route route, Stage stage) {
        LocalizedMessage why() {
            return LocalizedMessage.of(
                    LevelLimits.class,
                    "level-limit.missing",
                    route.name(),
                    stage.level().label());
        }

        /** Which examination it is, whatever stands before it. */
        List<Object> key() {
            return List.of(route.id(), stage.level(), stage.department());
        }
    }

    /** Whether an item has levels that examine it and do not say how long they have. */
    public static boolean isUntold(ItemDefinition item) {
        return !untold(item).isEmpty();
    }

    /** A draft may still lack what its publication will refuse: it counts what is there. */
    private static List<Untold> untold(ItemDefinition item) {
        List<Untold> found = new ArrayList<>();
        for (int i = 0; !item.bundled() && i < item.routes().size(); i++) { // a bundle has the stages of its members
            Route route = item.routes().get(i);
            Set<Level> deciding = new HashSet<>();
            route.stages().stream()
                    .filter(stage -> stage.action() == Stage.Action.DECIDE)
                    .forEach(stage -> deciding.add(stage.level()));
            for (int k = 0; k < route.stages().size(); k++) {
                Stage stage = route.stages().get(k);
                boolean examines = stage.action() == Stage.Action.PRE_REVIEW && stage.level() != null;
                if (examines && stage.limit() == null && !deciding.contains(stage.level())) {
                    found.add(new Untold("routes[" + i + "].stages[" + k + "].limit", route, stage));
                }
            }
        }
        return found;
    }

    /**
     * Returns why an item is not published, if so.
     *
     * @param before as it is published now, if it is
     * @param policy one of the words above
     */
    public static Optional<ProblemException> refusal(
            ItemDefinition item, Optional<ItemDefinition> before, String policy) {
        if (policy.equals(TELL)) {
            return Optional.empty();
        }
        Set<List<Object>> old = new HashSet<>();
        if (policy.equals(NEW)) {
            before.ifPresent(published -> untold(published).forEach(each -> old.add(each.key())));
        }
        Problems problems = new Problems();
        untold(item).stream()
                .filter(each -> !old.contains(each.key()))
                .forEach(each -> problems.add(each.field(), each.why()));
        return problems.refusal(
                CatalogueError.ITEM_INVALID, LocalizedMessage.of(LevelLimits.class, "item.not-publishable"));
    }

    /** Returns what a clean-up should look at. */
    public static Optional<LocalizedMessage> finding(ItemDefinition item) {
        List<LocalizedMessage> found = untold(item).stream().map(Untold::why).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(LocalizedMessage.list(found));
    }
}
