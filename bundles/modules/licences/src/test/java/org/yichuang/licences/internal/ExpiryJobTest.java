package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import org.junit.Test;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.TestRun;

/** The end of validities keeps the contract of jobs, and takes the grant out of force. */
public class ExpiryJobTest extends LeasedJobContract {
    private final ModuleTransactions transactions = ModuleTransactions.open("licences", "documents");
    private final RegisterWorld register = new RegisterWorld(
            transactions, transactions.persistenceUnit(), transactions.persistenceUnit("documents"), new TestClock());

    @Override
    protected ModuleTransactions open() {
        return transactions;
    }

    @Override
    protected LeasedJob job() {
        return new ExpiryJob(transactions, register.rows, register.documents, register.messages, register.province);
    }

    /** Five years later all of them have run out. */
    @Override
    protected void leave(int many) {
        register.province.at("2026-03-02T09:00");
        for (int i = 1; i <= many; i++) {
            register.registered("C" + i, RegisterWorld.FOOD, HAIYANG);
        }
        transactions.entries().clear();
        register.province.at("2031-03-02T09:00");
    }

    @Override
    protected List<String> rows() {
        return transactions.texts("SELECT LICENCE || ' ' || STATE FROM LICENCES_LICENCE ORDER BY 1");
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, register.province.now(), "test");
    }

    @Test
    public void nothingEndsOnItsLastDay() {
        leave(1);
        register.province.at("2031-03-01T23:59");

        job().run(new TestRun(call(), transactions.lease("licences-expiry"), true));

        assertEquals(List.of("C1 VALID"), rows());
    }

    @Test
    public void theGrantIsVerifiedAsRunOut() {
        leave(1);

        job().run(new TestRun(call(), transactions.lease("licences-expiry"), true));

        assertEquals(List.of("C1 EXPIRED"), rows());
        String code = register.documents.of("case", "C1", call()).get(0).code();
        String reason = register.documents.verify(code, call()).orElseThrow().reason();
        assertTrue(reason, reason.contains("2031-03-01"));
        assertEquals("expired", register.told.get(0).kind());
    }
}
