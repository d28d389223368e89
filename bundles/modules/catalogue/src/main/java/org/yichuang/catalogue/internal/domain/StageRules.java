package org.yichuang.catalogue.internal.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;

/** Whether the stages of a route make a road: one acceptance, pre-reviews upwards, one decision. */
final class StageRules {
    private StageRules() {}

    static void check(String path, Route route, Set<Level> acceptanceLevels, Problems problems) {
        List<Stage> stages = route.stages();
        if (stages.size() < 2) {
            problems.add(
                    path + ".stages",
                    "路径“" + route.name() + "”至少应有受理和决定两个环节",
                    "Route " + route.name() + " has at least an acceptance and a decision");
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
                "路径“" + route.name() + "”应以受理开始、以决定结束，其间只有初审",
                "Route " + route.name() + " begins with acceptance, ends with the decision, with pre-reviews between");
    }

    private static void checkLevels(String path, Route route, Problems problems) {
        for (int i = 1; i < route.stages().size(); i++) {
            Stage before = route.stages().get(i - 1);
            Stage after = route.stages().get(i);
            problems.when(
                    before.level().isAbove(after.level()),
                    path + ".stages[" + i + "].level",
                    "路径“" + route.name() + "”的层级不得由" + before.level().chinese() + "降到"
                            + after.level().chinese(),
                    "Route " + route.name() + " goes down from "
                            + before.level().key() + " to " + after.level().key());
            problems.when(
                    before.action() == Action.PRE_REVIEW
                            && before.level() == after.level()
                            && before.department().equals(after.department()),
                    path + ".stages[" + i + "]",
                    "路径“" + route.name() + "”中同一部门在同一层级先初审又" + (after.action() == Action.DECIDE ? "决定" : "初审"),
                    "Route " + route.name() + " has one department review its own work at one level");
        }
    }

    private static void checkEnds(String path, Route route, Set<Level> acceptanceLevels, Problems problems) {
        Level first = route.stages().get(0).level();
        Level lowest = acceptanceLevels.stream().max(Comparator.naturalOrder()).orElse(first);
        problems.when(
                first != lowest,
                path + ".stages[0].level",
                "路径“" + route.name() + "”应由最低的受理层级（" + lowest.chinese() + "）受理",
                "Route " + route.name() + " begins at the lowest level of acceptance, " + lowest.key());
        boolean issued = route.stages().stream().anyMatch(stage -> stage.level() == route.issueLevel());
        problems.when(
                !issued,
                path + ".issueLevel",
                "路径“" + route.name() + "”的制证层级应是其环节所在的层级之一",
                "Route " + route.name() + " is issued at a level of one of its stages");
    }

    /** A centre above the deciding level cannot accept: there would be no road for it. */
    static boolean reaches(Route route, Level acceptance) {
        Level last = route.stages().isEmpty()
                ? null
                : route.stages().get(route.stages().size() - 1).level();
        return last == null || !acceptance.isAbove(last);
    }
}
