package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;

/** The machine's clock and the same moved by an offset. */
public class OffsetClock implements PlatformClock {
    private final Clock machine;
    private final Clock moved;
    private volatile Duration offset = Duration.ZERO;

    /** On the machine's clock; the only place that asks for it. */
    public OffsetClock() {
        this(Clock.system(CallContext.ZONE));
    }

    OffsetClock(Clock machine) {
        this.machine = machine;
        this.moved = new Moved(machine.getZone());
    }

    @Override
    public Clock clock() {
        return moved;
    }

    @Override
    public Clock machine() {
        return machine;
    }

    @Override
    public void moveBy(Duration newOffset) {
        offset = newOffset;
    }

    private final class Moved extends Clock {
        private final ZoneId zone;

        Moved(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Moved(other);
        }

        @Override
        public Instant instant() {
            return machine.instant().plus(offset);
        }
    }
}
