package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.TenantId;

/**
 * How long ago the trails of the present tenants have been proved sound, as every node can tell; one that never was has
 * been waiting since its first entry.
 */
public class ProofAges {
    private final ProofMarks marks;
    private final KnownTenants tenants;
    private final Clock machineClock;

    ProofAges(ProofMarks marks, KnownTenants tenants, Clock machineClock) {
        this.marks = marks;
        this.tenants = tenants;
        this.machineClock = machineClock;
    }

    /** The tenants whose trail has not been proved for longer, or of which the mark about it was changed. */
    public List<TenantId> olderThan(Duration age) {
        Instant limit = machineClock.instant().minus(age);
        return present().entrySet().stream()
                .filter(each -> each.getValue().isBefore(limit))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** How long the trail has not been proved for which it is longest; nothing when there is none yet. */
    Duration oldest() {
        Instant now = machineClock.instant();
        return present().values().stream()
                .map(at -> Duration.between(at, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Map<TenantId, Instant> present() {
        Map<TenantId, Instant> all = marks.all();
        all.putAll(marks.never());
        Set<TenantId> known = new HashSet<>(tenants.all());
        all.keySet().retainAll(known);
        return all;
    }
}
