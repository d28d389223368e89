package org.yichuang.pages.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.yichuang.kernel.api.OperatorSetting;

/**
 * What the operator may set.
 *
 * @param crests the folder with the centres' crests
 * @param idle after how much silence a session ends
 * @param longest when it ends in any case
 * @param secure whether cookies are for HTTPS only
 * @param address the site's own address as people type it, empty to go by what they have typed
 * @param gallery whether the components are shown under {@code /_components}
 */
public record Settings(Path crests, Duration idle, Duration longest, boolean secure, String address, boolean gallery) {
    private static final String FILE = "org.yichuang.pages.cfg ";

    /** From the configuration. */
    public static Settings of(
            String crests, String idleMinutes, String longestHours, String secure, String address, String gallery) {
        return new Settings(
                Path.of(crests),
                Duration.ofMinutes(OperatorSetting.number(FILE + "session.idle.minutes", idleMinutes, 1, 30)),
                Duration.ofHours(OperatorSetting.number(FILE + "session.longest.hours", longestHours, 1, 12)),
                OperatorSetting.flag(FILE + "cookies.secure", secure, false),
                address.strip().replaceFirst("/+$", ""),
                OperatorSetting.flag(FILE + "gallery", gallery, false));
    }
}
