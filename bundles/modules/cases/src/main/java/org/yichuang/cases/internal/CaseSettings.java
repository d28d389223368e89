package org.yichuang.cases.internal;

import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of cases; the module begins anew when they change. */
public final class CaseSettings extends OperatorSettings<CaseSettings.Values> {
    /** With the usual values only. */
    public CaseSettings() {
        this(null);
    }

    /** @param context where the configuration is followed once this is opened */
    public CaseSettings(BundleContext context) {
        super(Values.class, context);
    }

    /**
     * @param timer seconds between two looks at what is due
     * @param uploads for how many days files are kept that no case names; longer than unfinished applications
     */
    @ConfigurationPid("org.yichuang.cases")
    record Values(
            @Setting(key = "timer.seconds", usual = "30", least = "1", most = "3600", unit = "s") int timer,
            @Setting(key = "uploads.days", usual = "45", least = "1", most = "3650", unit = "d") int uploads) {}
}
