package org.yichuang.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.yichuang.kernel.api.TenantId;

/**
 * What was asked about accounts lately, so that most requests need no statement to know it.
 *
 * @param <V> the answer
 */
final class ExpiringCache<V> {
    private static final int MOST = 100_000;

    private final ConcurrentMap<String, Seen<V>> seen = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    Optional<V> find(String key, Instant at, Duration life) {
        Seen<V> known = seen.get(key);
        boolean good = known != null
                && at.isBefore(known.until())
                && Duration.between(known.at(), at).abs().compareTo(life) < 0;
        return good ? Optional.of(known.answer()) : Optional.empty();
    }

    /** Grows whenever something is forgotten; to be asked for before the database is. */
    long generation() {
        return generation.get();
    }

    /**
     * Keeps what the database said, unless something has been forgotten since it was asked.
     *
     * @param until when the answer lapses by itself
     * @param asked the generation before the database was asked
     */
    void keep(String key, String owner, V answer, Instant until, Instant at, long asked) {
        if (seen.size() >= MOST) {
            seen.clear();
        }
        if (generation.get() == asked) {
            seen.put(key, new Seen<>(owner, answer, until, at));
            if (generation.get() != asked) {
                seen.remove(key);
            }
        }
    }

    /** Forgets what concerns an account. */
    void forget(String owner) {
        generation.incrementAndGet();
        seen.values().removeIf(known -> known.owner().equals(owner));
    }

    /** The name under which an account's answers are kept. */
    static String owner(TenantId tenant, String account) {
        return tenant + "/" + account;
    }

    private record Seen<V>(String owner, V answer, Instant until, Instant at) {}
}
