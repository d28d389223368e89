package org.yichuang.tenancy.internal;

import java.nio.file.Path;
import java.time.Clock;
import org.yichuang.kernel.api.CallContext;

/** What the wiring file cannot say itself. */
public final class Wiring {
    private Wiring() {}

    /** The platform's clock on that of the machine; the only place that asks the machine. */
    public static PlatformClock clock() {
        return new PlatformClock(Clock.system(CallContext.ZONE));
    }

    /** Where the holiday notices lie. */
    public static Path calendarFolder() {
        return Path.of(System.getProperty("karaf.etc", "etc"), "yichuang", "calendars");
    }
}
