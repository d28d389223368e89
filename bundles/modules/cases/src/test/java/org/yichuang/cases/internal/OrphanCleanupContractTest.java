package org.yichuang.cases.internal;

import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;

/** The removal of what people leave behind keeps the contract of jobs. */
public class OrphanCleanupContractTest extends LeasedJobContract {
    private Centres centres;

    @Override
    protected ModuleTransactions open() {
        ModuleTransactions opened = ModuleTransactions.open("cases", "documents");
        centres = new Centres(opened);
        return opened;
    }

    @Override
    protected LeasedJob job() {
        return centres.leftovers;
    }

    @Override
    protected void leave(int many) {
        centres.province.at("2026-09-14T09:00");
        for (int i = 0; i < many; i++) {
            centres.service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), centres.clerk(HAIYANG));
            centres.drafts.begin(Items.SIMPLE, Items.FIRST, Map.of(), centres.as("applicant", HAIYANG));
        }
        centres.province.at("2027-01-14T09:00");
        world.entries().clear();
    }

    @Override
    protected List<String> rows() {
        return world.texts("SELECT COUNT(*) FROM CASES_FILE UNION ALL SELECT COUNT(*) FROM CASES_DRAFT");
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, centres.province.now(), "test");
    }
}
