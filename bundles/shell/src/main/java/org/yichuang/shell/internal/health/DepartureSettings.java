package org.yichuang.shell.internal.health;

import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** How a container ends; a change is in force at once. */
public final class DepartureSettings extends OperatorSettings<DepartureSettings.Values> {
    /** @param context where the configuration is followed once this is opened */
    public DepartureSettings(BundleContext context) {
        super(Values.class, context);
    }

    /** @param patience how long it goes on serving after it has been told to end */
    @ConfigurationPid("org.yichuang.shell")
    record Values(@Setting(key = "stop.patience", usual = "PT10S", least = "PT0S", most = "PT40S") Duration patience) {}
}
