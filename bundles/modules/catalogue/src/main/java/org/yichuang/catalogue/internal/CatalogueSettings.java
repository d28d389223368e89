package org.yichuang.catalogue.internal;

import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** The settings of the catalogue; a change is in force at once. */
public final class CatalogueSettings extends OperatorSettings<CatalogueSettings.Values> {
    /** With the usual values only. */
    public CatalogueSettings() {
        this(null);
    }

    /** @param context where the configuration is followed once this is opened */
    public CatalogueSettings(BundleContext context) {
        super(Values.class, context);
    }

    /**
     * @param demo whether the files of the demonstration are imported
     */
    @ConfigurationPid("org.yichuang.catalogue")
    record Values(@Setting(key = "demo", usual = "false") boolean demo) {}
}
