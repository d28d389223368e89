package org.yichuang.linkage.internal.routes;

import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the relay when a message has been committed, so that it leaves within milliseconds. */
public class Waker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);

    private final ProducerTemplate camel;

    public Waker(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The committing thread has done its work: whatever is wrong here, the poll will find the message. */
    @Override
    public void run() {
        try {
            camel.sendBody(LinkageRoutes.WAKE, null);
        } catch (RuntimeException e) {
            LOG.debug("The relay was not woken", e);
        }
    }
}
