package org.yichuang.tenancy.internal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Dictionary;
import java.util.Optional;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** Takes {@code clock.offset} (ISO-8601, e.g. {@code P8D}) from the configuration {@code org.yichuang.tenancy}. */
public class ClockSettings implements ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSettings.class);

    private final PlatformClock clock;
    private volatile Duration offset = Duration.ZERO;
    private volatile Optional<Refusal> refusal = Optional.empty();

    public ClockSettings(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public void updated(Dictionary<String, ?> values) {
        Object text = values == null ? null : values.get("clock.offset");
        Duration wanted;
        try {
            wanted = text == null || text.toString().isBlank()
                    ? Duration.ZERO
                    : Duration.parse(text.toString().strip());
        } catch (DateTimeParseException e) {
            refusal = Optional.of(new Refusal(
                    "org.yichuang.tenancy.cfg",
                    "clock.offset",
                    LocalizedMessage.of(ClockSettings.class, "clock.not-a-duration", text)));
            LOG.warn("clock.offset: {}", refusal.get().message().forLog());
            return;
        }
        refusal = Optional.empty();
        if (!wanted.equals(offset)) {
            LOG.warn(LocalizedMessage.of(ClockSettings.class, "clock.moved", wanted)
                    .forLog());
        }
        offset = wanted;
        clock.moveBy(wanted);
    }

    /** Why the present setting was not taken, if so; the offset before it stays. */
    Optional<Refusal> refusal() {
        return refusal;
    }
}
