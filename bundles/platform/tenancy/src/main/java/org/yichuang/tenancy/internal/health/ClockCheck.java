package org.yichuang.tenancy.internal.health;

import java.time.Duration;
import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Does the platform tell the machine's time? */
class ClockCheck extends ModuleCheck {
    private static final Duration UNNOTICED = Duration.ofSeconds(1);

    private final PlatformClock clock;

    ClockCheck(PlatformClock clock) {
        super("clock", DOCTOR);
        this.clock = clock;
    }

    @Override
    protected List<Finding> look() {
        Duration offset =
                Duration.between(clock.machine().instant(), clock.clock().instant());
        if (offset.abs().compareTo(UNNOTICED) < 0) {
            return List.of(Finding.ok(LocalizedMessage.of(ClockCheck.class, "clock-check.tells-machine-time")));
        }
        return List.of(Finding.warn(
                LocalizedMessage.of(ClockCheck.class, "clock-check.set-off-about-hours", offset.toHours()),
                LocalizedMessage.of(ClockCheck.class, "clock-check.after-rehearsal-set-clock-offset")));
    }
}
