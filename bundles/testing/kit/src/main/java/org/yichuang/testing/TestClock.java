package org.yichuang.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;

/** A machine's clock that stands until it is moved, and the platform's, which a rehearsal moves against it. */
public final class TestClock extends Clock implements PlatformClock {
    /** Not even on a whole millisecond: what is kept with less is found out. */
    private Instant now = Instant.parse("2026-03-02T01:00:00.123456Z");

    private Duration tick = Duration.ZERO;
    private Duration offset = Duration.ZERO;

    /** Moves on, or back. */
    public synchronized void forward(Duration by) {
        now = now.plus(by);
    }

    /** Says what time it is. */
    public synchronized void set(Instant moment) {
        now = moment;
    }

    /** From now on every look at it is so much later than the one before. */
    public synchronized void tick(Duration between) {
        tick = between;
    }

    /** The time of the house, which a rehearsal moves against this one, the machine's. */
    @Override
    public synchronized Clock clock() {
        return offset.isZero() ? this : Clock.offset(this, offset);
    }

    @Override
    public Clock machine() {
        return this;
    }

    @Override
    public synchronized void moveBy(Duration rehearsal) {
        offset = rehearsal;
    }

    @Override
    public ZoneId getZone() {
        return CallContext.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody asks for it");
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(tick);
        return now;
    }
}
