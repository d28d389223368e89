package org.yichuang.linkage.internal;

import java.time.Duration;
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
public record Settings(
        String transport, String receive, int workers, Duration poll, Duration claim, Backoff backoff) {
    /** How long a message of a switched-off centre rests before it is looked at again. */
    public static final Duration REST = Duration.ofSeconds(15);

    /** As the configuration has them: texts, durations in ISO-8601. */
    public static Settings of(
            String transport, String receive, int workers, String poll, String claim, Backoff backoff) {
        return new Settings(transport, receive, workers, Duration.parse(poll), Duration.parse(claim), backoff);
    }

    /** The schedule of attempts. */
    public static Backoff backoff(String first, String longest, String patience) {
        return new Backoff(Duration.parse(first), Duration.parse(longest), Duration.parse(patience));
    }

    /** Whether envelopes stay in this container, so that they need not become bytes. */
    public boolean staysInside() {
        return transport.startsWith("direct:") || transport.startsWith("seda:");
    }
}
