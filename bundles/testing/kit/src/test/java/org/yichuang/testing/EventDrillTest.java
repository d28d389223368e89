package org.yichuang.testing;

import static org.junit.Assert.assertTrue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** The short form; the long one, with its figures, is {@code bench/events}. */
@RunWith(Parameterized.class)
public class EventDrillTest {
    private static final Logger LOG = System.getLogger(EventDrillTest.class.getName());
    private static final EventDrill.Plan SHORT = new EventDrill.Plan(8, 40, 3, 4, Duration.ofSeconds(1), 0);
    private static final EventDrill.Plan LONG = new EventDrill.Plan(16, 80, 3, 20, Duration.ofSeconds(4), 50_000);

    /** What the long form must reach: changes in a second, and events that a late listener is told of. */
    private static final double CHANGES = 70;

    private static final double DELIVERED = 2_000;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Parameter
    public TestDatabase.Kind kind;

    @Parameters(name = "{0}")
    public static List<TestDatabase.Kind> kinds() {
        return TestDatabase.chosen();
    }

    @Test
    public void nothingIsSkippedAndNothingDoubledWhileNodesDie() throws InterruptedException {
        EventDrill.Result result = EventDrill.play(kind, isLong() ? LONG : SHORT, folder.getRoot());
        LOG.log(isLong() ? Level.INFO : Level.DEBUG, () -> kind + ": " + result);

        assertTrue(result.toString(), result.isSound());
        assertTrue("it goes on after each kill: " + result, result.changes() > SHORT.kills());
        assertTrue(result.toString(), !isLong() || result.perSecond() >= CHANGES);
        assertTrue(result.toString(), !isLong() || result.deliveredPerSecond() >= DELIVERED);
    }

    private static boolean isLong() {
        return "long".equals(System.getProperty("yichuang.test.drill"));
    }
}
