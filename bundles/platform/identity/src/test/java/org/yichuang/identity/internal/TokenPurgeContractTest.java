package org.yichuang.identity.internal;

import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;

/** The removal of what is over keeps the contract of jobs. */
public class TokenPurgeContractTest extends LeasedJobContract {
    private House house;

    @Override
    protected ModuleTransactions open() {
        try {
            house = new House();
            return house.transactions;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The world is that of all houses. */
    @Override
    @After
    public void end() {
        house.transactions.clear();
    }

    @Override
    protected LeasedJob job() {
        return house.tokenPurge();
    }

    @Override
    protected void leave(int many) {
        house.open("wang", House.YANTAI, "clerk");
        for (int i = 0; i < many; i++) {
            house.signIn.signIn(new Credentials("wang", House.PASSWORD), "10.0.0.1", house.at(House.YANTAI));
            house.begin("wang", House.PASSWORD);
        }
        house.clock.forward(Duration.ofDays(2));
        world.entries().clear();
    }

    @Override
    protected List<String> rows() {
        return world.texts("SELECT COUNT(*) FROM IDENTITY_SESSION");
    }

    @Override
    protected CallContext call() {
        return house.system(House.YANTAI);
    }
}
