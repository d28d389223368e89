package org.yichuang.tenancy.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
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

    /**
     * Returns the refusals that concern somebody at a centre: those of files of that centre and of centres below it;
     * the
     * whole deployment's (calendars, clock) and those of centres that stand nowhere yet only where no other root is.
     */
    default List<Refusal> refusals(TenantId viewer) {
        boolean isOnlyRoot = lineage(viewer).size() == 1
                && all().stream().filter(tenant -> tenant.parent().isEmpty()).count() == 1;
        return refusals().stream()
                .filter(refusal -> refusal.centre()
                        .flatMap(this::find)
                        .map(centre -> lineage(centre.id()).stream()
                                .anyMatch(above -> above.id().equals(viewer)))
                        .orElse(isOnlyRoot))
                .toList();
    }

    /** Returns the working calendar of a centre: the national one under its region's own days (R2-03). */
    WorkingCalendar calendar(TenantId id);

    /** Returns the platform's clock, in Asia/Shanghai; the only one there is. */
    Clock clock();

    /**
     * A configuration that was not taken; what it had set before stays in force.
     *
     * @param source the configuration's name (its file)
     * @param key the offending key
     * @param message why
     */
    record Refusal(String source, String key, LocalizedMessage message) {
        private static final Pattern FILE = Pattern.compile("org\\.yichuang\\.tenant-([a-z][a-z0-9-]{1,39})\\.cfg");

        /** The centre that the file is named after, there or not; empty for what concerns the whole deployment. */
        public Optional<TenantId> centre() {
            return Optional.of(FILE.matcher(source)).filter(Matcher::matches).map(file -> new TenantId(file.group(1)));
        }
    }
}
