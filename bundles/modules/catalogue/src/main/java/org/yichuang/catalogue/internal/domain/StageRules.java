package org.yichuang.catalogue.internal.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;

/** Whether the stages of a route make a road: one acceptance, pre-reviews upwards, one decision. */
final class StageRules {
    private StageRules() {}

    static void check(String path, Route route, Set<Level> acceptanceLevels, Problems problems) {
        List<Stage> stages = route.stages();
        if (stages.size() < 2) {
            problems.add(path + ".stages", LocalizedMessage.of(StageRules.class, "route.too-short", route.name()));
            return;
        }
        if (stages.stream().anyMatch(stage -> stage.action() == null || stage.level() == null)) {
            return; // said by the rules of drafts
        }
        checkOrder(path, route, problems);
        checkLevels(path, route, problems);
        checkEnds(path, route, acceptanceLevels, problems);
    }

    private static void checkOrder(String path, Route route, Problems problems) {
        String actions = route.stages().stream()
                .map(stage -> stage.action().name().substring(0, 1))
                .collect(Collectors.joining());
        problems.when(
                !actions.matches("AP*D"),
                path + ".stages",
                LocalizedMessage.of(StageRules.class, "route.order", route.name()));
    }

    private static void checkLevels(String path, Route route, Problems problems) {
        for (int i = 1; i < route.stages().size(); i++) {
            Stage before = route.stages().get(i - 1);
            Stage after = route.stages().get(i);
            problems.when(
                    before.level().isAbove(after.level()),
                    path + ".stages[" + i + "].level",
                    LocalizedMessage.of(
                            StageRules.class,
                            "route.goes-down",
                            route.name(),
                            before.level().label(),
                            after.level().label()));
            problems.when(
                    before.action() == Action.PRE_REVIEW
                            && before.level() == after.level()
                            && before.department().equals(after.department()),
                    path + ".stages[" + i + "]",
                    after.action() == Action.DECIDE
                            ? LocalizedMessage.of(StageRules.class, "route.pre-review-before-decision", route.name())
                            : LocalizedMessage.of(StageRules.class, "route.pre-review-twice", route.name()));
        }
    }

    private static void checkEnds(String path, Route route, Set<Level> acceptanceLevels, Problems problems) {
        Level first = route.stages().get(0).level();
        Level lowest = acceptanceLevels.stream().max(Comparator.naturalOrder()).orElse(first);
        problems.when(
                first != lowest,
                path + ".stages[0].level",
                LocalizedMessage.of(StageRules.class, "route.begins-too-high", route.name(), lowest.label()));
        boolean issued = route.stages().stream().anyMatch(stage -> stage.level() == route.issueLevel());
        problems.when(
                !issued,
                path + ".issueLevel",
                LocalizedMessage.of(StageRules.class, "route.issue-level-foreign", route.name()));
    }

    /** A centre above the deciding level cannot accept: there would be no road for it. */
    static boolean reaches(Route route, Level acceptance) {
        Level last = route.stages().isEmpty()
                ? null
                : route.stages().get(route.stages().size() - 1).level();
        return last == null || !acceptance.isAbove(last);
    }
}
