package org.yichuang.tenancy.internal.domain;

import java.util.Map;
import org.yichuang.kernel.api.TenantId;

/**
 * A centre as the database keeps it.
 *
 * @param id the centre
 * @param source the name of the file that describes it, where a node has one
 * @param values its settings by key, as a file would carry them
 * @param revision the number of the change that wrote it
 * @param isRemoved whether the centre has been taken away; its row stays, because its journal does
 */
public record TenantRow(TenantId id, String source, Map<String, String> values, long revision, boolean isRemoved) {
    public TenantRow {
        values = Map.copyOf(values);
    }

    /** The name of a centre's file. */
    public static String sourceOf(TenantId id) {
        return "org.yichuang.tenant-" + id + ".cfg";
    }
}
