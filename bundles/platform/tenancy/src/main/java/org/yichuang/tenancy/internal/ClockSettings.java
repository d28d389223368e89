package org.yichuang.tenancy.internal;

import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** How far the platform's clock is moved, for rehearsals; a change is in force at once. */
public final class ClockSettings extends OperatorSettings<ClockSettings.Values> {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSettings.class);

    private final PlatformClock clock;
    private Duration offset = Duration.ZERO;

    /** With the usual value only. */
    public ClockSettings(PlatformClock clock) {
        this(clock, null);
    }

    /** @param context where the configuration is followed once this is opened */
    public ClockSettings(PlatformClock clock, BundleContext context) {
        super(Values.class, context);
        this.clock = clock;
        onChange(this::move);
    }

    private synchronized void move() {
        Duration wanted = now().offset();
        if (!wanted.equals(offset)) {
            LOG.warn(LocalizedMessage.of(ClockSettings.class, "clock.moved", wanted)
                    .forLog());
        }
        offset = wanted;
        clock.moveBy(wanted);
    }

    /** Why the present setting was not taken, if so; the offset before it stays. */
    Optional<Refusal> refusal() {
        return refused().stream()
                .map(problem -> new Refusal("org.yichuang.tenancy.cfg", problem.field(), problem.message()))
                .findFirst();
    }

    /** @param offset how far the clock is moved */
    @ConfigurationPid("org.yichuang.tenancy")
    record Values(@Setting(key = "clock.offset", usual = "PT0S", least = "-P3650D", most = "P3650D") Duration offset) {}
}
