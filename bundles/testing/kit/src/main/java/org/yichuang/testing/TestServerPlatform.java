package org.yichuang.testing;

import javax.transaction.TransactionManager;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Tells EclipseLink of the transaction manager, as Aries JPA does in the container. */
public class TestServerPlatform extends ServerPlatformBase {
    public TestServerPlatform(DatabaseSession session) {
        super(session);
        disableRuntimeServices();
    }

    @Override
    public Class<?> getExternalTransactionControllerClass() {
        return Controller.class;
    }

    /** Joins the tests' transaction manager. */
    public static class Controller extends JTATransactionController {
        @Override
        protected TransactionManager acquireTransactionManager() {
            return TestTransactionManager.INSTANCE;
        }
    }
}
