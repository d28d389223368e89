package org.yichuang.journal.api;

import java.util.List;
import org.yichuang.kernel.api.TenantId;

/**
 * SPI: whoever knows the tenants of this container tells them to the journal, which stands below it. Without a
 * directory
 * there are no tenants, and whatever is done for each of them waits.
 */
public interface TenantDirectory {
    /** Returns all tenants as they are right now, parents before children; in memory, cheap to ask. */
    List<TenantId> tenants();
}
