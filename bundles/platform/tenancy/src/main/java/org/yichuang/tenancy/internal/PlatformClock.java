package org.yichuang.tenancy.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.yichuang.kernel.api.CallContext;

/** The platform's clock. A rehearsal may move it; whoever holds it follows. */
public final class PlatformClock extends Clock {
    private final Clock machine;
    private final ZoneId zone;
    private final AtomicReference<Duration> offset;

    public PlatformClock(Clock machine) {
        this(machine, CallContext.ZONE, new AtomicReference<>(Duration.ZERO));
    }

    private PlatformClock(Clock machine, ZoneId zone, AtomicReference<Duration> offset) {
        this.machine = machine;
        this.zone = zone;
        this.offset = offset;
    }

    /** Moves the clock, relative to the machine's. */
    void move(Duration to) {
        offset.set(to);
    }

    /** How far it is from the machine's. */
    Duration offset() {
        return offset.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new PlatformClock(machine, other, offset);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset.get());
    }
}
