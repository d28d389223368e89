package org.yichuang.shell.internal.doctor;

import java.util.List;

/** Does the platform tell the machine's time? */
class ClockCheck implements Check {
    private final Settings settings;

    ClockCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "时钟 clock";
    }

    @Override
    public List<Finding> run() {
        if (settings.clockOffset().isZero()) {
            return List.of(Finding.ok(name(), "与机器时间一致", "It tells the machine's time"));
        }
        return List.of(Finding.warn(
                name(),
                "平台时钟偏移 " + settings.clockOffset(),
                "It is set off by " + settings.clockOffset(),
                "演练结束后在 etc/org.yichuang.tenancy.cfg 中把 clock.offset 改回 PT0S / After the rehearsal set it back"));
    }
}
