package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;

public class DatabaseLeasesTest extends OnBothStores {
    private static final Duration LONG = Duration.ofHours(1);
    /** A lease that has lapsed when it is given. */
    private static final Duration LAPSED = Duration.ofMillis(-1);

    @Test
    public void onlyOneContainerHoldsALease() {
        DatabaseLeases other = new DatabaseLeases(house.boundary, new Node());

        assertTrue(house.leases.acquire("timer", LONG).isPresent());
        assertEquals(Optional.empty(), other.acquire("timer", LONG));
        assertTrue(other.acquire("another-timer", LONG).isPresent());
    }

    @Test
    public void theHolderRenewsItsLeaseUnderTheSameToken() {
        UnitOfWork.Lease first = house.leases.acquire("timer", LONG).orElseThrow();

        assertEquals(first, house.leases.renew(first).orElseThrow());
    }

    @Test
    public void whoBeginsInTheSameContainerFencesOffWhoHasNotEnded() {
        UnitOfWork.Lease old = house.leases.acquire("timer", LONG).orElseThrow();
        UnitOfWork.Lease next = house.leases.acquire("timer", LONG).orElseThrow();

        assertThrows(ProblemException.class, () -> countUnder(old));
        assertEquals(Optional.empty(), house.leases.renew(old));
        house.leases.release(old);
        countUnder(next);

        assertEquals(1, house.counted("t-1", NORTH));
        assertEquals(
                "what the old one gives back is not the new one's",
                Optional.empty(),
                new DatabaseLeases(house.boundary, new Node()).acquire("timer", LONG));
    }

    @Test
    public void theTokenGrowsWithEveryChangeOfHolder() {
        DatabaseLeases other = new DatabaseLeases(house.boundary, new Node());

        long first = house.leases.acquire("timer", LAPSED).orElseThrow().token();
        long second = other.acquire("timer", LAPSED).orElseThrow().token();
        long third = house.leases.acquire("timer", LONG).orElseThrow().token();

        assertTrue(first < second && second < third);
    }

    @Test
    public void aLateHolderFailsOnItsToken() {
        UnitOfWork.Lease late = house.leases.acquire("timer", LAPSED).orElseThrow();
        new DatabaseLeases(house.boundary, new Node()).acquire("timer", LONG).orElseThrow();

        ProblemException refusal = assertThrows(ProblemException.class, () -> countUnder(late));

        assertEquals(JournalError.LEASE_LOST, refusal.code());
        assertEquals(0, house.counted("t-1", NORTH));
    }

    @Test
    public void aLapsedLeaseThatNobodyTookStillHolds() {
        UnitOfWork.Lease lapsed = house.leases.acquire("timer", LAPSED).orElseThrow();

        countUnder(lapsed);

        assertEquals(1, house.counted("t-1", NORTH));
    }

    @Test
    public void aLeaseGivenBackIsFreeAtOnce() {
        UnitOfWork.Lease lease = house.leases.acquire("timer", LONG).orElseThrow();
        house.leases.release(lease);

        assertTrue(new DatabaseLeases(house.boundary, new Node())
                .acquire("timer", LONG)
                .isPresent());
    }

    @Test
    public void operatorsSeeSinceWhenALeaseIsFree() {
        house.leases.release(house.leases.acquire("timer", LONG).orElseThrow());

        Instant free = Instant.parse(house.leases.held().get(0).until());
        assertTrue(free.toString(), free.isAfter(Instant.EPOCH.plus(Duration.ofDays(365))));
    }

    @Test
    public void aLeaseThatEndsLaterThanAnyContainerHoldsItIsVoid() {
        store.run("INSERT INTO JOURNAL_LEASE (LEASE_NAME, HOLDER, TOKEN, UNTIL_MICROS) "
                + "VALUES ('timer', 'nobody', 7, 9000000000000000)");

        assertEquals(8, house.leases.acquire("timer", LONG).orElseThrow().token());
    }

    @Test
    public void operatorsSeeWhoHoldsWhat() {
        house.leases.acquire("timer", LONG);

        assertEquals("timer", house.leases.held().get(0).name());
        assertEquals(house.node.id(), house.leases.held().get(0).holder());
    }

    private void countUnder(UnitOfWork.Lease lease) {
        house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
            unit.require(lease);
            return house.count(unit, "t-1");
        });
    }
}
