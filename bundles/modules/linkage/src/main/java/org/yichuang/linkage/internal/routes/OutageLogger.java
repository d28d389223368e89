package org.yichuang.linkage.internal.routes;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the outbox cannot be reached, and once that it can again, instead of every second. */
class OutageLogger {
    private static final Logger LOG = LoggerFactory.getLogger(OutageLogger.class);

    private final AtomicBoolean lasts = new AtomicBoolean();

    void began(Throwable cause) {
        if (lasts.compareAndSet(false, true)) {
            LOG.warn("The outbox cannot be reached; messages wait: {}", cause.toString());
        } else {
            LOG.debug("The outbox still cannot be reached", cause);
        }
    }

    void ended() {
        if (lasts.compareAndSet(true, false)) {
            LOG.info("The outbox can be reached again");
        }
    }
}
