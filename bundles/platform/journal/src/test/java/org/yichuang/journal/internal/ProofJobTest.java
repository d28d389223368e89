package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** Trails that are proved though nobody asks. */
public class ProofJobTest extends OnBothStores {
    private UnitOfWork.Lease lease;
    private ProofJob job;

    @Before
    public void afternoon() {
        house.keepers.add(house.thingHeads());
        house.baseline.ensure(NORTH);
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        LocalDate today = LocalDate.ofInstant(house.clock.instant(), CallContext.ZONE);
        Instant afternoon =
                today.atTime(LocalTime.of(15, 0)).atZone(CallContext.ZONE).toInstant();
        house.clock.forward(Duration.between(house.clock.instant(), afternoon));
        lease = house.leases.acquire("journal-proof", Duration.ofDays(100)).orElseThrow();
        job = job("3");
    }

    @Test
    public void onceANightWhatIsNewAndOnceAWeekAll() {
        run();
        assertEquals("not in the afternoon", List.of(), proofs());

        house.clock.forward(Duration.ofHours(12));
        run();
        run();
        assertEquals("the first is a whole one", List.of("verify"), proofs());
        for (int night = 2; night <= 9; night++) {
            house.clock.forward(Duration.ofDays(1));
            run();
        }
        assertEquals(
                List.of(
                        "verify",
                        "verify-recent",
                        "verify-recent",
                        "verify-recent",
                        "verify-recent",
                        "verify-recent",
                        "verify-recent",
                        "verify",
                        "verify-recent"),
                proofs());
    }

    @Test
    public void aNightThatWasMissedIsMadeUpFor() {
        house.clock.forward(Duration.ofHours(12));
        run();
        house.clock.forward(Duration.ofHours(30));
        job = job("3");
        run();
        assertEquals(List.of("verify", "verify-recent"), proofs());
    }

    @Test
    public void aBreakIsKnownAfterARestartToo() {
        house.clock.forward(Duration.ofHours(12));
        run();
        house.count("a", house.clerk(NORTH));
        house.anchor(NORTH);
        store.run("UPDATE THING SET COUNTED=77 WHERE ID='a'");
        house.clock.forward(Duration.ofDays(1));
        run();
        run();

        assertEquals("once", 2, proofs().size());
        assertTrue(job.broken().get(NORTH), job.broken().get(NORTH).contains("thing/a has been changed"));
        job = job("3");
        run();
        assertEquals(2, proofs().size());
        assertTrue(job.broken().containsKey(NORTH));
        assertEquals(Duration.ofDays(1), job.ages().oldest());
        assertEquals(List.of(NORTH), job.ages().olderThan(Duration.ofHours(23)));
    }

    @Test
    public void aTrailThatWasNeverProvedIsTold() {
        house.clock.forward(Duration.ofDays(4));
        assertEquals(List.of(NORTH), job.ages().olderThan(Duration.ofDays(3)));
        assertEquals(4, job.ages().oldest().toDays());

        run();

        assertEquals(List.of(), job.ages().olderThan(Duration.ofDays(3)));
    }

    @Test
    public void aTrailIsProvedThoughNoContainerRunsAtNight() {
        house.clock.forward(Duration.ofDays(1));
        job = job("3");
        run();
        assertEquals("not while it starts", List.of(), proofs());
        house.clock.forward(Duration.ofHours(1));
        run();
        assertEquals(List.of("verify"), proofs());
    }

    @Test
    public void aProofThatFailedIsNotTriedAtEveryRun() {
        UnitOfWork.Lease held = lease;
        house.clock.forward(Duration.ofHours(12));
        lease = new UnitOfWork.Lease(held.name(), held.token() + 1, held.duration());
        assertThrows(RuntimeException.class, this::run);
        house.clock.forward(Duration.ofMinutes(50));
        run();
        house.clock.forward(Duration.ofMinutes(10));
        assertThrows("after an hour", RuntimeException.class, this::run);
        lease = held;
        run();
        assertEquals("under another lease", List.of("verify"), proofs());
    }

    @Test
    public void whoProvedFormerlyTellsWhatAnotherNodeHasFoundSince() {
        store.run("UPDATE THING SET COUNTED=COUNTED+70 WHERE ID='a'");
        house.clock.forward(Duration.ofHours(12));
        run();
        ProofJob former = job;
        assertTrue(former.broken().containsKey(NORTH));

        store.run("UPDATE THING SET COUNTED=COUNTED-70 WHERE ID='a'");
        house.clock.forward(Duration.ofDays(1));
        job = job("3");
        run();
        assertEquals(Map.of(), former.broken());
    }

    @Test
    public void rowsOfAModuleThatIsAwayAreTold() {
        house.keepers.clear();
        house.clock.forward(Duration.ofHours(12));
        run();
        assertEquals(Map.of(NORTH, "thing"), job.absent());
    }

