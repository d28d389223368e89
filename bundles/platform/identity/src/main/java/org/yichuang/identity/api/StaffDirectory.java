package org.yichuang.identity.api;

import java.util.List;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.NeedsNoPermission;

/** Who of a centre's staff works for a department, for modules that have something to tell them. */
public interface StaffDirectory {
    /** The most accounts that are told of one thing. */
    int MOST = 50;

    /**
     * Returns accounts of the unit's centre that work for one of these departments and are permitted something, in
     * their order, at most {@link #MOST}; none that is blocked, and none that works for no department of its own.
     *
     * @param departments their names as accounts say them
     */
    @NeedsNoPermission("modules act for the platform, and learn nothing else of the account")
    List<String> of(Set<String> departments, String permission, UnitOfWork unit);
}
