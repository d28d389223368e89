package org.yichuang.windows.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import java.util.List;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.windows.internal.WindowsCommands.GoOut;

/** What looks after absences keeps the contract of jobs. */
public class AbsenceJobTest extends LeasedJobContract {
    private final ModuleTransactions transactions = ModuleTransactions.open("windows");
    private final WindowsWorld hall = new WindowsWorld(transactions, transactions.persistenceUnit(), new TestCentres());

    @Override
    protected ModuleTransactions open() {
        return transactions;
    }

    @Override
    protected LeasedJob job() {
        return hall.wiring.absenceTimer();
    }

    @Override
    protected void leave(int many) {
        hall.province.at("2026-03-02T09:00");
        hall.window("1", HOUSING);
        for (int i = 0; i < many; i++) {
            hall.onDuty("clerk" + i, HOUSING, "1");
            hall.attending.absences().goOut(new GoOut(null, 10, "送件"), hall.clerk("clerk" + i));
        }
        transactions.entries().clear();
        hall.province.at("2026-03-02T10:00");
    }

    @Override
    protected List<String> rows() {
        return transactions.texts("SELECT CASE WHEN WATCH_AT IS NULL THEN 'too long' ELSE 'out' END"
                + " FROM WINDOWS_ABSENCE ORDER BY 1");
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, hall.province.now(), "test");
    }
}
