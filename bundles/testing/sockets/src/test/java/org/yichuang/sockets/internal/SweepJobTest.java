package org.yichuang.sockets.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** The daily mark keeps the contract of jobs. */
public class SweepJobTest extends LeasedJobContract {
    private final TestCentres province = new TestCentres();

    @Override
    protected ModuleTransactions open() {
        return ModuleTransactions.open("sockets");
    }

    @Override
    protected LeasedJob job() {
        return new SweepJob(world, new MarkRows(world.persistenceUnit()), province);
    }

    /** A new day is work for one mark. */
    @Override
    protected void leave(int many) {
        province.switchModule(HAIYANG, SocketsDescriptor.WORD, true);
    }

    @Override
    protected List<String> rows() {
        return world.texts("SELECT KIND || ' ' || MARKED_ON FROM SOCKETS_MARK ORDER BY 1");
    }

    @Override
    protected CallContext call() {
        return TestCentres.calling(HAIYANG);
    }
}
