package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How an application has come in; on every case, so that the ways can be counted. */
public enum CaseChannel {
    /** Handed over at a window. */
    WINDOW,
    /** Handed in by the applicant's own account. */
    ONLINE,
    /** At a window, at a time agreed before. */
    APPOINTMENT,
    /** Through an agent of the centre (代办). */
    AGENCY,
    HOTLINE,
    /** At a point of service of a village or a street. */
    VILLAGE,
    POST,
    FAX,
    EMAIL;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(CaseChannel.class, "channel." + name().toLowerCase(Locale.ROOT));
    }
}
