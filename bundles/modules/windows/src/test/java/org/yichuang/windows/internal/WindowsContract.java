package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import org.junit.Before;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** A hall, on both databases. */
abstract class WindowsContract extends Contract {
    WindowsWorld world;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/windows.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new WindowsWorld(node.transactions(), node.entities("windows"), new TestCentres(clock));
        world.wiring.heads().forEach(node::prove);
    }

    void sound() {
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    static String codeOf(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }

    /** The field of a refusal. */
    static String field(Runnable work) {
        return assertThrows(ProblemException.class, work::run).fields().get(0).field();
    }
}
