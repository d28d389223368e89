package org.yichuang.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the database has said lately, in bounded memory, so that most requests need no statement. Freshness goes by the
 * moment of the call. Whoever forgets a key while it is being read waits for the reader: nothing old comes back
 * after it.
 *
 * @param <V> what is kept
 */
final class FreshCache<V> {
    private final Cache<String, Entry<V>> entries;

    /** @param most how many are kept at most */
    FreshCache(int most) {
        entries = Caffeine.newBuilder().maximumSize(most).build();
    }

    /**
     * Returns what was read lately, or reads it; that there is nothing is not kept.
     *
     * @param life how long it may have been since
     */
    Optional<V> get(String key, Instant at, Duration life, Supplier<Optional<V>> reader) {
        Entry<V> known = entries.getIfPresent(key);
        if (known == null || !known.isFresh(at, life)) {
            known = entries.asMap()
                    .compute(
                            key,
                            (same, present) -> present != null && present.isFresh(at, life)
                                    ? present
                                    : reader.get()
                                            .map(read -> new Entry<>(read, at))
                                            .orElse(null));
        }
        return Optional.ofNullable(known).map(Entry::value);
    }

    /** Replaces what is known; nothing happens when nothing is. */
    void replace(String key, V value) {
        entries.asMap().computeIfPresent(key, (same, present) -> new Entry<>(value, present.readAt()));
    }

    /** Forgets what is known. */
    void forget(String key) {
        entries.asMap().remove(key);
    }

    private record Entry<V>(V value, Instant readAt) {
        boolean isFresh(Instant at, Duration life) {
            return Duration.between(readAt, at).abs().compareTo(life) < 0;
        }
    }
}
