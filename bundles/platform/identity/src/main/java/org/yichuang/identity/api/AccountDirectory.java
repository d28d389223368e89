package org.yichuang.identity.api;

import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.NeedsNoPermission;

/** Accounts for other modules, read within a transaction that runs already: what listeners and jobs ask. */
public interface AccountDirectory {
    /**
     * Tells whether an account is an applicant's, whichever centre keeps it.
     *
     * @param account its name as it acts at the unit's centre, e.g. {@code li-ming@shandong}
     */
    @NeedsNoPermission("modules act for the platform, and learn nothing else of the account")
    boolean isApplicant(String account, UnitOfWork unit);

    /**
     * Tells as what an applicant has registered, whichever centre keeps the account.
     *
     * @param account its name as it acts at the unit's centre
     * @return {@code person} or {@code enterprise}; empty for everybody else
     */
    @NeedsNoPermission("modules ask about who acts, and learn nothing else of the account")
    default String kind(String account, UnitOfWork unit) {
        return "";
    }
}
