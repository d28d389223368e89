package org.yichuang.tenancy.internal;

import java.nio.file.Path;

/** What the wiring file cannot say itself. */
public final class Wiring {
    private Wiring() {}

    /** Where the holiday notices lie. */
    public static Path calendarFolder() {
        return Path.of(System.getProperty("karaf.etc", "etc"), "yichuang", "calendars");
    }
}
