package org.yichuang.camel.http.internal;

import java.net.URI;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Another deployment, or what all others write here. */
final class HttpsEndpoint extends DefaultEndpoint {
    private final HttpsComponent component;
    private final URI address;

    /** @param address where the other one is; null for what comes here */
    HttpsEndpoint(String uri, HttpsComponent component, URI address) {
        super(uri, component);
        this.component = component;
        this.address = address;
    }

    @Override
    public Producer createProducer() {
        if (address == null) {
            throw new UnsupportedOperationException("Nobody writes to himself");
        }
        return new HttpsProducer(this, component, address);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (address != null) {
            throw new UnsupportedOperationException("What comes is taken from https:" + HttpsComponent.IN);
        }
        HttpsConsumer consumer = new HttpsConsumer(this, component, processor);
        configureConsumer(consumer);
        return consumer;
    }
}
