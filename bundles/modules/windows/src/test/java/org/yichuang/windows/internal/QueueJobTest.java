package org.yichuang.windows.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import java.util.List;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Take;

/** What ends the tickets of days that are over keeps the contract of jobs. */
public class QueueJobTest extends LeasedJobContract {
    private final ModuleTransactions transactions = ModuleTransactions.open("windows");
    private final WindowsWorld hall = new WindowsWorld(transactions, transactions.persistenceUnit(), new TestCentres());

    @Override
    protected ModuleTransactions open() {
        return transactions;
    }

    @Override
    protected LeasedJob job() {
        return hall.wiring.queueTimer();
    }

    @Override
    protected void leave(int many) {
        hall.province.at("2026-03-02T09:00");
        hall.window("1", HOUSING);
        hall.queues.open(new OpenQueue("A", "综合", List.of("1")), hall.manager());
        for (int i = 0; i < many; i++) {
            hall.tickets.take(new Take("A", null, null), hall.clerk("bo"));
        }
        transactions.entries().clear();
        hall.province.at("2026-03-03T08:00");
    }

    @Override
    protected List<String> rows() {
        return transactions.texts("SELECT ID || ' ' || STATE FROM WINDOWS_TICKET ORDER BY 1");
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, hall.province.now(), "test");
    }
}
