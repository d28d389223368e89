package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.After;
import org.junit.Test;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

public class LeasedJobsTest extends OnBothStores {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor();
    private final List<String> done = new ArrayList<>();

    @After
    public void end() throws InterruptedException {
        renewals.shutdownNow();
        // a renewal that is on its way would write its key into the emptied database of the next test
        assertTrue(renewals.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    public void aJobIsRunForEachTenant() {
        JobRunner runner = runner(
                run -> done.add(run.context().tenant() + " " + run.context().at()));

        runner.run();

        assertEquals(List.of("north " + house.clock.instant(), "south " + house.clock.instant()), done);
        assertTrue(runner.status().isRunHere());
        assertTrue(runner.status().lastTook().isPresent());
    }

    @Test
    public void aTenantOnWhichItFailsIsShownAndHoldsUpNobody() {
        JobRunner runner = runner(run -> {
            if (run.context().tenant().equals(NORTH)) {
                throw new IllegalStateException("a bad row");
            }
            done.add(run.context().tenant().value());
        });

        runner.run();

        assertEquals(List.of("south"), done);
        assertEquals(
                "java.lang.IllegalStateException: a bad row",
                runner.status().failures().get("north"));
    }

    @Test
    public void whatWritesRowsAnewWaitsForTheBaselineOfTheTenant() {
        house.keepers.add(house.thingHeads());
        LeasedJob job = new LeasedJob() {
            @Override
            public String name() {
                return "rewriting";
            }

            @Override
            public Duration period() {
                return PERIOD;
            }

            @Override
            public boolean rewritesRows() {
                return true;
            }

            @Override
            public void run(JobRun run) {
                done.add(run.context().tenant().value());
            }
        };
        JobRunner runner = runner(job, house.baseline::isUnderProof);

        runner.run();
        assertEquals(List.of(), done);
        house.baseline.ensure(SOUTH);
        runner.run();
        assertEquals(List.of("south"), done);
    }

    @Test
    public void anAbsentDatabaseEndsTheRun() {
        JobRunner runner = runner(run -> {
            done.add(run.context().tenant().value());
            house.transactions.write(run.context(), Void.class, unit -> {
                throw new IllegalStateException(new SQLException("the server ends the session", "57P01"));
            });
        });

        ProblemException ended = assertThrows(ProblemException.class, runner::run);

        assertEquals(CommonError.UNAVAILABLE, ended.code());
        assertEquals(List.of("north"), done);
    }

    @Test
    public void aRunThatTheDatabaseEndedIsGoneOnWithWhereItWas() {
        AtomicBoolean isAway = new AtomicBoolean(true);
        JobRunner runner = runner(run -> {
            done.add(run.context().tenant().value());
            house.transactions.write(run.context(), Void.class, unit -> {
                if (run.context().tenant().equals(SOUTH) && isAway.get()) {
                    throw new IllegalStateException(new SQLException("the server ends the session", "57P01"));
                }
                return null;
            });
        });

        assertThrows(ProblemException.class, runner::run);
        isAway.set(false);
        runner.run();
        runner.run();

        assertEquals(List.of("north", "south", "south", "north", "north", "south"), done);
    }

    @Test
    public void oneTenantWhoseStatementIsTooSlowHoldsUpNobody() {
        JobRunner runner = runner(run -> house.transactions.write(run.context(), Void.class, unit -> {
            if (run.context().tenant().equals(NORTH)) {
                throw new IllegalStateException(new SQLException("canceling statement due to timeout", "57014"));
            }
            done.add(run.context().tenant().value());
            return null;
        }));

        runner.run();

        assertEquals(List.of("south"), done);
        assertEquals(Set.of("north"), runner.status().failures().keySet());
    }

    @Test
    public void oneTenantWithSomethingThatIsUnavailableHoldsUpNobody() {
        JobRunner runner = runner(run -> {
            if (run.context().tenant().equals(NORTH)) {
                throw new ProblemException(CommonError.UNAVAILABLE, LocalizedMessage.verbatim("a value is unreadable"));
            }
            done.add(run.context().tenant().value());
        });

        runner.run();

        assertEquals(List.of("south"), done);
    }

    @Test
    public void anErrorDoesNotEndTheTimer() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        JobRunner runner = runner(
                run -> {
                    runs.countDown();
                    throw new ServiceConfigurationError("no such codec");
                },
                Duration.ofMillis(50));
        runner.start();
        try {
            assertTrue("The job runs again", runs.await(60, TimeUnit.SECONDS));
        } finally {
            runner.stop();
        }
    }

    @Test
    public void onlyTheNodeThatHoldsTheLeaseRuns() {
        new DatabaseLeases(house.boundary, new Node()).acquire("job", PERIOD.plusMinutes(1));
        JobRunner runner = runner(run -> done.add(run.context().tenant().value()));

        runner.run();

        assertEquals(List.of(), done);
        assertFalse(runner.status().isRunHere());
    }

    @Test
    public void theLeaseIsRenewedWhileTheWorkLasts() {
        JobRunner runner = runner(run -> {
            String until = house.leases.held().get(0).until();
            await(() -> !house.leases.held().get(0).until().equals(until));
            done.add(run.context().tenant().value());
        });

        runner.run();

        assertEquals(List.of("north", "south"), done);
    }

    @Test
    public void aNodeThatWasOvertakenStopsAndCannotCommit() {
        JobRunner runner = runner(run -> {
            store.run("UPDATE JOURNAL_LEASE SET HOLDER='other', TOKEN=TOKEN+1");
            await(() -> !run.goesOn());
            house.transactions.write(run.context(), Void.class, unit -> {
                unit.require(run.lease());
                done.add("committed");
                return null;
            });
        });

        ProblemException lost = assertThrows(ProblemException.class, runner::run);

        assertEquals("lease-lost", lost.code().code());
        assertEquals(List.of(), done);
    }

    @Test
    public void aJobThatWasStoppedAtWorkCommitsNothingWhenItHasBegunAnew() {
        JobRunner next = unrenewed(run -> done.add("next"));
        JobRunner runner = unrenewed(run -> {
            next.run();
            house.transactions.write(run.context(), Void.class, unit -> {
                unit.require(run.lease());
                done.add("committed");
                return null;
            });
        });

        assertThrows(ProblemException.class, runner::run);

        assertEquals(List.of("next", "next"), done);
    }

    @Test
    public void aStoppedJobGivesItsLeaseBack() {
        JobRunner runner = runner(run -> done.add(run.context().tenant().value()));
        runner.run();

        runner.stop();

        assertTrue(new DatabaseLeases(house.boundary, new Node())
                .acquire("job", PERIOD.plusMinutes(1))
                .isPresent());
    }

    private static void await(BooleanSupplier state) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!state.getAsBoolean()) {
            assertTrue("in time", System.nanoTime() < limit);
        }
    }

    private JobRunner runner(Consumer<JobRun> work) {
        return runner(work, PERIOD);
    }

    private JobRunner runner(Consumer<JobRun> work, Duration period) {
        return runner(job(work, period), tenant -> true);
    }

    /** One whose lease is not renewed while it works: a renewal at the same moment would keep the next one out. */
    private JobRunner unrenewed(Consumer<JobRun> work) {
        return runner(job(work, PERIOD), tenant -> true, Duration.ofHours(1));
    }

    private static LeasedJob job(Consumer<JobRun> work, Duration period) {
        return new LeasedJob() {
            @Override
            public String name() {
                return "job";
            }

            @Override
            public Duration period() {
                return period;
            }

            @Override
            public void run(JobRun run) {
                work.accept(run);
            }
        };
    }

    private JobRunner runner(LeasedJob job, Predicate<TenantId> isUnderProof) {
        return runner(job, isUnderProof, Duration.ofMillis(50));
    }

    private JobRunner runner(LeasedJob job, Predicate<TenantId> isUnderProof, Duration renewal) {
        return new JobRunner(
                job,
                house.leases,
                new KnownTenants(List.of(() -> List.of(NORTH, SOUTH))),
                new OffsetClock(house.clock),
                new JobRunner.Renewal(renewals, renewal),
                isUnderProof);
    }
}
