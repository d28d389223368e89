package org.yichuang.pages.internal;

import java.nio.file.Path;
import org.yichuang.kernel.api.OperatorSetting;

/**
 * What the operator may set.
 *
 * @param crests the folder with the centres' crests
 * @param secure whether cookies are for HTTPS only
 * @param address the site's own address as people type it, empty to go by what they have typed
 * @param gallery whether the components are shown under {@code /_components}
 */
public record Settings(Path crests, boolean secure, String address, boolean gallery) {
    private static final String FILE = "org.yichuang.pages.cfg ";

    /** From the configuration. */
    public static Settings of(String crests, String secure, String address, String gallery) {
        return new Settings(
                Path.of(crests),
                OperatorSetting.flag(FILE + "cookies.secure", secure, false),
                address.strip().replaceFirst("/+$", ""),
                OperatorSetting.flag(FILE + "gallery", gallery, false));
    }
}
