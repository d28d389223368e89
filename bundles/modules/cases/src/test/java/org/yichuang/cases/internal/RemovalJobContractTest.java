package org.yichuang.cases.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.internal.RetentionCommands.Propose;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;

/** The removal of what two people have agreed to remove keeps the contract of jobs. */
public class RemovalJobContractTest extends LeasedJobContract {
    private Centres centres;

    @Override
    protected ModuleTransactions open() {
        ModuleTransactions opened = ModuleTransactions.open("cases", "documents");
        centres = new Centres(opened);
        return opened;
    }

    @Override
    protected LeasedJob job() {
        return centres.cases
                .retention(List.of(), centres.modules, centres.province.clock())
                .job();
    }

    @Override
    protected void leave(int many) {
        centres.province.at("2026-09-14T09:00");
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String number = centres.submit(Items.ONCE, null, HAIYANG).number();
            centres.service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
            numbers.add(number);
        }
        centres.province.at("2057-01-01T09:00");
        CaseRetention retention = centres.retained.retention();
        String id = retention
                .propose(new Propose(numbers, "鉴定"), centres.as("dang", CasesDescriptor.ARCHIVIST, Set.of(), HAIYANG))
                .summary()
                .id();
        retention.confirm(id, centres.as("centre-manager", HAIYANG));
        world.entries().clear();
    }

    @Override
    protected List<String> rows() {
        return world.texts("SELECT COUNT(*) FROM CASES_CASE UNION ALL SELECT COUNT(*) FROM CASES_GRAM"
                + " UNION ALL SELECT COUNT(*) FROM CASES_REMOVAL WHERE STATE = 'DONE'");
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, centres.province.now(), "test");
    }
}
