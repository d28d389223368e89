package org.yichuang.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
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

    /** Tells whether a module's gate is not to be asked now. */
    boolean isPaused(String module, CallContext context) {
        State state = states.getIfPresent(new Key(context.tenant(), module));
        return state != null && state.isPaused(context.at());
    }

    /** It answered, but so late that nobody should wait for it again. */
    void slow(String module, String why, CallContext context) {
        state(module, context).pause(context.at());
        tell(module, why, context);
    }

    /** It failed at a case. */
    void failed(String module, String number, String why, CallContext context) {
        if (state(module, context).failed(number, context.at())) {
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
        private Instant since = Instant.MIN;
        private Instant until = Instant.MIN;

        synchronized boolean isPaused(Instant at) {
            return at.isBefore(until);
        }

        synchronized void pause(Instant at) {
            until = at.plus(PAUSE);
            failedCases.clear();
        }

        /** Tells whether that makes it a pause. */
        synchronized boolean failed(String number, Instant at) {
            if (failedCases.isEmpty() || at.isAfter(since.plus(PAUSE))) {
                failedCases.clear();
                since = at;
            }
            failedCases.add(number);
            if (failedCases.size() < CASES) {
                return false;
            }
            pause(at);
            return true;
        }
    }
}
