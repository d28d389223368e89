package org.yichuang.kernel.api.settings;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the configuration admin has at this moment: it tells followers later, in a thread of its own. */
final class PresentConfiguration {
    private PresentConfiguration() {}

    /** The properties of a configuration; empty when there is none. */
    static Optional<Dictionary<String, Object>> read(BundleContext context, String pid) {
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        ConfigurationAdmin admin = reference == null ? null : context.getService(reference);
        if (admin == null) {
            return Optional.empty();
        }
        try {
            Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? Optional.empty() : Optional.ofNullable(found[0].getProperties());
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("The configuration " + pid + " cannot be read", e);
        } finally {
            context.ungetService(reference);
        }
    }
}
