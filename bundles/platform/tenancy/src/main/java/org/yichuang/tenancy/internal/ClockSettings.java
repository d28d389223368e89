package org.yichuang.tenancy.internal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Dictionary;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes {@code clock.offset} (ISO-8601 duration, e.g. {@code P8D}) from the configuration {@code org.yichuang.tenancy}. */
public class ClockSettings implements ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSettings.class);

    private final PlatformClock clock;
    private volatile Duration offset = Duration.ZERO;

    public ClockSettings(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public void updated(Dictionary<String, ?> values) throws ConfigurationException {
        Object text = values == null ? null : values.get("clock.offset");
        Duration wanted;
        try {
            wanted = text == null || text.toString().isBlank()
                    ? Duration.ZERO
                    : Duration.parse(text.toString().strip());
        } catch (DateTimeParseException e) {
            throw new ConfigurationException("clock.offset", "is not an ISO-8601 duration such as P8D: " + text, e);
        }
        if (!wanted.equals(offset)) {
            LOG.warn("平台时钟偏移改为 {} / The platform's clock is moved by {}", wanted, wanted);
        }
        offset = wanted;
        clock.moveBy(wanted);
    }
}
