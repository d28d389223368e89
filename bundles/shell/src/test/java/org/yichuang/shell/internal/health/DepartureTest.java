package org.yichuang.shell.internal.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

public class DepartureTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicLong now = new AtomicLong(1);
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    public void whereNobodyAsksItEndsAtOnce() {
        Departure departure = new Departure(() -> LONG, now::get);

        departure.leave(ended::incrementAndGet);

        assertEquals(1, ended.get());
        assertTrue(departure.isLeaving());
    }

    @Test
    public void whoAskedLongAgoIsNotWaitedFor() {
        Departure departure = new Departure(() -> LONG, now::get);
        assertFalse(departure.isLeaving());
        now.addAndGet(Duration.ofSeconds(61).toNanos());

        departure.leave(ended::incrementAndGet);

        assertEquals(1, ended.get());
    }

    @Test(timeout = 60_000)
    public void whoAsksHearsItBeforeItEnds() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        Departure departure = new Departure(
                () -> {
                    told.countDown();
                    return LONG;
                },
                now::get);
        assertFalse(departure.isLeaving());

        CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> departure.leave(ended::incrementAndGet));
        assertTrue(told.await(30, TimeUnit.SECONDS));
        assertTrue(departure.isLeaving());
        assertEquals("it still serves", 0, ended.get());

        departure.leave(ended::incrementAndGet);
        leaving.get(30, TimeUnit.SECONDS);
        assertEquals("told twice it ends, once", 1, ended.get());
    }

    @Test(timeout = 60_000)
    public void theSignalIsHeardAndGivenBack() throws Exception {
        CompletableFuture<Runnable> outer = new CompletableFuture<>();
        TerminationSignal first = TerminationSignal.heardBy(outer::complete);
        try {
            CompletableFuture<Runnable> inner = new CompletableFuture<>();
            TerminationSignal second = TerminationSignal.heardBy(inner::complete);
            terminate();
            inner.get(30, TimeUnit.SECONDS).run();
            outer.get(30, TimeUnit.SECONDS);
            second.giveBack();
        } finally {
            first.giveBack();
        }
    }

    private static void terminate() throws Exception {
        String own = Long.toString(ProcessHandle.current().pid());
        assertEquals(0, new ProcessBuilder("kill", "-TERM", own).start().waitFor());
    }

    @Test(timeout = 60_000)
    public void itEndsWhenItHasWaited() {
        Departure departure = new Departure(() -> Duration.ofMillis(20), now::get);
        assertFalse(departure.isLeaving());

        departure.leave(ended::incrementAndGet);

        assertEquals(1, ended.get());
    }
}
