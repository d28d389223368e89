package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.tenancy.api.SettingDefinition;

/** How long a centre lets applicants hand in afterwards, and takes itself to check what they declare. */
public final class PromisePolicy {
    /** How many working days a material may follow where the item does not say it (R3-19). */
    public static final SettingDefinition DEFERRAL = SettingDefinition.number("policy.cases.deferral.days", 10, 1, 20);

    /** How many working days before the last one the applicant is reminded. */
    public static final SettingDefinition REMINDER =
            SettingDefinition.number("policy.cases.deferral.reminder.days", 2, 1, 10);

    /** Within how many working days of the acceptance a declaration is checked (R3-20). */
    public static final SettingDefinition CHECK = SettingDefinition.number("policy.cases.declaration.days", 40, 1, 250);

    private final CommandContext now;

    PromisePolicy(CommandContext now) {
        this.now = now;
    }

    /** The last day on which a material may follow. */
    LocalDate latest(RequiredMaterial material) {
        int days = material.workingDays() == null ? days(DEFERRAL) : material.workingDays();
        return Deadlines.addWorkdays(now.today(), days, now.calendar());
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
