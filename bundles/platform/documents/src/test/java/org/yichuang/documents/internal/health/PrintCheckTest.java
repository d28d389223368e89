package org.yichuang.documents.internal.health;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import org.yichuang.documents.internal.PendingDocuments;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.testing.HealthCheckContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.centres.TestCentres;

/** The look at documents that are not printed keeps the contract of checks. */
public class PrintCheckTest extends HealthCheckContract {
    private final TestCentres province = new TestCentres();

    @Override
    protected ModuleTransactions open() {
        return ModuleTransactions.open("documents");
    }

    @Override
    protected ModuleCheck check(Transactions transactions) {
        DocumentRows rows = new DocumentRows(world.persistenceUnit(), new TestClock());
        return new PrintCheck(new PendingDocuments(rows, transactions, province));
    }

    @Override
    protected void makeTrouble() {
        world.sql("INSERT INTO DOCUMENTS_PENDING (TENANT, DOCUMENT, DUE_MICROS, SINCE_MICROS, ATTEMPTS) VALUES ('"
                + HAIYANG + "', 'd1', 0, 0, 9)");
    }
}
