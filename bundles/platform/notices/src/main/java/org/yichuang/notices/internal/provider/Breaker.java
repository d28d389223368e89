package org.yichuang.notices.internal.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a provider alone that does not answer: after some failures in a row for a while, which grows until it answers
 * again.
 */
public final class Breaker {
    private static final int FAILURES = 3;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 4;

    private final Clock machineClock;
    private int failures;
    private Instant until = Instant.MIN;

    public Breaker(Clock machineClock) {
        this.machineClock = machineClock;
    }

    /** How long the provider is still left alone; zero when it may be asked. */
    public synchronized Duration left() {
        Instant now = machineClock.instant();
        return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Notes how the provider behaved. */
    public synchronized void note(Outcome outcome) {
        if (outcome.isAnswered()) {
            failures = 0;
            return;
        }
        failures++;
        if (failures >= FAILURES) {
            int doublings = Math.min(failures - FAILURES, MOST_DOUBLINGS);
            until = machineClock.instant().plus(FIRST.multipliedBy(1L << doublings));
        }
    }
}
