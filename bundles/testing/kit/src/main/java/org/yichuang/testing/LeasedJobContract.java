package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/**
 * What every {@link LeasedJob} keeps: it is fenced, may be killed between any two commits, does its work once, and
 * leaves off when it is told to. A module's job extends this class with a few rows of work.
 */
public abstract class LeasedJobContract {
    private static final int FEW = 3;
    private static final int MOST_COMMITS = 100;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** The world of the module, which is empty. */
    protected ModuleTransactions world;

    /** Opens the module's world, and makes what the job stands on in it. */
    protected abstract ModuleTransactions open();

    /** Returns the job as a container has it that was just started. */
    protected abstract LeasedJob job();

    /** Leaves work for it: so many rows that it is to do something with. */
    protected abstract void leave(int many);

    /** Returns what is seen of the rows, without what differs from run to run, e.g. ids; in an order of its own. */
    protected abstract List<String> rows();

    /** The call of a run now, when what was left is due. */
    protected abstract CallContext call();

    /** Opens the world. */
    @Before
    public void begin() {
        world = open();
    }

    /** Leaves it to the next. */
    @After
    public void end() {
        world.close();
    }

    private UnitOfWork.Lease lease() {
        return world.lease(job().name());
    }

    private void run(LeasedJob job, boolean goesOn) {
        job.run(new TestRun(call(), lease(), goesOn));
    }

    private List<String> done(int many) {
        leave(many);
        run(job(), true);
        List<String> rows = rows();
        world.clear();
        return rows;
    }

    @Test
    public void itHasANameForALeaseAndAPeriod() {
        assertTrue(job().name(), job().name().matches("[a-z][a-z0-9-]{2,59}"));
        assertEquals("always the same", job().name(), job().name());
        assertTrue(job().period().toString(), job().period().compareTo(SHORTEST) >= 0);
    }

    @Test
    public void whereThereIsNothingToDoNothingIsWritten() {
        run(job(), true);

        assertEquals(List.of(), world.entries());
        assertEquals(List.of(), world.messages());
    }

    @Test
    public void whatIsDoneIsNotDoneAgain() {
        leave(FEW);
        List<String> before = rows();
        run(job(), true);
        List<String> after = rows();
        int entries = world.entries().size();
        assertNotEquals("it does something", before, after);

        run(job(), true);

        assertEquals(after, rows());
        assertEquals("and says nothing of it", entries, world.entries().size());
    }

    @Test
    public void whoHasLostTheLeaseChangesNothing() {
        leave(FEW);
        List<String> before = rows();
        UnitOfWork.Lease lost = lease();
        world.lapse(job().name());
        lease();

        try {
            job().run(new TestRun(call(), lost, true));
        } catch (ProblemException e) {
            assertEquals(JournalError.LEASE_LOST, e.code());
        }

        assertEquals(before, rows());
        assertEquals(List.of(), world.entries());
    }

    @Test
    public void whatAKilledNodeLeftTheNextOneDoesOnceWhereverItDied() {
        List<String> expected = done(FEW);
        boolean died = true;
        for (int commits = 0; died && commits < MOST_COMMITS; commits++) {
            leave(FEW);
            died = diesAfter(commits);
            world.lapse(job().name());
            run(job(), true);
            assertEquals("killed after " + commits + " commits", expected, rows());
            world.clear();
        }
        assertFalse("it ends some time", died);
    }

    /** Whether it came to another transaction that writes after so many. */
    private boolean diesAfter(int commits) {
        int[] left = {commits};
        boolean[] died = {false};
        world.beforeWriting(context -> {
            died[0] |= left[0] == 0;
            if (died[0]) {
                throw new Death();
            }
            left[0]--;
        });
        try {
            run(job(), true);
        } catch (Death e) {
            assertTrue(died[0]);
        } finally {
            world.beforeWriting(context -> {});
        }
        return died[0];
    }

    @Test
    public void whoIsToldToStopStopsAndTheRestIsDoneLater() {
        int many = many();
        List<String> expected = done(many);
        leave(many);
        int begun = world.begun();

        run(job(), false);

        int writes = world.begun() - begun;
        assertTrue(writes + " transactions after it was told to stop", writes <= many / 2);
        world.lapse(job().name());
        run(job(), true);
        assertEquals(expected, rows());
    }

    /** How much work is more than a part of it. */
    protected int many() {
        return 60;
    }

    /** The power is cut: nothing is caught, nothing is finished. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}
