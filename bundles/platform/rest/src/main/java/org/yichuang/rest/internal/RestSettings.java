package org.yichuang.rest.internal;

import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of the API; a change is in force at once. */
public final class RestSettings extends OperatorSettings<RestSettings.Values> {
    /** With the usual values only. */
    public RestSettings() {
        this(null);
    }

    /** @param context where the configuration is followed once this is opened */
    public RestSettings(BundleContext context) {
        super(Values.class, context);
    }

    /** @param bodyLimit the largest body of all, in bytes */
    @ConfigurationPid("org.yichuang.rest")
    record Values(
            @Setting(key = "body.limit", usual = "67108864", least = "1", most = "1099511627776", unit = "bytes")
                    long bodyLimit) {}
}
