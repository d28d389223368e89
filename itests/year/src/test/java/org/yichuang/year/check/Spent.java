package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whom the working days of a case are charged to: whoever had it when the day began. */
final class Spent {
    private final List<Stretch> all = new ArrayList<>();
    private LocalDate since;
    private String who;
    /** The last day of a right that nobody has to use, and who has the case afterwards. */
    private LocalDate until;

    private String afterwards;
    /** Of departments that are waited for beside each other, which one; and which has the case. */
    private String awaited = "";

    private String lead = "";

    private record Stretch(LocalDate from, LocalDate to, String who, LocalDate ended, String department, long days) {}

    /** A step ends what has gone on since the last one. */
    void end(Entry step, WorkDays days) {
        LocalDate day = step.day();
        lead = step.detail("branch").isEmpty() ? step.department() : lead;
        if (since != null && who != null) {
            LocalDate last = until == null || until.isAfter(day) ? day : until;
            LocalDate turn = last.isBefore(since) ? since : last;
            all.add(new Stretch(since, turn, who, day, of(who), worked(since, turn, days)));
            if (turn.isBefore(day)) {
                all.add(new Stretch(turn, day, afterwards, day, of(afterwards), worked(turn, day, days)));
            }
        }
        since = null;
        until = null;
    }

    private String of(String holder) {
        return holder.equals("department") ? awaited : lead;
    }

    /** @param department of those that are waited for, the one whose last day comes first */
    void await(String department) {
        awaited = department;
    }

    /** @param holder who has it from then on; null where it is concluded */
    void begin(LocalDate day, String holder) {
        since = day;
        who = holder;
    }

    /** @param last the last day on which those are waited for who may ask for something; then somebody else has it */
    void begin(LocalDate day, String holder, LocalDate last, String then) {
        begin(day, holder);
        until = last;
        afterwards = then;
    }

    /** Until which day those are waited for is known only now. */
    void turn(LocalDate last, String then) {
        until = last;
        afterwards = then;
    }

    /** What is known better within its month is counted so. */
    void recount(LocalDate from, WorkDays days) {
        all.replaceAll(each -> each.ended().isBefore(from)
                ? each
                : new Stretch(
                        each.from(),
                        each.to(),
                        each.who(),
                        each.ended(),
                        each.department(),
                        worked(each.from(), each.to(), days)));
    }

    private static long worked(LocalDate from, LocalDate to, WorkDays days) {
        long worked = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            worked += days.isWorked(day) ? 1 : 0;
        }
        return worked;
    }

    /**
     * How many have ended within some days.
     *
     * @param holder charged to whom; empty for all
     * @param department told of which; empty for all
     */
    long count(String holder, LocalDate from, LocalDate to, String department) {
        return all.stream()
                .filter(each -> !each.ended().isBefore(from) && !each.ended().isAfter(to))
                .filter(each -> holder.isEmpty() || each.who().equals(holder))
                .filter(each -> department.isEmpty() || each.department().equals(department))
                .mapToLong(Stretch::days)
                .sum();
    }
}
