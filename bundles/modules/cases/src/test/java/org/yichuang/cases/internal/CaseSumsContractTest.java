package org.yichuang.cases.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.util.List;
import org.junit.Before;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.TestRun;

/** The figures of cases keep the contract when past days are added up, too. */
public class CaseSumsContractTest extends CaseIndicatorContractTest {
    @Override
    @Before
    public void begin() {
        super.begin();
        for (TenantId tenant : List.of(HAIYANG, LAISHAN)) {
            CallContext context = CallContext.system(tenant, centres.province.now(), "cases-timer");
            new SumUpkeep(transactions, new UpkeepRows())
                    .attend(new TestRun(context, transactions.lease("cases-timer"), true));
        }
    }
}
