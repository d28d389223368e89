package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import org.junit.Before;
import org.yichuang.fees.internal.FeeViews.BalanceView;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** A centre that charges fees, on both databases. */
abstract class FeeContract extends Contract {
    FeeWorld world;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/fees.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new FeeWorld(node.transactions(), node.entities("fees"), new TestCentres(clock));
        world.wiring.heads().forEach(node::prove);
    }

    /** The audit proves all rows, and the accounts of the ledger are nothing together. */
    void sound() {
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
        BalanceView balance = world.ledger.balance(null, world.treasury());
        assertEquals(0L, balance.sum());
    }

    static String codeOf(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }

    /** The field of a refusal. */
    static String field(Runnable work) {
        return assertThrows(ProblemException.class, work::run).fields().get(0).field();
    }
}
