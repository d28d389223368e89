package org.yichuang.catalogue.internal.domain;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Limit;

/**
 * No stage has more time than the law gives, nor have the stages of one level together (R1-19): who decides has the
 * limit of the item, who examines a licence before has twenty working days of their own (art. 43), or that limit where
 * it is longer.
 */
final class StageLimits {
    private StageLimits() {}

    static void check(String path, Route route, ItemDefinition item, Problems problems) {
        Optional<Limit> law = Limits.ofLaw(item);
        if (law.isEmpty() || item.bundled()) {
            return; // the limits of bundles are those of their members
        }
        Level level = null;
        Limit together = null;
        List<Stage> stages = route.stages();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            if (stage.level() == null || stage.action() == null || stage.limit() == null) {
                continue;
            }
            together = stage.level() == level ? sum(together, stage.limit()) : stage.limit();
            level = stage.level();
            Limit most = isDecidedAt(level, route) ? law.get() : ofExaminer(item, law.get());
            problems.when(
                    stage.action() != Action.ACCEPT && Limits.isSurelyLonger(together, most),
                    path + ".stages[" + i + "].limit",
                    LocalizedMessage.of(
                            StageLimits.class, "route.limit-longer", route.name(), together.label(), most.label()));
        }
    }

    /** Days that are counted in different ways are not added up. */
    private static Limit sum(Limit before, Limit more) {
        int days = Math.min(before.amount() + more.amount(), Limit.MAXIMUM);
        return before.unit() == more.unit() ? new Limit(days, more.unit()) : more;
    }

    private static boolean isDecidedAt(Level level, Route route) {
        return route.stages().stream().anyMatch(stage -> stage.action() == Action.DECIDE && stage.level() == level);
    }

    private static Limit ofExaminer(ItemDefinition item, Limit law) {
        return item.type() == ItemType.LICENCE && Limits.isSurelyLonger(Limits.USUAL, law) ? Limits.USUAL : law;
    }
}
