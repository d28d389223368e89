package org.yichuang.linkage.internal.routes;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.yichuang.journal.api.Outbox;
import org.yichuang.linkage.internal.CentreEndpoints;
import org.yichuang.linkage.internal.LinkedModules;

/**
 * The outbox as a place that routes begin at: {@code outbox:linkage?workers=4&poll=1000&claim=20000&most=32}. Every
 * message that is due is claimed, and handed to the route as an {@link Outbox.Pending}; what became of it the route
 * writes down, else the claim lapses and it comes again.
 */
public class OutboxComponent extends DefaultComponent {
    private final Outbox outbox;
    private final LinkedModules modules;
    private final OutboxSignal signal;
    private final CentreEndpoints endpoints;
    private final OutageLogger outage = new OutageLogger();

    /**
     * Begins.
     *
     * @param modules whose messages are carried
     * @param signal what tells of new ones
     * @param endpoints how each receiver is reached, and whether it is
     */
    public OutboxComponent(Outbox outbox, LinkedModules modules, OutboxSignal signal, CentreEndpoints endpoints) {
        this.outbox = outbox;
        this.modules = modules;
        this.signal = signal;
        this.endpoints = endpoints;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new OutboxEndpoint(
                uri,
                this,
                new OutboxEndpoint.Pace(
                        getAndRemoveParameter(parameters, "workers", Integer.class, 4),
                        getAndRemoveParameter(parameters, "most", Integer.class, 32),
                        getAndRemoveParameter(parameters, "poll", Long.class, 1_000L),
                        getAndRemoveParameter(parameters, "claim", Long.class, 20_000L)));
    }

    Outbox outbox() {
        return outbox;
    }

    LinkedModules modules() {
        return modules;
    }

    OutboxSignal signal() {
        return signal;
    }

    CentreEndpoints endpoints() {
        return endpoints;
    }

    OutageLogger outage() {
        return outage;
    }
}
