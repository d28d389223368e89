package org.yichuang.shell.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.yichuang.kernel.api.CallContext;

/** Timestamps as people at a centre read them on the wall. */
public final class Timestamps {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(CallContext.ZONE);

    private Timestamps() {}

    /** In the zone of every date (R2-10), to the millisecond. */
    public static String text(Instant moment) {
        return FORM.format(moment);
    }
}
