package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.yichuang.journal.internal.persistence.DatabaseFailure;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** Reading beside many writers. */
public class LostRacesTest {
    private static final String DEADLOCK = "40001";
    private static final String SYNTAX = "42X01";

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    public void aReadThatLosesSomeRacesIsAnswered() {
        assertEquals("read", TransactionBoundary.again(() -> {
            if (runs.incrementAndGet() < TransactionBoundary.MOST_RACES) {
                throw failure(DEADLOCK);
            }
            return "read";
        }));
    }

    @Test
    public void oneThatLosesThemAllIsToldToComeAgainAndNotThatSomethingIsBroken() {
        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> TransactionBoundary.again(() -> {
                    runs.incrementAndGet();
                    throw failure(DEADLOCK);
                }));

        assertEquals(CommonError.TOOK_TOO_LONG, problem.code());
        assertEquals(TransactionBoundary.MOST_RACES, runs.get());
    }

    @Test
    public void aConnectionThatIsLostAfterTheLastRaceIsNoRace() {
        assertEquals("read", TransactionBoundary.again(() -> {
            int run = runs.incrementAndGet();
            if (run > TransactionBoundary.MOST_RACES) {
                return "read";
            }
            throw run < TransactionBoundary.MOST_RACES
                    ? failure(DEADLOCK)
                    : new TransactionBoundary.LostConnection(failure("08006"));
        }));
    }

    @Test
    public void aFaultOfOursIsNotTriedAgain() {
        RuntimeException ours = failure(SYNTAX);

        assertSame(
                ours,
                assertThrows(
                        RuntimeException.class,
                        () -> TransactionBoundary.again(() -> {
                            runs.incrementAndGet();
                            throw ours;
                        })));
        assertEquals(1, runs.get());
    }

    private static RuntimeException failure(String state) {
        return new DatabaseFailure(new SQLException("no", state));
    }
}
