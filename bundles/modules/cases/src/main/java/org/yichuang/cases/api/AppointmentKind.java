package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What the departments of a joint case do together on one day (C1.8). */
public enum AppointmentKind {
    /** 联合踏勘 */
    SURVEY,
    /** 联合审图 */
    DRAWING_REVIEW,
    /** 联合验收 */
    ACCEPTANCE,
    /** 联合检验 */
    INSPECTION;

    /** Whether it is held on the spot: what a department has seen there is the survey that its item demands. */
    public boolean isOnTheSpot() {
        return this != DRAWING_REVIEW;
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                AppointmentKind.class,
                "appointment." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
