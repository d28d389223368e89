package org.yichuang.tenancy.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** The tree of centres of this container, as it is configured right now; in memory, cheap to ask. */
public interface Tenants {
    /**
     * Returns the centre.
     *
     * @throws ProblemException {@code tenant-unknown}
     */
    Tenant get(TenantId id);

    /** Returns the centre, if there is one. */
    Optional<Tenant> find(TenantId id);

    /** Returns all centres, parents before children, then by division code. */
    List<Tenant> all();

    /** Returns the centres directly below. */
    List<Tenant> children(TenantId id);

    /** Returns the centre itself and those above it, from the nearest to the root. */
    List<Tenant> lineage(TenantId id);

    /** Returns the nearest centre of the level among the centre itself and those above it. */
    default Optional<Tenant> above(TenantId id, Level level) {
        return lineage(id).stream().filter(tenant -> tenant.level() == level).findFirst();
    }

    /** Returns the configurations that were refused and why, in the order of their names. */
    List<Refusal> refusals();

    /** Returns the working calendar of a centre: the national one under its region's own days (R2-03). */
    WorkingCalendar calendar(TenantId id);

    /** Returns the platform's clock, in Asia/Shanghai; the only one there is. */
    Clock clock();

    /**
     * A configuration that was not taken; what it had set before stays in force.
     *
     * @param source the configuration's name (its file)
     * @param key the offending key
     * @param zh why, in Chinese
     * @param en why, in English
     */
    record Refusal(String source, String key, String zh, String en) {}
}
