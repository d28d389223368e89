package org.yichuang.identity.api;

import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.NeedsNoPermission;

/** What accounts of a centre's staff may do, for modules that give somebody something to do. */
public interface StaffAccounts {
    /**
     * Tells whether an account is one of the unit's centre that is not blocked and is permitted something.
     *
     * @param account its name as it signs in there
     */
    @NeedsNoPermission("modules act for the platform, and learn nothing else of the account")
    boolean isPermitted(String account, String permission, UnitOfWork unit);
}
