package org.yichuang.camel.jms.internal;

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

/** Offers the component {@code jms:} for as long as a broker is configured; follows the configuration. */
public final class Activator implements BundleActivator, ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(Activator.class);
    private static final String PID = "org.yichuang.camel.jms";

    private BundleContext context;
    private JmsTransport transport;
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
        JmsSettings settings = JmsSettings.read(texts(properties));
        withdraw();
        if (settings.url().isEmpty()) {
            return;
        }
        transport = new JmsTransport(settings);
        offered = context.registerService(
                Component.class,
                transport.component(),
                new Hashtable<>(Map.of(
                        "camel.scheme",
                        "jms",
                        "certificates",
                        settings.certificates().toArray(String[]::new))));
        LOG.info("Messages can travel over {}", settings);
        if (!settings.isEncrypted()) {
            LOG.warn(
                    "They do so in clear, and so does the password: there is neither keystore.file nor truststore.file");
        }
    }

    /** The routes that use it end before its connection does. */
    private void withdraw() {
        if (transport != null) {
            offered.unregister();
            transport.close();
            transport = null;
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
