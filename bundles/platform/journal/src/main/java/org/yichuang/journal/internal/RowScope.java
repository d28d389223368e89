package org.yichuang.journal.internal;

import org.yichuang.kernel.api.TenantId;

/**
 * Whose rows a transaction sees and writes where the database has row-level security: a second wall, behind what the
 * statements ask for themselves.
 *
 * @param setting what the database is told; empty where only tables of the deployment are worked with
 * @param reason why the platform looks across the tenants, empty where it does not
 */
record RowScope(String setting, String reason) {
    private static final String ACROSS = "*";

    /** Tables that belong to no tenant, such as leases and marks; of those that do there is no row. */
    static final RowScope DEPLOYMENT = new RowScope("", "");

    /** The rows of one tenant. */
    static RowScope of(TenantId tenant) {
        return of(tenant.value());
    }

    /** The rows of one tenant, by what stands in them, which need not be a well-formed id. */
    static RowScope of(String tenant) {
        if (tenant.isEmpty() || tenant.equals(ACROSS)) {
            throw new IllegalArgumentException("'" + tenant + "' names no tenant");
        }
        return new RowScope(tenant, "");
    }

    /**
     * All tenants' rows: the one way to them, for the platform's own work.
     *
     * @param reason what for, for the log and for the reader
     */
    static RowScope acrossTenants(String reason) {
        return new RowScope(ACROSS, reason);
    }
}
