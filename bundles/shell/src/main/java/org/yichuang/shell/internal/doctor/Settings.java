package org.yichuang.shell.internal.doctor;

import java.time.Duration;
import java.util.Optional;

/** What operators have configured, as far as the doctor asks. */
public interface Settings {
    /** Returns a value of a configuration, if it is set. */
    Optional<String> value(String pid, String key);

    /** By how much the platform's clock runs ahead of the machine's. */
    default Duration clockOffset() {
        return value("org.yichuang.tenancy", "clock.offset")
                .map(Duration::parse)
                .orElse(Duration.ZERO);
    }
}
