package org.yichuang.linkage.internal.routes;

import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.LinkedCases;
import org.yichuang.journal.api.Outbox;

/** Wakes the relay when a message has been committed, so that it leaves within milliseconds. */
public class OutboxListener {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxListener.class);

    private final ProducerTemplate camel;
    private AutoCloseable registration = () -> {};

    public OutboxListener(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The outbox has come (again). */
    public synchronized void bound(Outbox outbox) {
        if (outbox != null) {
            registration = outbox.onMessage(LinkedCases.TOPIC, this::wake);
        }
    }

    /** The outbox goes. */
    public synchronized void unbound(Outbox outbox) throws Exception {
        registration.close();
        registration = () -> {};
    }

    /** The committing thread has done its work: whatever is wrong here, the poll will find the message. */
    private void wake() {
        try {
            camel.sendBody(LinkageRoutes.WAKE, null);
        } catch (RuntimeException e) {
            LOG.debug("The relay was not woken", e);
        }
    }
}
