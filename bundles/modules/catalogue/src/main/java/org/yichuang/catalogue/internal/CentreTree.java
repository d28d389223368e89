package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The centres below one. */
final class CentreTree {
    /** So many centres are looked at for a tree. */
    static final int MOST_CENTRES = 3_000;

    private CentreTree() {}

    /** Returns all of them, the higher ones first; {@code too-large} for more than three thousand. */
    static List<Tenant> below(TenantId id, Tenants tenants) {
        List<Tenant> found = new ArrayList<>(tenants.children(id));
        for (int i = 0; i < found.size() && found.size() <= MOST_CENTRES; i++) {
            found.addAll(tenants.children(found.get(i).id()));
        }
        if (found.size() > MOST_CENTRES) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(CentreTree.class, "entry.tree-too-large", MOST_CENTRES));
        }
        return found;
    }
}
