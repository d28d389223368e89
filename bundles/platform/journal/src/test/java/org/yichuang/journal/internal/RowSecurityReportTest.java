package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.After;
import org.junit.Test;
import org.yichuang.journal.internal.RowSecurityReport.State;

public class RowSecurityReportTest {
    private final Store store = Store.POSTGRESQL;
    private final RowSecurityReport reports =
            new RowSecurityReport(new TransactionBoundary(Store.MANAGER, store.source()));

    @After
    public void restore() {
        store.run("ALTER TABLE THING ENABLE ROW LEVEL SECURITY");
        store.run("REVOKE postgres FROM application");
        store.run("ALTER ROLE application NOBYPASSRLS");
    }

    @Test
    public void whereARoleThatOwnsNothingWorksItIsEnforced() {
        assertEquals(State.ENFORCED, reports.look().state());
        assertEquals(List.of(), reports.look().open());
    }

    @Test
    public void aTableWithoutPoliciesIsNamed() {
        store.run("ALTER TABLE THING DISABLE ROW LEVEL SECURITY");

        assertEquals(State.INCOMPLETE, reports.look().state());
        assertEquals(List.of("thing"), reports.look().open());
    }

    @Test
    public void whoOwnsTheTablesIsNotBound() {
        store.run("GRANT postgres TO application");

        assertEquals(State.ONE_ROLE, reports.look().state());
    }

    @Test
    public void whomTheServerExceptsIsNotBound() {
        store.run("ALTER ROLE application BYPASSRLS");

        assertEquals(State.EXCEPTED, reports.look().state());
    }

    @Test
    public void derbyHasNone() {
        TransactionBoundary derby = new TransactionBoundary(Store.MANAGER, Store.DERBY.source());

        assertEquals(State.UNKNOWN_HERE, new RowSecurityReport(derby).look().state());
    }
}
