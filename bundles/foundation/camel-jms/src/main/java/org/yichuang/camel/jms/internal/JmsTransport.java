package org.yichuang.camel.jms.internal;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The component {@code jms:} on one broker, reached over one connection. Nothing of it takes part in a transaction of
 * the database: what a route has taken is acknowledged after the route has ended, and given again when it failed.
 */
final class JmsTransport implements AutoCloseable {
    /** Shorter than a claim of the outbox lasts: a sender must know while the message is still its own. */
    private static final int ANSWER_MILLIS = 10_000;

    private static final int SESSIONS = 16;

    private final CachingConnectionFactory connections;
    private final JmsComponent component;

    JmsTransport(JmsSettings settings) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // The client looks for its connectors by name
        Thread.currentThread().setContextClassLoader(JmsTransport.class.getClassLoader());
        try {
            connections = new CachingConnectionFactory(broker(settings));
            connections.setSessionCacheSize(SESSIONS);
            connections.setCacheConsumers(false); // those of routes are kept by their routes
            connections.setReconnectOnException(true);
            component = new ProvenJms(settings.peers());
            component.setConnectionFactory(connections);
            component.setTransacted(true);
            component.setLazyCreateTransactionManager(false); // by the session: there is no manager of transactions
            component.setCacheLevelName("CACHE_CONSUMER");
            component.setConcurrentConsumers(settings.consumers());
            component.setDisableReplyTo(true); // where an answer goes is looked up, never read from a message
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static ConnectionFactory broker(JmsSettings settings) {
        ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(settings.address());
        broker.setCallTimeout(ANSWER_MILLIS);
        if (!settings.user().isEmpty()) {
            broker.setUser(settings.user());
            broker.setPassword(settings.password());
        }
        return broker;
    }

    JmsComponent component() {
        return component;
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
