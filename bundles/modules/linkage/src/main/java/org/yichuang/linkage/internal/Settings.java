package org.yichuang.linkage.internal;

import java.time.Duration;
import org.yichuang.kernel.api.OperatorSetting;
import org.yichuang.linkage.internal.domain.Backoff;

/**
 * What an operator can set (PID {@code org.yichuang.linkage}).
 *
 * @param transport the Camel endpoint that envelopes are handed to
 * @param receive the Camel endpoint that envelopes are taken from
 * @param workers how many messages are carried at a time
 * @param poll how often the outbox is looked at without being woken
 * @param claim how long a claimed message is ours
 * @param backoff when a failed message is tried again
 */
public record Settings(String transport, String receive, int workers, Duration poll, Duration claim, Backoff backoff) {
    /** How long a message of a switched-off centre rests before it is looked at again. */
    public static final Duration REST = Duration.ofSeconds(15);

    private static final String FILE = "org.yichuang.linkage.cfg ";
    private static final int MOST_WORKERS = 64;

    /** As the configuration has them: texts, durations in ISO-8601. */
    public static Settings of(
            String transport, String receive, String workers, String poll, String claim, Backoff backoff) {
        return new Settings(
                transport,
                receive,
                (int) Math.min(MOST_WORKERS, OperatorSetting.number(FILE + "workers", workers, 1, 4)),
                OperatorSetting.duration(FILE + "poll", poll, "PT1S"),
                OperatorSetting.duration(FILE + "claim", claim, "PT20S"),
                backoff);
    }

    /** The schedule of attempts. */
    public static Backoff backoff(String first, String longest, String patience) {
        return new Backoff(
                OperatorSetting.duration(FILE + "retry.first", first, "PT1S"),
                OperatorSetting.duration(FILE + "retry.longest", longest, "PT10M"),
                OperatorSetting.duration(FILE + "retry.for", patience, "P3D"));
    }

    /** Whether envelopes stay in this container, so that they need not become bytes. */
    public boolean staysInside() {
        return transport.startsWith("direct:") || transport.startsWith("seda:");
    }
}
