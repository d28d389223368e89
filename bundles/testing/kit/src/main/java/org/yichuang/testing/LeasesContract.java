package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.TestNode.NORTH;

import java.time.Duration;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;

/** One node at a time, and the late one fails. */
public abstract class LeasesContract extends Contract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LAPSED = Duration.ofMillis(-1);

    @Test
    public void onlyOneNodeHoldsALease() {
        assertTrue(node.leases().acquire("timer", LONG).isPresent());

        assertEquals(Optional.empty(), other.leases().acquire("timer", LONG));
        assertTrue(other.leases().acquire("another", LONG).isPresent());
    }

    @Test
    public void theHolderRenewsUnderTheSameToken() {
        UnitOfWork.Lease first = node.leases().acquire("timer", LONG).orElseThrow();

        assertEquals(first, node.leases().renew(first).orElseThrow());
    }

    @Test
    public void whoBeginsOnTheSameNodeFencesOffWhoHasNotEnded() {
        UnitOfWork.Lease old = node.leases().acquire("timer", LONG).orElseThrow();
        UnitOfWork.Lease next = node.leases().acquire("timer", LONG).orElseThrow();

        assertEquals(Optional.empty(), node.leases().renew(old));
        assertTrue(next.token() > old.token());
    }

    @Test
    public void aLeaseThatIsGivenBackIsFreeAtOnce() {
        node.leases().release(node.leases().acquire("timer", LONG).orElseThrow());

        assertTrue(other.leases().acquire("timer", LONG).isPresent());
    }

    @Test
    public void whoWasOvertakenCommitsNothing() {
        UnitOfWork.Lease lapsed = node.leases().acquire("timer", LAPSED).orElseThrow();
        other.leases().acquire("timer", LONG).orElseThrow();

        ProblemException lost = assertThrows(
                ProblemException.class, () -> node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
                    unit.require(lapsed);
                    return null;
                }));

        assertEquals("lease-lost", lost.code().code());
    }
}
