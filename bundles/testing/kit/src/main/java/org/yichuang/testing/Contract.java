package org.yichuang.testing;

import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.yichuang.kernel.api.PlatformClock;

/** What a port promises, on every chosen database, with two nodes. */
@RunWith(Parameterized.class)
public abstract class Contract {
    /** How long a state may be waited for, on a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(240);

    /** Where the nodes keep their key and their anchors. */
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** The database of this run. */
    @Parameter
    public TestDatabase.Kind kind;

    /** A time that is moved by hand. */
    protected final TestClock clock = new TestClock();

    /** The database of both nodes. */
    protected TestDatabase database;

    /** The node that is worked with. */
    protected TestNode node;

    /** The other one. */
    protected TestNode other;

    /** The databases to try. */
    @Parameters(name = "{0}")
    public static List<TestDatabase.Kind> kinds() {
        return TestDatabase.chosen();
    }

    /** Starts both nodes on a fresh database. */
    @Before
    public void start() {
        database = TestDatabase.fresh(kind);
        node = new TestNode(database, folder.getRoot(), time()).anchoring();
        other = new TestNode(database, folder.getRoot(), time()).anchoring();
    }

    /** The time that the nodes have; one that stands, unless a contract needs one that goes. */
    protected PlatformClock time() {
        return clock;
    }

    /** Stops them. */
    @After
    public void stop() {
        node.close();
        other.close();
    }

    /** Waits until something is so; fails when it does not become so in time. */
    protected static void await(String what, BooleanSupplier state) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!state.getAsBoolean()) {
            assertTrue(what, System.nanoTime() < limit);
            Thread.sleep(20);
        }
    }
}
