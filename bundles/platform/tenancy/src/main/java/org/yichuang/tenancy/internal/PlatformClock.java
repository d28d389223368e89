package org.yichuang.tenancy.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The one clock: the machine's, moved by an offset that an operator sets for rehearsals. */
public class PlatformClock extends Clock {
    private final Clock machine;
    private volatile Duration offset = Duration.ZERO;

    /** On the machine's clock in the given zone. */
    public PlatformClock(Clock machine) {
        this.machine = machine;
    }

    /** Moves the clock from now on. */
    public void moveBy(Duration newOffset) {
        this.offset = newOffset;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        PlatformClock self = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return self.withZone(other);
            }

            @Override
            public Instant instant() {
                return self.instant();
            }
        };
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }
}
