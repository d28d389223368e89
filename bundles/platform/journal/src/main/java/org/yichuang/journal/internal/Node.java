package org.yichuang.journal.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.Ids;

/** This container, from one start to the next: a restarted one is another one, so that it cannot act on old leases. */
public class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final int CHARACTERS = 12;

    private final String id = Ids.secret(CHARACTERS);

    public Node() {
        LOG.info("This container is node {}", id);
    }

    /** Its name in leases and access chains. */
    public String id() {
        return id;
    }
}
