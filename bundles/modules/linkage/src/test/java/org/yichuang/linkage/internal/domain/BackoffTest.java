package org.yichuang.linkage.internal.domain;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));

    @Test
    public void theDelayDoublesFromOneSecondToTenMinutes() {
        List<Long> seconds = IntStream.rangeClosed(1, 12)
                .mapToObj(attempts -> backoff.next(attempts).toSeconds())
                .toList();

        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L, 600L), seconds);
    }

    @Test
    public void weeksOfAttemptsOverflowNothing() {
        assertEquals(Duration.ofMinutes(10), backoff.next(1_000));
        assertEquals(Duration.ofMinutes(10), backoff.next(Integer.MAX_VALUE));
    }
}
