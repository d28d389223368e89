package org.yichuang.tenancy.internal.health;

import java.time.Duration;
import java.util.List;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Does the platform tell the machine's time? */
class ClockCheck extends ModuleCheck {
    private static final Duration UNNOTICED = Duration.ofSeconds(1);

    private final PlatformClock clock;

    ClockCheck(PlatformClock clock) {
        super("clock", "时钟", DOCTOR);
        this.clock = clock;
    }

    @Override
    protected List<Finding> look() {
        Duration offset =
                Duration.between(clock.machine().instant(), clock.clock().instant());
        if (offset.abs().compareTo(UNNOTICED) < 0) {
            return List.of(Finding.ok("与机器时间一致", "It tells the machine's time"));
        }
        return List.of(Finding.warn(
                "平台时钟偏移约 " + offset.toHours() + " 小时",
                "It is set off by about " + offset.toHours() + " hours",
                "演练结束后在 etc/org.yichuang.tenancy.cfg 中把 clock.offset 改回 PT0S",
                "After the rehearsal set clock.offset back to PT0S in etc/org.yichuang.tenancy.cfg"));
    }
}
