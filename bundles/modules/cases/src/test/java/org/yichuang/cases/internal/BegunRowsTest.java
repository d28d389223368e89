package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.internal.persistence.BegunRows;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.testing.ModuleTransactions;

/** What the catalogue is told of cases under its items. */
public class BegunRowsTest {
    private static ModuleTransactions transactions;
    private final BegunRows rows = new BegunRows();
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
    }

    @Test
    public void ofALongListOnlyWhatIsAskedForHereIsCounted() {
        centres.submit(Items.SIMPLE, null, HAIYANG);
        centres.submit(Items.SIMPLE, null, HAIYANG);
        List<String> many = new ArrayList<>(List.of(Items.SIMPLE));
        for (int i = 0; i < 1_200; i++) {
            many.add("N-" + i);
        }
        assertEquals(Map.of(Items.SIMPLE, 2), read(unit -> rows.begun(many, Instant.EPOCH, unit)));
        assertEquals(Map.of(), read(unit -> rows.begun(List.of(), Instant.EPOCH, unit)));
    }

    @Test
    public void whatHasEndedDoesNotGoOn() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.submit(Items.SIMPLE, null, HAIYANG);
        assertEquals((Integer) 2, read(unit -> rows.running(Items.SIMPLE, unit)));
        centres.service.withdraw(
                number, new CaseRequests.Withdraw("不办了", CaseProof.onPaper("档案盒")), centres.clerk(HAIYANG));
        assertEquals((Integer) 1, read(unit -> rows.running(Items.SIMPLE, unit)));
        assertEquals((Integer) 0, read(unit -> rows.running("nothing", unit)));
    }

    private <T> T read(Function<UnitOfWork, T> question) {
        return transactions.read(centres.clerk(HAIYANG), question::apply);
    }
}
