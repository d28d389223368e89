package org.yichuang.camel.jms.internal;

import java.util.Map;
import org.apache.camel.Component;
import org.osgi.service.cm.ConfigurationException;

/** The component {@code jms:} as the bundle offers it, for tests of those who use it. */
public final class TestTransport implements AutoCloseable {
    private final JmsTransport transport;

    /** @param url where the broker is */
    public TestTransport(String url) throws ConfigurationException {
        this(url, "");
    }

    /**
     * One that knows who has sent what it takes.
     *
     * @param url where the broker is
     * @param peers for which centres each of its users speaks, as operators write it
     */
    public TestTransport(String url, String peers) throws ConfigurationException {
        this(Map.of("url", url, "peers", peers));
    }

    /** One by the settings of an operator. */
    public TestTransport(Map<String, String> settings) throws ConfigurationException {
        transport = new JmsTransport(JmsSettings.read(settings));
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
