package org.yichuang.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * Which completion gates are left alone for a while by those who only look: at one centre, since what one centre's rows
 * make slow or broken is no other's; at once for one that is slow, after several cases for one that fails, as a single
 * broken case is no reason to know nothing of the others.
 */
final class GatePauses {
    /** How long a gate is left alone. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(GatePauses.class);
    private static final int CASES = 3;
    private static final int MOST = 10_000;

    private final Cache<Key, State> states =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final LongSupplier nanos;

    /** @param nanos as {@link System#nanoTime()}: a rehearsal that is set back makes no pause longer */
    GatePauses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Tells whether a module's gate is not to be asked now. */
    boolean isPaused(String module, CallContext context) {
        State state = states.getIfPresent(new Key(context.tenant(), module));
        return state != null && state.isPaused(nanos.getAsLong());
    }

    /** It answered, but so late that nobody should wait for it again. */
    void slow(String module, String why, CallContext context) {
        state(module, context).pause(nanos.getAsLong());
        tell(module, why, context);
    }

    /** It failed at a case. */
    void failed(String module, String number, String why, CallContext context) {
        if (state(module, context).failed(number, nanos.getAsLong())) {
            tell(module, why, context);
        } else {
            LOG.warn("What module {} misses at case {} is not known: {}", module, number, why);
        }
    }

    private State state(String module, CallContext context) {
        return states.get(new Key(context.tenant(), module), key -> new State());
    }

    private static void tell(String module, String why, CallContext context) {
        LOG.warn(
                "What module {} misses at cases of {} is not known, and not asked while cases are looked at for {}: {}",
                module,
                context.tenant(),
                PAUSE,
                why);
    }

    private record Key(TenantId tenant, String module) {}

    /** How a gate has done at a centre lately. */
    private static final class State {
        private final Set<String> failedCases = new HashSet<>();
        private long since;
        private Optional<Long> until = Optional.empty();

        synchronized boolean isPaused(long now) {
            return until.filter(end -> now - end < 0).isPresent();
        }

        synchronized void pause(long now) {
            until = Optional.of(now + PAUSE.toNanos());
            failedCases.clear();
        }

        /** Tells whether that makes it a pause. */
        synchronized boolean failed(String number, long now) {
            if (failedCases.isEmpty() || now - since > PAUSE.toNanos()) {
                failedCases.clear();
                since = now;
            }
            failedCases.add(number);
            if (failedCases.size() < CASES) {
                return false;
            }
            pause(now);
            return true;
        }
    }
}
