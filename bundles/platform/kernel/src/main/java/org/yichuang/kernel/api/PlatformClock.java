package org.yichuang.kernel.api;

import java.time.Clock;
import java.time.Duration;

/**
 * The clock of the house, the only one there is; a service of the journal, which stands lowest. Whoever stamps a
 * call or
 * a run asks it, and nobody asks the machine.
 */
public interface PlatformClock {
    /** The time of the house in {@link CallContext#ZONE}: the machine's, moved by the offset of a rehearsal. */
    Clock clock();

    /** The machine's own time, which no rehearsal moves: for retries, leases and the age of technical rows. */
    Clock machine();

    /** Moves {@link #clock()} against the machine from now on; zero gives them the same time. */
    void moveBy(Duration offset);
}
