package org.yichuang.camel.jms.internal;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The component {@code jms:} for bytes and texts; all else comes as a message without a body. Where the broker says of
 * each message which user has sent it, and the settings for which centres that one speaks, they come along as the
 * property {@code yichuangPeers} of the exchange.
 */
final class ProvenJms extends JmsComponent {
    /** A property, which nobody outside can write. */
    static final String PEERS = "yichuangPeers";

    private static final Logger LOG = LoggerFactory.getLogger(ProvenJms.class);

    /** What the broker writes over whatever the sender has written there ({@code populate-validated-user}). */
    private static final String USER = "_AMQ_VALIDATED_USER";

    private final Map<String, Set<String>> peers;

    /** @param peers the centres for which each user speaks, any other one for nobody; empty where nobody has said so */
    ProvenJms(Map<String, Set<String>> peers) {
        this.peers = peers;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Endpoint endpoint = super.createEndpoint(uri, remaining, parameters);
        if (endpoint instanceof JmsEndpoint jms) {
            jms.setBinding(new ProvenBinding(jms));
        }
        return endpoint;
    }

    private Set<String> peers(Message message) {
        try {
            String user = message.getStringProperty(USER);
            return user == null ? Set.of() : peers.getOrDefault(user, Set.of());
        } catch (JMSException e) {
            LOG.debug("A message does not say who has sent it", e);
            return Set.of();
        }
    }

    private final class ProvenBinding extends JmsBinding {
        private ProvenBinding(JmsEndpoint endpoint) {
            super(endpoint);
        }

        /** What failed here would do so before any step of its route, and be given again for ever. */
        @Override
        public Object extractBodyFromJms(Exchange exchange, Message message) {
            return message instanceof BytesMessage || message instanceof TextMessage
                    ? super.extractBodyFromJms(exchange, message)
                    : null;
        }

        @Override
        public Map<String, Object> extractHeadersFromJms(Message message, Exchange exchange) {
            if (!peers.isEmpty()) {
                exchange.setProperty(PEERS, peers(message));
            }
            return super.extractHeadersFromJms(message, exchange);
        }
    }
}
