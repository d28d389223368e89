package org.yichuang.cases.internal;

import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.LinkedModuleContract;
import org.yichuang.testing.ModuleTransactions;

/** Cases that travel keep the contract. */
public class LinkedCasesContractTest extends LinkedModuleContract {
    private Centres centres;

    @Override
    protected ModuleTransactions open() {
        ModuleTransactions opened = ModuleTransactions.open("cases", "documents");
        centres = new Centres(opened);
        return opened;
    }

    @Override
    protected LinkedModule module() {
        return centres.linked;
    }

    @Override
    protected void send() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, AGREE, centres.reviewer(HAIYANG));
    }

    @Override
    protected List<String> rows() {
        return world.texts("SELECT TENANT || ' ' || STATE FROM CASES_CASE ORDER BY 1");
    }

    @Override
    protected CallContext call(TenantId tenant) {
        return CallContext.system(tenant, centres.province.now(), "post");
    }
}
