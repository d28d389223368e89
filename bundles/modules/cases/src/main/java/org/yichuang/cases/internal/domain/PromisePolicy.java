package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.tenancy.api.SettingDefinition;

/** How long a centre lets applicants hand in afterwards, and takes itself to check what they declare. */
public final class PromisePolicy {
    /** How many working days a material may follow where the item does not say it (R3-19). */
    public static final SettingDefinition DEFERRAL = SettingDefinition.number("policy.cases.deferral.days", 10, 1, 20);

    /** How many working days before the end of the promised limit, else of the law's, a material has to be there. */
    public static final SettingDefinition MARGIN =
            SettingDefinition.number("policy.cases.deferral.margin.days", 2, 0, 10);

    /** How many working days before the last one the applicant is reminded. */
    public static final SettingDefinition REMINDER =
            SettingDefinition.number("policy.cases.deferral.reminder.days", 2, 1, 10);

    /** Within how many working days of the acceptance a declaration is checked (R3-20). */
    public static final SettingDefinition CHECK = SettingDefinition.number("policy.cases.declaration.days", 40, 1, 250);

    private final CommandContext now;

    PromisePolicy(CommandContext now) {
        this.now = now;
    }

    /**
     * The last day on which a material may follow: nothing is granted before, and the limit does not wait, so that some
     * days of it are left for the decision (R3-19). None where the limit leaves no time.
     */
    Optional<LocalDate> latest(RequiredMaterial material, ItemLabels item) {
        int most = material.workingDays() == null ? days(DEFERRAL) : material.workingDays();
        Optional<LocalDate> due = Optional.ofNullable(item.promised() == null ? item.statutory() : item.promised())
                .flatMap(limit -> Deadlines.due(now.today(), limit, List.of(), null, now.calendar())
                        .due());
        return IntStream.rangeClosed(1, most)
                .map(days -> most + 1 - days)
                .filter(days -> due.isEmpty() || !after(days + days(MARGIN)).isAfter(due.get()))
                .mapToObj(this::after)
                .findFirst();
    }

    private LocalDate after(int workingDays) {
        return Deadlines.addWorkdays(now.today(), workingDays, now.calendar());
    }

    /** The day by which a declaration is checked. */
    LocalDate check() {
        return Deadlines.addWorkdays(now.today(), days(CHECK), now.calendar());
    }

    /** Whether the last day is so near that the applicant is reminded. */
    boolean isNear(LocalDate until) {
        return Deadlines.workdaysLeft(now.today(), until, now.calendar()) <= days(REMINDER);
    }

    private int days(SettingDefinition setting) {
        return Integer.parseInt(now.here().policy(setting.key(), setting.usual()));
    }
}
