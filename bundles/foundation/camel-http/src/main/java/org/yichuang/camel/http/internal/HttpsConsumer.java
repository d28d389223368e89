package org.yichuang.camel.http.internal;

import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Has its route take what another deployment writes, on the thread that it comes on. */
final class HttpsConsumer extends DefaultConsumer {
    /** Whom the certificate of the other side names; a property, which nobody outside can write. */
    static final String PEERS = "yichuangPeers";

    private final HttpsComponent component;

    HttpsConsumer(HttpsEndpoint endpoint, HttpsComponent component, Processor processor) {
        super(endpoint, processor);
        this.component = component;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        component.open(this);
    }

    @Override
    protected void doStop() throws Exception {
        component.close(this);
        super.doStop();
    }

    /**
     * Returns when the route has come to its end; fails with what the route fails with.
     *
     * @param body bytes, or where they are many a stream of them
     */
    void take(Object body, Map<String, String> headers, Set<String> peers) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.setProperty(PEERS, peers);
            headers.forEach(exchange.getMessage()::setHeader);
            exchange.getMessage().setBody(body);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
