package org.yichuang.journal.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.TenantId;

/**
 * Notices, on every container, when entries wait for an anchor and none comes: until then they could be removed without
 * a trace. Told by what this container sees and how long it has seen it, not by moments that stand in the database.
 */
public class AnchorWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorWatch.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration BLIND = Duration.ofMinutes(2);

    private final Map<TenantId, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile long lastLook = System.nanoTime();

    /**
     * Looks at who waits.
     *
     * @param tenants with entries that no anchor holds
     * @param lastAnchor the number of a tenant's last anchor
     * @param nowNanos nanoseconds of a clock that nobody sets
     */
    public void look(Collection<TenantId> tenants, ToLongFunction<TenantId> lastAnchor, long nowNanos) {
        lastLook = System.nanoTime();
        waiting.keySet().retainAll(Set.copyOf(tenants));
        for (TenantId tenant : tenants) {
            long anchor = lastAnchor.applyAsLong(tenant);
            waiting.merge(
                    tenant,
                    new Waiting(anchor, nowNanos, false),
                    (before, next) -> before.anchor == next.anchor ? before : next);
            waiting.computeIfPresent(tenant, (each, since) -> since.alarmed(each, nowNanos));
        }
    }

    /** Whether nobody has looked for two minutes, so that nothing can be said. */
    public boolean isBlind() {
        return System.nanoTime() - lastLook > BLIND.toNanos();
    }

    /** Whether a tenant's entries had waited for longer than a minute at the last look. */
    boolean isOverdue(TenantId tenant) {
        Waiting since = waiting.get(tenant);
        return since != null && since.alarmed;
    }

    /**
     * Whether nobody gets an anchor: several tenants waited at the last look, and all of them for longer than a minute.
     * A single one that waits is its own affair, also at night when nobody else writes.
     */
    public boolean isStuck() {
        List<Waiting> all = List.copyOf(waiting.values());
        return all.size() > 1 && all.stream().allMatch(Waiting::alarmed);
    }

    /** The tenants whose entries have waited for longer than a minute at the last look. */
    public List<TenantId> overdue() {
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue().alarmed)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private record Waiting(long anchor, long sinceNanos, boolean alarmed) {
        Waiting alarmed(TenantId tenant, long nowNanos) {
            if (alarmed || nowNanos - sinceNanos < PATIENCE.toNanos()) {
                return this;
            }
            LOG.error(
                    "The entries of {} have had no anchor for {} s: they could be removed unseen",
                    tenant,
                    Duration.ofNanos(nowNanos - sinceNanos).toSeconds());
            return new Waiting(anchor, sinceNanos, true);
        }
    }
}
