package org.yichuang.tenancy.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.Tenants.Refusal;

/**
 * Changes of files that the database did not take: the first time may be chance, from the second on it is told as a
 * refusal of the file and tried again after growing pauses. Not for several threads.
 */
final class FailedChanges {
    private static final Logger LOG = LoggerFactory.getLogger(FailedChanges.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;

    private final Map<String, Failure> failures = new HashMap<>();

    /** What was tried, how often in vain, and from when on it may be tried again. */
    private record Failure(String digest, int times, long dueNanos) {
        boolean isTold() {
            return times > 1;
        }

        boolean isDue() {
            return System.nanoTime() - dueNanos >= 0;
        }
    }

    /** Tells whether something that was tried in vain may be tried again now. */
    boolean isAnyDue() {
        return failures.values().stream().anyMatch(Failure::isDue);
    }

    /** Tells whether this very change must wait; another change of the same file need not. */
    boolean mustWait(String source, String digest) {
        Failure failure = failures.get(source);
        if (failure != null && !failure.digest().equals(digest)) {
            failures.remove(source);
            return false;
        }
        return failure != null && !failure.isDue();
    }

    void failed(String source, String digest, RuntimeException reason) {
        Failure before = failures.get(source);
        int times = before == null ? 1 : before.times() + 1;
        long pause = times == 1 ? 0 : FIRST_PAUSE.toNanos() << Math.min(times - 2, MOST_DOUBLINGS);
        failures.put(source, new Failure(digest, times, System.nanoTime() + pause));
        if (times == 2) {
            LOG.warn(
                    LocalizedMessage.of(FailedChanges.class, "tenant-file.not-saved", source)
                            .forLog(),
                    reason);
        }
    }

    void succeeded(String source) {
        failures.remove(source);
    }

    /** Forgets all files but those that still want something. */
    void retain(Set<String> sources) {
        failures.keySet().retainAll(sources);
    }

    List<Refusal> refusals() {
        LocalizedMessage words = LocalizedMessage.of(FailedChanges.class, "not-saved");
        return failures.entrySet().stream()
                .filter(entry -> entry.getValue().isTold())
                .map(entry -> new Refusal(entry.getKey(), "file", words))
                .toList();
    }
}
