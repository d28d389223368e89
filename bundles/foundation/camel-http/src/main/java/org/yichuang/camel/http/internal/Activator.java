package org.yichuang.camel.http.internal;

import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.apache.camel.Component;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the component {@code https:} for as long as certificates are configured; follows the configuration. */
public final class Activator implements BundleActivator, ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(Activator.class);
    private static final String PID = "org.yichuang.camel.http";

    private BundleContext context;
    private ServiceRegistration<Component> offered;

    @Override
    public void start(BundleContext bundle) {
        context = bundle;
        bundle.registerService(ManagedService.class, this, new Hashtable<>(Map.of("service.pid", PID)));
    }

    @Override
    public synchronized void stop(BundleContext bundle) {
        withdraw();
    }

    /** What makes no sense is refused as a whole, and what was in force before stays. */
    @Override
    public synchronized void updated(Dictionary<String, ?> properties) throws ConfigurationException {
        HttpsSettings settings = HttpsSettings.read(texts(properties));
        withdraw();
        if (settings.isOn()) {
            offered = context.registerService(
                    Component.class,
                    new HttpsComponent(settings),
                    new Hashtable<>(Map.of("camel.scheme", "https", "certificates", settings.certificates())));
            LOG.info("Messages can travel by HTTPS, port {}", settings.port());
        }
    }

    /** The routes that use it end with it, and the component after them. */
    private void withdraw() {
        if (offered != null) {
            offered.unregister();
            offered = null;
        }
    }

    private static Map<String, String> texts(Dictionary<String, ?> properties) {
        Map<String, String> texts = new HashMap<>();
        if (properties != null) {
            Collections.list(properties.keys())
                    .forEach(
                            key -> texts.put(key, properties.get(key).toString().strip()));
        }
        return texts;
    }
}
