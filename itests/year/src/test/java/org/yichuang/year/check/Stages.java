package org.yichuang.year.check;

import java.util.List;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.year.check.WorkDays.Days;

/** What a definition of an item lays upon a centre of a level: what is done there, and how long that may take. */
final class Stages {
    private static final Days TWENTY = new Days(20, true);

    final boolean isLicence;
    final Days statutory;
    final Days promised;
    final List<Stage> here;
    final boolean isIssuedHere;
    final boolean isExamined;

    Stages(ItemDefinition item, Level level) {
        Route route = item.routes().get(0);
        isLicence = item.type() == ItemType.LICENCE;
        statutory = item.statutoryLimit() == null && isLicence ? TWENTY : days(item.statutoryLimit());
        promised = days(item.promisedLimit());
        here = route.stages().stream()
                .filter(stage -> stage.action() != Action.ACCEPT && stage.level() == level)
                .toList();
        isExamined = item.examination().review();
        isIssuedHere = route.issueLevel() == level;
    }

    static Days days(Limit limit) {
        return limit == null ? null : new Days(limit.amount(), limit.unit() == DayUnit.WORKING);
    }

    boolean isDecidedHere() {
        return here.stream().anyMatch(stage -> stage.action() == Action.DECIDE);
    }

    /** The last examination before the file goes up. */
    int lastReview() {
        return here.size() - 1;
    }
}
