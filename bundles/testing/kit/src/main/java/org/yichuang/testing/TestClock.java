package org.yichuang.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;

/** A clock that stands until it is moved; machine and platform have the same time. */
public final class TestClock extends Clock implements PlatformClock {
    private volatile Instant now = Instant.parse("2026-03-02T01:00:00.123456Z");

    /** Moves on. */
    public void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public Clock machine() {
        return this;
    }

    @Override
    public void moveBy(Duration offset) {
        throw new UnsupportedOperationException("Say forward");
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
    public Instant instant() {
        return now;
    }
}