    @Test
    public void whoSetsTheNotesOfProofsIntoTheFutureIsNamed() {
        nextNight();
        assertEquals(List.of("verify"), proofs());
        store.run("UPDATE THING SET COUNTED=COUNTED+70 WHERE ID='a'");
        store.run("UPDATE JOURNAL_ENTRY SET AT_MICROS=4102444800000000 WHERE AGGREGATE_TYPE='verification'");
        store.run("UPDATE JOURNAL_PROOF SET AT_MICROS=4102444800000000");
        job = job("3");
        assertTrue("before any proof", job.broken().get(NORTH).contains("verification/nightly has been changed"));
        assertEquals(List.of(NORTH), job.ages().olderThan(Duration.ofDays(3)));

        run();
        assertEquals("all, at once", List.of("verify", "verify"), proofs());
        assertTrue(job.broken().get(NORTH).contains("verification/nightly has been changed"));
        run();
        assertEquals("once", 2, proofs().size());
    }

    @Test
    public void whoChangesWhenAllWasProvedHasAllProvedAgain() {
        nextNight();
        nextNight();
        store.run("UPDATE THING SET COUNTED=COUNTED+70 WHERE ID='a'");
        nextNight();
        assertEquals("what is not new is not looked at daily", Map.of(), job.broken());
        store.run("UPDATE JOURNAL_ENTRY SET AT_MICROS=4102444800000000 WHERE AGGREGATE_TYPE='verification' AND SEQ=1");
        nextNight();
        assertEquals(List.of("verify", "verify-recent", "verify-recent", "verify"), proofs());
        assertTrue(job.broken().containsKey(NORTH));
    }

    @Test
    public void whatAProofOfEverythingHasFoundIsFoundEachNight() {
        store.run("UPDATE THING SET COUNTED=COUNTED+70 WHERE ID='a'");
        nextNight();
        nextNight();
        assertTrue(job.broken().containsKey(NORTH));
        store.run("UPDATE THING SET COUNTED=COUNTED-70 WHERE ID='a'");
        nextNight();
        nextNight();
        assertEquals(List.of("verify", "verify", "verify", "verify-recent"), proofs());
        assertEquals(Map.of(), job.broken());
    }

    @Test
    public void aNoteThatCannotBeReadStopsNoProof() {
        nextNight();
        store.run("UPDATE JOURNAL_ENTRY SET DETAILS='{}' WHERE AGGREGATE_TYPE='verification'");
        job = job("3");
        nextNight();
        assertEquals(2, proofs().size());
        assertTrue(job.broken().containsKey(NORTH));
    }

    @Test
    public void aNoteOfAClockThatWasSetBackSinceStopsNoProof() {
        nextNight();
        house.clock.forward(Duration.ofDays(-400));
        job = job("3");
        run();
        assertEquals("all, at once", List.of("verify", "verify"), proofs());
        assertEquals(Map.of(), job.broken());
    }

    @Test
    public void aNodeThatHasProvedNothingTellsWhatIsBroken() {
        store.run("UPDATE THING SET COUNTED=COUNTED+70 WHERE ID='a'");
        nextNight();
        assertEquals(job.broken(), job("3").broken());
        assertTrue(job.broken().containsKey(NORTH));
    }

    @Test
    public void withoutAnHourNothingIsProved() {
        job = job("0");
        house.clock.forward(Duration.ofDays(2));
        run();
        assertEquals(List.of(), proofs());
    }

    private ProofJob job(String hour) {
        JournalSettings settings = new JournalSettings();
        settings.updated(new Hashtable<>(Map.of("proof.hour", hour)));
        KnownTenants tenants = new KnownTenants(List.of(() -> List.of(NORTH)));
        return new ProofJob(
                house.verifier,
                house.notes("nightly"),
                new ProofAges(house.marks, tenants, house.clock),
                new ProofSchedule(settings),
                tenants,
                house.clock);
    }

    /** At three in the morning after. */
    private void nextNight() {
        house.anchor(NORTH);
        LocalDate tomorrow =
                LocalDate.ofInstant(house.clock.instant(), CallContext.ZONE).plusDays(1);
        Instant night =
                tomorrow.atTime(LocalTime.of(3, 0)).atZone(CallContext.ZONE).toInstant();
        house.clock.forward(Duration.between(house.clock.instant(), night));
        run();
    }

    private void run() {
        job.run(new JobRun() {
            @Override
            public CallContext context() {
                return CallContext.system(NORTH, Instant.EPOCH, "a rehearsal");
            }

            @Override
            public UnitOfWork.Lease lease() {
                return lease;
            }

            @Override
            public boolean goesOn() {
                return true;
            }
        });
    }

    private List<String> proofs() {
        return house
                .journal
                .entries("verification", "nightly", PageRequest.of(50, null), house.auditor(NORTH))
                .items()
                .stream()
                .map(JournalEntry::action)
                .toList();
    }
}
