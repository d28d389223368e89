package org.yichuang.camel.jms.internal;

import java.util.Map;
import org.apache.camel.Component;
import org.osgi.service.cm.ConfigurationException;

/** The component {@code jms:} as the bundle offers it, for tests of those who use it. */
public final class TestTransport implements AutoCloseable {
    private final JmsTransport transport;

    /** @param url where the broker is */
    public TestTransport(String url) throws ConfigurationException {
        transport = new JmsTransport(JmsSettings.read(Map.of("url", url)));
    }

    /** The component. */
    public Component component() {
        return transport.component();
    }

    @Override
    public void close() {
        transport.close();
    }
}
