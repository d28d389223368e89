package org.yichuang.tenancy.api;

import org.yichuang.kernel.api.TenantId;

/**
 * Whiteboard: a service of this type is told when centres or calendars change, and when it comes, of every centre that
 * is there: whatever it does for centres needs no look of its own. Of a change that takes place while it comes it may
 * be told twice. Calls are serialised and must be short.
 */
public interface TenancyListener {
    /** A centre has been added or changed, or was there before this listener. */
    default void tenantChanged(Tenant tenant) {}

    /** A centre has been removed; its rows stay. */
    default void tenantRemoved(TenantId id) {}

    /** The working calendar has changed: whatever was computed from it must be computed again (R2-04). */
    default void calendarChanged() {}
}
