package org.yichuang.fees.internal;

import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of fees; a change is in force at once. */
public final class FeeSettings extends OperatorSettings<FeeSettings.Values> {
    /** @param context where the configuration is followed once this is opened, null for the usual values only */
    public FeeSettings(BundleContext context) {
        super(Values.class, context);
    }

    /**
     * @param demo whether the fee items of the demonstration are drafted and published
     */
    @ConfigurationPid("org.yichuang.fees")
    record Values(@Setting(key = "demo", usual = "false") boolean demo) {}
}
