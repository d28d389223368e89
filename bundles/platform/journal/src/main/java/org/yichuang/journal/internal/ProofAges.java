package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.TenantId;

/** How long ago the trails of the present tenants have been proved sound, as every node can tell. */
public class ProofAges {
    private final ProofMarks marks;
    private final KnownTenants tenants;
    private final Clock machineClock;

    ProofAges(ProofMarks marks, KnownTenants tenants, Clock machineClock) {
        this.marks = marks;
        this.tenants = tenants;
        this.machineClock = machineClock;
    }

    /** The tenants whose last proof is longer ago; those that were never proved are not among them. */
    public List<TenantId> olderThan(Duration age) {
        Instant limit = machineClock.instant().minus(age);
        return present().entrySet().stream()
                .filter(each -> each.getValue().isBefore(limit))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** How long ago the one was that is longest ago; nothing when there was none yet. */
    Duration oldest() {
        Instant now = machineClock.instant();
        return present().values().stream()
                .map(at -> Duration.between(at, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Map<TenantId, Instant> present() {
        Map<TenantId, Instant> proved = marks.all();
        Set<TenantId> known = new HashSet<>(tenants.all());
        proved.keySet().retainAll(known);
        return proved;
    }
}
