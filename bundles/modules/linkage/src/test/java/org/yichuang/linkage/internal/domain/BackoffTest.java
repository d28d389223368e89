package org.yichuang.linkage.internal.domain;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;

public class BackoffTest {
    private static final Instant WRITTEN = Instant.parse("2026-03-02T01:00:00Z");

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofDays(3));

    @Test
    public void theDelayDoublesFromOneSecondToTenMinutes() {
        List<Long> seconds = IntStream.rangeClosed(1, 12)
                .mapToObj(attempts ->
                        backoff.next(attempts, WRITTEN, WRITTEN).orElseThrow().toSeconds())
                .toList();

        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L, 600L), seconds);
    }

    @Test
    public void aThousandAttemptsOverflowNothing() {
        assertEquals(Optional.of(Duration.ofMinutes(10)), backoff.next(1000, WRITTEN, WRITTEN));
    }

    @Test
    public void patienceEndsAfterThreeDays() {
        Instant threeDaysOn = WRITTEN.plus(Duration.ofDays(3));

        assertEquals(Optional.of(Duration.ofMinutes(10)), backoff.next(400, WRITTEN, threeDaysOn));
        assertEquals(Optional.empty(), backoff.next(400, WRITTEN, threeDaysOn.plusMillis(1)));
    }

    @Test
    public void aClockSetForwardDoesNotEndWhatHasJustBegun() {
        assertEquals(Optional.of(Duration.ofSeconds(4)), backoff.next(3, WRITTEN, WRITTEN.plus(Duration.ofDays(30))));
    }
}
