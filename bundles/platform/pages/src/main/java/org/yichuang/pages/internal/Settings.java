package org.yichuang.pages.internal;

import java.nio.file.Path;
import java.time.Duration;

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
    /** From the configuration. */
    public static Settings of(
            String crests, long idleMinutes, long longestHours, boolean secure, String address, boolean gallery) {
        return new Settings(
                Path.of(crests),
                Duration.ofMinutes(idleMinutes),
                Duration.ofHours(longestHours),
                secure,
                address.strip().replaceFirst("/+$", ""),
                gallery);
    }
}
