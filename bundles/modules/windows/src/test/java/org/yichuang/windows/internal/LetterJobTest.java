package org.yichuang.windows.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.proposal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** What looks after the ends of letters keeps the contract of jobs. */
public class LetterJobTest extends LeasedJobContract {
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final ModuleTransactions transactions = ModuleTransactions.open("windows");
    private final WindowsWorld hall = new WindowsWorld(transactions, transactions.persistenceUnit(), new TestCentres());

    @Override
    protected ModuleTransactions open() {
        return transactions;
    }

    @Override
    protected LeasedJob job() {
        return hall.wiring.timer(hall.papers, hall.notices());
    }

    @Override
    protected void leave(int many) {
        hall.province.at("2026-03-02T09:00");
        for (int i = 1; i <= many; i++) {
            hall.item("ITEM-" + i, HOUSING);
            hall.issued(proposal("L" + i, List.of("ITEM-" + i), List.of(), hall.today(), LAST));
        }
        transactions.entries().clear();
        hall.province.at("2027-01-01T09:00");
    }

    @Override
    protected List<String> rows() {
        return transactions.texts("SELECT ID || ' ' || STATE FROM WINDOWS_LETTER ORDER BY 1");
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, hall.province.now(), "test");
    }
}
