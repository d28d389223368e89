package org.yichuang.pages.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.TenantId;

/**
 * Asks modules for what they contribute to others' pages. One that fails is left out, one that was slow is left alone
 * for a while, so that it spoils nobody's page.
 */
final class SlowModules {
    static final Duration LONGEST = Duration.ofSeconds(2);
    static final Duration PAUSE = Duration.ofSeconds(30);
    /** As many are remembered before those whose pause is over are forgotten. */
    private static final int MANY = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(SlowModules.class);

    private final LongSupplier nanoTime;
    private final Map<Contribution, Long> pausedUntil = new ConcurrentHashMap<>();

    /** @param nanoTime counts nanoseconds, from anywhere */
    SlowModules(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Contribution(TenantId centre, String module, String kind) {}

    /**
     * Asks, unless the module is left alone at the centre.
     *
     * @param centre whose page it is: what its rows make slow is no other's
     * @param kind the sort of page that it contributes to: slowness about one leaves the others
     * @param nothing the answer of one that fails or is left alone
     */
    <T> T ask(TenantId centre, String module, String kind, T nothing, Supplier<T> question) {
        Contribution asked = new Contribution(centre, module, kind);
        Long until = pausedUntil.get(asked);
        long began = nanoTime.getAsLong();
        if (until != null && began - until < 0) {
            return nothing;
        }
        try {
            return question.get();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("What module {} has for pages of the kind '{}' is left out", module, kind, e);
            return nothing;
        } finally {
            long ended = nanoTime.getAsLong();
            if (ended - began > LONGEST.toNanos()) {
                if (pausedUntil.size() >= MANY) {
                    pausedUntil.values().removeIf(over -> ended - over >= 0);
                }
                pausedUntil.put(asked, ended + PAUSE.toNanos());
                LOG.warn(
                        "{}: module {} took {} ms about pages of the kind '{}' and is not asked for {}",
                        centre,
                        module,
                        Duration.ofNanos(ended - began).toMillis(),
                        kind,
                        PAUSE);
            }
        }
    }
}
