package org.yichuang.camel.jms.internal;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsEndpoint;

/**
 * The component {@code jms:} where the broker says of each message which user has sent it, and the settings for which
 * centres that one speaks: they come along as the property {@code yichuangPeers} of the exchange.
 */
final class ProvenJms extends JmsComponent {
    /** A property, which nobody outside can write. */
    static final String PEERS = "yichuangPeers";

    /** What the broker writes over whatever the sender has written there ({@code populate-validated-user}). */
    private static final String USER = "_AMQ_VALIDATED_USER";

    private final Map<String, Set<String>> peers;

    /** @param peers the centres for which each user speaks; any other user speaks for nobody */
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

    private final class ProvenBinding extends JmsBinding {
        private ProvenBinding(JmsEndpoint endpoint) {
            super(endpoint);
        }

        @Override
        public Map<String, Object> extractHeadersFromJms(Message message, Exchange exchange) {
            try {
                String user = message.getStringProperty(USER);
                exchange.setProperty(PEERS, user == null ? Set.of() : peers.getOrDefault(user, Set.of()));
            } catch (JMSException e) {
                throw new IllegalStateException("A message does not say who has sent it", e);
            }
            return super.extractHeadersFromJms(message, exchange);
        }
    }
}
