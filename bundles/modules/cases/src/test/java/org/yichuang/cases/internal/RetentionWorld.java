package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.yichuang.cases.internal.RetentionCommands.Propose;
import org.yichuang.cases.internal.RetentionViews.DueView;
import org.yichuang.cases.internal.RetentionViews.RemovalView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** Centres with cases that are over, and who keeps the archive. */
abstract class RetentionWorld {
    static final PageRequest ALL = PageRequest.of(200, null);
    /** Thirty years after the end of the year in which everything here happens. */
    static final String DUE = "2057-01-01T09:00";

    static ModuleTransactions transactions;
    Centres centres;
    CaseRetention retention;

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
        retention = centres.retained.retention();
    }

    CallContext archivist(TenantId centre) {
        return centres.as("dang", CasesDescriptor.ARCHIVIST, Set.of(), centre);
    }

    CallContext manager(TenantId centre) {
        return centres.as("centre-manager", centre);
    }

    /** One whose result has been made out, with a file. */
    String issued(TenantId centre) {
        String number = centres.service
                .submit(
                        centres.whole(Centres.application(Items.SIMPLE, null), centres.clerk(centre)),
                        centres.clerk(centre))
                .number();
        centres.service.accept(number, ACCEPT, centres.clerk(centre));
        centres.service.decide(number, GRANT, centres.chief(centre));
        centres.service.issue(number, ISSUE, centres.clerk(centre));
        return number;
    }

    /** The same, and it has reached the applicant. */
    String delivered(TenantId centre) {
        String number = issued(centre);
        centres.service.deliver(number, DELIVER, centres.clerk(centre));
        return number;
    }

    List<DueView> due(TenantId centre) {
        return retention.due(ALL, archivist(centre)).items();
    }

    RemovalView proposed(String... numbers) {
        return retention.propose(new Propose(List.of(numbers), "鉴定意见1号"), archivist(HAIYANG));
    }

    RemovalView confirmed(String... numbers) {
        return retention.confirm(proposed(numbers).summary().id(), manager(HAIYANG));
    }

    RemovalView found(RemovalView batch) {
        return retention.find(batch.summary().id(), archivist(HAIYANG));
    }

    void work() {
        centres.run(centres.retained.job());
    }

    static String codeOf(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }

    static int rows(String table) {
        List<String> count = transactions.texts("SELECT COUNT(*) FROM " + table);
        assertEquals(1, count.size());
        return Integer.parseInt(count.get(0));
    }
}
