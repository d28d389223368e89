package org.yichuang.ratings.internal;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.ratings.internal.persistence.FollowUpRows;

/** A case about which there is a complaint, a review or a call that goes on is not removed. */
public class FollowedCases implements RetentionGuard {
    private final FollowUpRows rows;

    FollowedCases(FollowUpRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return "ratings";
    }

    @Override
    public Map<String, RetentionHold> holds(Set<String> numbers, UnitOfWork unit) {
        return rows.openCases(numbers, unit).stream()
                .collect(Collectors.toMap(Function.identity(), number -> RetentionHold.COMPLAINT));
    }
}
