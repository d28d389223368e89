package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService.Genuine;
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
        return new ExpiryJob(transactions, register.rows, register.renewals, register.messages, register.province);
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
        assertEquals("expired", register.told.get(0).kind());
        assertEquals(
                "it ended with its last day",
                LocalDate.of(2031, 3, 2),
                register.licences
                        .find("C1", register.as("clerk", HAIYANG))
                        .acts()
                        .get(0)
                        .on());
    }

    @Test
    public void whoVerifiesTheGrantIsToldOfTheDayBeforeAndAfterItIsNoted() {
        leave(1);
        String code = register.documents.of("case", "C1", call()).get(0).code();
        assertRunOut(register.documents.verify(code, call()).orElseThrow());
        job().run(new TestRun(call(), transactions.lease("licences-expiry"), true));
        assertRunOut(register.documents.verify(code, call()).orElseThrow());
    }

    private static void assertRunOut(Genuine found) {
        assertEquals(LocalDate.of(2031, 3, 2), found.revokedOn().orElseThrow());
        assertTrue(found.reason(), found.reason().contains("2031-03-01"));
    }

    @Test
    public void whatEndedLongAgoIsNotedAndNobodyIsToldAnyMore() {
        leave(1);
        register.province.at("2033-03-02T09:00");

        job().run(new TestRun(call(), transactions.lease("licences-expiry"), true));

        assertEquals(List.of("C1 EXPIRED"), rows());
        assertEquals(List.of(), register.told);
    }

    @Test
    public void oneThatCannotBeReadKeepsNoOther() {
        leave(2);
        transactions.sql("UPDATE LICENCES_LICENCE SET CONTENT='ruined' WHERE LICENCE='C1'");

        job().run(new TestRun(call(), transactions.lease("licences-expiry"), true));

        assertEquals(List.of("C1 VALID", "C2 EXPIRED"), rows());
    }
}
