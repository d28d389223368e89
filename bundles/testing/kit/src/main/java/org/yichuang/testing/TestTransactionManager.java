package org.yichuang.testing;

import javax.transaction.xa.XAException;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;

/** The transaction manager of the container, one for all tests of a build. */
public final class TestTransactionManager {
    /** The one. */
    public static final GeronimoTransactionManager INSTANCE = open();

    private TestTransactionManager() {}

    private static GeronimoTransactionManager open() {
        try {
            return new GeronimoTransactionManager();
        } catch (XAException e) {
            throw new IllegalStateException(e);
        }
    }
}
