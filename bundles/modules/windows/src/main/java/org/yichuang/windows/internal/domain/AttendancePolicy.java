package org.yichuang.windows.internal.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What a centre sets about attendance. */
public final class AttendancePolicy {
    private static final String OFF = "off";
    private static final String ON = "on";
    private static final Pattern HALF_DAYS = Pattern.compile("T-T,T-T".replace("T", "([01]\\d|2[0-3]):[0-5]\\d"));

    /** When staff have to be there. */
    static final SettingDefinition HOURS = SettingDefinition.form(
            "policy.windows.attendance.hours",
            "09:00-12:00,13:30-17:00",
            AttendancePolicy::areHours,
            LocalizedMessage.of(AttendancePolicy.class, "hours.form"));

    /** How many minutes late or early are not counted. */
    static final SettingDefinition GRACE = SettingDefinition.number("policy.windows.attendance.grace", 0, 0, 30);

    /** For how many minutes somebody can go away without a leave. */
    static final SettingDefinition MINUTES = SettingDefinition.number("policy.windows.attendance.minutes", 20, 1, 120);

    /** Whether staff punch on their telephones. */
    static final SettingDefinition PHONE = SettingDefinition.choice("policy.windows.attendance.phone", OFF, OFF, ON);

    private AttendancePolicy() {}

    /** Two half-days that end after they begin, of which the second one does not begin before the first one is over. */
    private static boolean areHours(String value) {
        if (!HALF_DAYS.matcher(value).matches()) {
            return false;
        }
        String[] times = value.split("[-,]");
        return times[0].compareTo(times[1]) < 0
                && times[1].compareTo(times[2]) <= 0
                && times[2].compareTo(times[3]) < 0;
    }

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(HOURS, GRACE, MINUTES, PHONE);
    }

    static String hours(Tenant centre) {
        return said(centre, HOURS);
    }

    static int grace(Tenant centre) {
        return Integer.parseInt(said(centre, GRACE));
    }

    /** For how many minutes somebody can go away without a leave. */
    public static int minutes(Tenant centre) {
        return Integer.parseInt(said(centre, MINUTES));
    }

    /** Whether staff punch on their telephones. */
    public static boolean isByPhone(Tenant centre) {
        return said(centre, PHONE).equals(ON);
    }

    private static String said(Tenant centre, SettingDefinition setting) {
        return centre.policy(setting.key(), setting.usual()).strip();
    }
}
