package org.yichuang.tenancy.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Dictionary;
import java.util.List;
import java.util.Optional;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** Takes the clock's offset from the configuration {@code org.yichuang.tenancy}, at run time too. */
public class ClockSettings implements ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSettings.class);
    private static final String KEY = "clock.offset";

    private final PlatformClock clock;
    private volatile Optional<Refusal> refusal = Optional.empty();

    public ClockSettings(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public void updated(Dictionary<String, ?> properties) {
        Object value = properties == null ? null : properties.get(KEY);
        String text = value == null ? "" : value.toString().strip();
        try {
            Duration offset = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
            if (!offset.equals(clock.offset())) {
                LOG.warn("The platform's clock now differs from the machine's by {}", offset);
            }
            clock.move(offset);
            refusal = Optional.empty();
        } catch (DateTimeException e) {
            refusal = Optional.of(new Refusal(
                    "org.yichuang.tenancy.cfg",
                    KEY,
                    "“" + text + "” 不是 ISO 8601 时长，如 P20D、PT-3H",
                    "\"" + text + "\" is not an ISO 8601 duration such as P20D or PT-3H"));
            LOG.warn("{}: {} / {}", KEY, refusal.get().zh(), refusal.get().en());
        }
    }

    /** Why the present setting was not taken, if so. */
    Optional<Refusal> refusal() {
        return refusal;
    }
}
