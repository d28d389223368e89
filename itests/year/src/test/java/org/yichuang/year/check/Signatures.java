package org.yichuang.year.check;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;

/** Whose act a document is, by the item and the level at which somebody has applied. */
final class Signatures {
    private static final List<String> OF_WHO_DECIDES = List.of(
            "grant",
            "refusal",
            "deemed-renewal",
            "grant-ending",
            "suspension-notice",
            "extension-notice",
            "hearing-right-notice",
            "hearing-notice");

    private final ItemDefinition item;
    private final Stage deciding;
    private final Optional<Stage> examining;

    Signatures(ItemDefinition item, Level origin) {
        this.item = item;
        List<Stage> road = item.routes().get(0).stages().stream()
                .filter(stage -> stage.action() != Action.ACCEPT && !origin.isAbove(stage.level()))
                .toList();
        deciding = road.get(road.size() - 1);
        examining = road.stream()
                .filter(stage ->
                        stage.action() == Action.PRE_REVIEW && deciding.level().isAbove(stage.level()))
                .findFirst();
    }

    String of(String kind) {
        boolean isDecision = OF_WHO_DECIDES.contains(kind);
        if (!isDecision && !kind.equals("delivery") && examining.isPresent()) {
            return examining.get().department();
        }
        boolean isPassedDown = item.exerciseLevel().isAbove(deciding.level());
        return isPassedDown || isDecision ? of(deciding.level(), deciding.department()) : item.organ();
    }

    /** The body that a department of a level is: the one with the power, or another. */
    String of(Level level, String department) {
        boolean hasPower = level == item.exerciseLevel() && department.equals(item.department());
        return hasPower ? item.organ() : department;
    }
}
