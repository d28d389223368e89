package org.yichuang.documents.internal.scan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** For how long a scanner that is away is left alone: longer each time, five minutes at most. */
final class ScannerRest {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 5;

    private final Clock machineClock;
    private int failures;
    private Instant until = Instant.MIN;

    ScannerRest(Clock machineClock) {
        this.machineClock = machineClock;
    }

    synchronized boolean lasts() {
        return machineClock.instant().isBefore(until);
    }

    synchronized void begin() {
        Duration rest = FIRST.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        until = machineClock.instant().plus(rest.compareTo(LONGEST) < 0 ? rest : LONGEST);
    }

    synchronized void end() {
        failures = 0;
        until = Instant.MIN;
    }
}
