package org.yichuang.pages.internal;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of the pages; a change is in force at once. */
public final class Settings extends OperatorSettings<Settings.Values> {
    private final Path crests;

    /**
     * With the usual values only.
     *
     * @param crests the folder with the centres' crests
     */
    public Settings(String crests) {
        this(crests, null);
    }

    /** @param context where the configuration is followed once this is opened */
    public Settings(String crests, BundleContext context) {
        super(Values.class, context);
        this.crests = Path.of(crests);
    }

    /** The folder with the centres' crests, which the container decides. */
    Path crests() {
        return crests;
    }

    /**
     * @param secure whether cookies are for HTTPS only
     * @param site the site's own address as people type it, empty to go by what they have typed
     * @param gallery whether the components are shown under {@code /_components}
     */
    @ConfigurationPid("org.yichuang.pages")
    record Values(
            @Setting(key = "cookies.secure", usual = "false") boolean secure,
            @Setting(key = "site.address", usual = "", most = "500") String site,
            @Setting(key = "gallery", usual = "false") boolean gallery) {
        /** The site's own address without a slash at its end. */
        String address() {
            return site.replaceFirst("/+$", "");
        }
    }
}
