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
 * @param gallery whether the components are shown under {@code /_components}
 */
public record Settings(Path crests, Duration idle, Duration longest, boolean secure, boolean gallery) {
    /** From the configuration. */
    public static Settings of(String crests, long idleMinutes, long longestHours, boolean secure, boolean gallery) {
        return new Settings(
                Path.of(crests), Duration.ofMinutes(idleMinutes), Duration.ofHours(longestHours), secure, gallery);
    }
}
