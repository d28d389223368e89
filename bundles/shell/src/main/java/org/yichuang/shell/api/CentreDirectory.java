package org.yichuang.shell.api;

import java.time.Instant;
import java.util.Collection;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** SPI: the centres as commands need them; tenancy implements it. */
public interface CentreDirectory {
    /** Returns the ids of all centres. */
    Collection<TenantId> centres();

    /** Returns the ids of the centres that have a module switched on. */
    Collection<TenantId> centresWith(String module);

    /**
     * Returns a centre by what somebody typed.
     *
     * @throws ProblemException {@code tenant-unknown}
     */
    TenantId centre(String typed);

    /**
     * Returns a centre by what somebody typed, provided that it has the module switched on.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code module-off}
     */
    TenantId centre(String typed, String module);

    /** Returns the present moment of the platform's clock. */
    Instant now();
}
