package org.yichuang.tenancy.api;

import java.util.Map;
import java.util.Optional;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;

/**
 * What people do to centres, at a page or in the shell: in force at once on this node and within two seconds on all
 * others,
 * written in the centre's journal in the same transaction. Whoever acts at a centre reaches that centre, and with the
 * permission {@code tenancy.below} also those below it. Where a node has a file of the centre, it is written anew.
 */
public interface TenantEditing {
    /** Tells why a configuration for a new centre would be refused as things stand; empty when it would be taken. */
    Optional<Tenants.Refusal> weigh(Map<String, String> settings);

    /**
     * Opens a centre.
     *
     * @param settings its settings by key, as a file would carry them
     * @throws ProblemException {@code tenant-invalid} with the offending key, {@code not-allowed}, {@code other-tenant}
     */
    @RequiresPermission(TenancyPermission.OPEN)
    void open(Map<String, String> settings, CallContext context);

    /**
     * Changes settings of a centre, for good; where it stands in the tree stays.
     *
     * @param settings the new values by key ({@code name}, and every declared setting but {@code state}); an empty one
     *     takes the setting away
     * @throws ProblemException {@code tenant-unknown}, {@code tenant-invalid} with the offending key, {@code
     *     not-allowed},
     *     {@code other-tenant}; then nothing changes
     */
    @RequiresPermission(TenancyPermission.CHANGE)
    void change(TenantId id, Map<String, String> settings, CallContext context);

    /**
     * Lets a centre serve nobody for a while: its pages and interfaces answer 503, its rows stay.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code not-allowed}, {@code other-tenant}
     */
    @RequiresPermission(TenancyPermission.SUSPEND)
    void suspend(TenantId id, CallContext context);

    /**
     * Lets a centre serve again.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code not-allowed}, {@code other-tenant}
     */
    @RequiresPermission(TenancyPermission.SUSPEND)
    void resume(TenantId id, CallContext context);

    /**
     * Switches a module on or off for a centre.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code module-unknown}, {@code not-allowed}, {@code
     *     other-tenant}
     */
    @RequiresPermission(TenancyPermission.SWITCH)
    void switchModule(TenantId id, String module, boolean on, CallContext context);

    /**
     * Takes a centre away; its rows and its journal stay and are found again by a centre of the same id.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code tenant-in-use} while it is open or has centres below it,
     *     {@code not-allowed}, {@code other-tenant}
     */
    @RequiresPermission(TenancyPermission.REMOVE)
    void remove(TenantId id, CallContext context);
}
