package org.yichuang.console.internal.view;

import java.util.List;
import org.yichuang.tenancy.api.Tenant;

/**
 * A centre in the tree.
 *
 * @param centre the centre
 * @param depth how far below the root
 * @param modules the names of the modules that are switched on
 * @param refused whether the present version of its configuration is not taken
 */
public record CentreRow(Tenant centre, int depth, List<String> modules, boolean refused) {
    /** Its state, the end of a key in the texts. */
    public String state() {
        return centre.isSuspended() ? "suspended" : refused ? "refused" : "open";
    }
}
