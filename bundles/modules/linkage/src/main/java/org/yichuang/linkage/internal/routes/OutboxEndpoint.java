package org.yichuang.linkage.internal.routes;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** What routes take from; messages are put into the outbox by transactions, not by routes. */
class OutboxEndpoint extends DefaultEndpoint {
    private final OutboxComponent component;
    private final Pace pace;

    OutboxEndpoint(String uri, OutboxComponent component, Pace pace) {
        super(uri, component);
        this.component = component;
        this.pace = pace;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Messages are written into the outbox in a transaction");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        OutboxConsumer consumer = new OutboxConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    OutboxComponent outboxComponent() {
        return component;
    }

    Pace pace() {
        return pace;
    }

    /**
     * How it is looked at.
     *
     * @param workers how many messages are carried at a time
     * @param most how many are claimed at a time
     * @param poll how often it is looked at without being told, in milliseconds
     * @param claim how long what is claimed is ours, in milliseconds
     */
    record Pace(int workers, int most, long poll, long claim) {}
}
