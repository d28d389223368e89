package org.yichuang.catalogue.internal.domain.handling;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What halls call an item besides instant or committed (R3-12). It follows from what the item says, and is never typed:
 * the kind by law ({@code CaseKind}) stays apart.
 */
public enum HallKind {
    /** 联办件: several departments decide. */
    JOINT,
    /** 上报件: it is decided above the centre that takes it in. */
    UPWARD;

    /** The kinds of an item, for the lowest of the centres that take it in. */
    public static Set<HallKind> of(ItemDefinition item) {
        Set<HallKind> kinds = EnumSet.noneOf(HallKind.class);
        if (item.bundled()) {
            kinds.add(JOINT);
        }
        boolean isUpward = item.routes().stream().anyMatch(route -> item.acceptanceLevels().stream()
                .anyMatch(level -> last(route).isAbove(level)));
        if (isUpward) {
            kinds.add(UPWARD);
        }
        return kinds;
    }

    private static Level last(Route route) {
        List<Stage> stages = route.stages();
        return stages.isEmpty()
                ? route.issueLevel()
                : stages.get(stages.size() - 1).level();
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(HallKind.class, "hall-kind." + name().toLowerCase(Locale.ROOT));
    }
}
