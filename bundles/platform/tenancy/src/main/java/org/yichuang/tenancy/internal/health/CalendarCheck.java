package org.yichuang.tenancy.internal.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Calendars;

/** Are the holidays of this year and, from November on, of the next one known (R2-04)? */
class CalendarCheck extends ModuleCheck {
    private static final String NATIONAL = "000000";
    private static final int NOTICE_MONTH = 11;

    private final Calendars calendars;
    private final PlatformClock clock;

    CalendarCheck(Calendars calendars, PlatformClock clock) {
        super("calendars", DOCTOR);
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    protected List<Finding> look() {
        LocalDate today = clock.clock().instant().atZone(CallContext.ZONE).toLocalDate();
        Set<Integer> years = calendars.loaded().stream()
                .filter(notice -> notice.region().equals(NATIONAL))
                .map(Calendars.Imported::year)
                .collect(Collectors.toSet());
        LocalizedMessage advice = LocalizedMessage.of(CalendarCheck.class, "calendar-check.import");
        int year = today.getYear();
        if (!years.contains(year)) {
            return List.of(Finding.fail(
                    LocalizedMessage.of(CalendarCheck.class, "calendar-check.notice-not-loaded-all-deadlines", year),
                    advice));
        }
        if (!years.contains(year + 1)) {
            LocalizedMessage missing =
                    LocalizedMessage.of(CalendarCheck.class, "calendar-check.next-missing", year + 1);
            return List.of(today.getMonthValue() >= NOTICE_MONTH ? Finding.warn(missing, advice) : Finding.ok(missing));
        }
        return List.of(Finding.ok(LocalizedMessage.of(CalendarCheck.class, "calendar-check.loaded", year, (year + 1))));
    }
}
