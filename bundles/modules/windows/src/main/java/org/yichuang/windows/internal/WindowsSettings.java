package org.yichuang.windows.internal;

import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of the hall that are the operator's; a change is in force at once. */
public final class WindowsSettings extends OperatorSettings<WindowsSettings.Values> {
    /** With the usual values only. */
    public WindowsSettings() {
        this(null);
    }

    /** @param context where the configuration is followed once this is opened */
    public WindowsSettings(BundleContext context) {
        super(Values.class, context);
    }

    /**
     * @param demo whether the halls of the demonstration are set up
     */
    @ConfigurationPid("org.yichuang.windows")
    record Values(@Setting(key = "demo", usual = "false") boolean demo) {}
}
