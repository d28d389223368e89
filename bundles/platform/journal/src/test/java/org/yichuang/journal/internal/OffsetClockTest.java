package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.Test;
import org.yichuang.kernel.api.PlatformClock;

public class OffsetClockTest {
    private static final Instant MACHINE = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    public void whoHoldsTheClockSeesItMove() {
        PlatformClock clock = new OffsetClock(Clock.fixed(MACHINE, ZoneOffset.UTC));
        Clock held = clock.clock();
        Clock elsewhere = held.withZone(ZoneOffset.ofHours(8));

        clock.moveBy(Duration.ofDays(20));

        assertEquals(MACHINE.plus(Duration.ofDays(20)), held.instant());
        assertEquals(MACHINE.plus(Duration.ofDays(20)), elsewhere.instant());
        assertEquals(MACHINE, clock.machine().instant());
    }
}
