package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.UnitOfWork;

public class AnchorJobTest extends OnBothStores {
    private final AtomicLong nanos = new AtomicLong();
    private int asked;
    private AnchorJob job;

    @Before
    public void twoCentresThatWait() {
        house.count("a", house.clerk(NORTH));
        house.count("b", house.clerk(SOUTH));
        job = new AnchorJob(house.anchoring, house.watch, house.heads, counted(house.leases), nanos::get, "200");
    }

    @Test
    public void aCentreThatCannotBeAnchoredHoldsUpNoOther() {
        store.run("INSERT INTO JOURNAL_HEAD (TENANT, ANCHOR_NUMBER, ENTRIES) VALUES ('north', 0, 9223372036854775807)");

        job.run();

        assertEquals(List.of(NORTH), house.anchoring.waiting());
        assertEquals(1, house.anchoring.lastAnchor(SOUTH));

        store.run("DELETE FROM JOURNAL_HEAD WHERE TENANT='north'");
        job.run();
        assertEquals("it rests", List.of(NORTH), house.anchoring.waiting());
        later(Duration.ofSeconds(2));
        job.run();
        assertEquals(List.of(), house.anchoring.waiting());
    }

    @Test
    public void theLeaseIsRenewedInTheMiddleOfALongRound() {
        Leases slow = counted(house.leases);
        job = new AnchorJob(
                house.anchoring,
                house.watch,
                house.heads,
                slow,
                () -> nanos.addAndGet(Duration.ofSeconds(5).toNanos()),
                "200");

        job.run();

        assertEquals(List.of(), house.anchoring.waiting());
        assertTrue("asked " + asked, asked > 2);
    }

    @Test
    public void aClockThatIsSetBackStopsNothing() {
        job.run();
        house.clock.forward(Duration.ofHours(-5));
        house.count("a", house.clerk(NORTH));
        later(Duration.ofSeconds(5));

        job.run();

        assertEquals(List.of(), house.anchoring.waiting());
    }

    @Test
    public void aFileThatCouldNotBeWrittenIsCompletedByItself() throws Exception {
        Path file = folder.getRoot().toPath().resolve("anchors");
        Files.createFile(file); // where the folder should be
        job.run();
        assertEquals(List.of(NORTH, SOUTH), house.anchoring.unwritten());

        Files.delete(file);
        later(Duration.ofSeconds(31));
        job.run();

        assertEquals(List.of(), house.anchoring.unwritten());
        assertEquals(1, house.files.last(NORTH).number());
    }

    private void later(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    private Leases counted(Leases real) {
        return new Leases() {
            @Override
            public Optional<UnitOfWork.Lease> acquire(String name, Duration duration) {
                asked++;
                return real.acquire(name, duration);
            }

            @Override
            public Optional<UnitOfWork.Lease> renew(UnitOfWork.Lease lease) {
                asked++;
                return real.renew(lease);
            }

            @Override
            public void release(UnitOfWork.Lease lease) {
                real.release(lease);
            }

            @Override
            public List<Held> held() {
                return real.held();
            }
        };
    }
}
