package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yichuang.year.check.WorkDays.Days;

/** How long the special procedures of a case were going to take that have not ended. */
final class Plans {
    static final String KIND = "suspension";

    /** By the branch; of the case itself by nothing. */
    private final Map<String, Watch> open = new TreeMap<>();

    void begin(String branch, Entry entry) {
        int days = Integer.parseInt(entry.detail("plannedWorkingDays"));
        open.put(branch, new Watch(KIND, entry.day(), new Days(days, true)));
    }

    void end(String branch) {
        open.remove(branch);
    }

    /** Those that are to be seen to; of several of a day the longest. */
    Stream<Watch> running() {
        Map<LocalDate, Watch> longest = new TreeMap<>();
        open.values()
                .forEach(plan -> longest.merge(
                        plan.start, plan, (one, other) -> other.limit.amount() > one.limit.amount() ? other : one));
        return longest.values().stream();
    }
}
