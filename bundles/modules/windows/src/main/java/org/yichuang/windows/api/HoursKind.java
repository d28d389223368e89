package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** On which days a place is open in some hours; none of them makes a working day of the calendar. */
public enum HoursKind {
    /** On working days (正常). */
    NORMAL,
    /** On working days beyond the usual hours, and at week-ends (延时). */
    EXTENDED,
    /** At week-ends and on public holidays, for those who have booked (节假日预约). */
    HOLIDAY;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(HoursKind.class, "hours." + name());
    }
}
