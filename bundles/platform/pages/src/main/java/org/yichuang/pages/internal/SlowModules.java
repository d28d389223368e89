package org.yichuang.pages.internal;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.Pauses;
import org.yichuang.kernel.api.TenantId;

/**
 * Asks modules for what they contribute to others' pages. One that fails is left out, one that was slow is left alone
 * for a while, so that it spoils nobody's page.
 */
final class SlowModules {
    static final Duration LONGEST = Duration.ofSeconds(2);
    static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(SlowModules.class);

    private final LongSupplier nanoTime;
    private final Pauses<Contribution> pauses;

    /** @param nanoTime counts nanoseconds, from anywhere */
    SlowModules(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.pauses = new Pauses<>(PAUSE, nanoTime);
    }

    private record Contribution(TenantId centre, String module, String kind) {}

    /**
     * Asks, unless the module is left alone.
     *
     * @param centre whose page it is: what its rows make slow is no other centre's
     * @param kind the sort of page that it contributes to: slowness about one leaves the others
     * @param nothing the answer of one that fails or is left alone
     */
    <T> T ask(TenantId centre, String module, String kind, T nothing, Supplier<T> question) {
        Contribution asked = new Contribution(centre, module, kind);
        if (pauses.isPaused(asked)) {
            return nothing;
        }
        long began = nanoTime.getAsLong();
        try {
            return ForeignCode.call(question, failure -> {
                LOG.warn("What module {} has for pages of the kind '{}' is left out", module, kind, failure);
                return nothing;
            });
        } finally {
            long ended = nanoTime.getAsLong();
            if (ended - began > LONGEST.toNanos()) {
                pauses.pause(asked);
                LOG.warn(
                        "Module {} took {} ms about pages of {} of the kind '{}' and is not asked for {}",
                        module,
                        Duration.ofNanos(ended - began).toMillis(),
                        centre,
                        kind,
                        PAUSE);
            }
        }
    }
}
