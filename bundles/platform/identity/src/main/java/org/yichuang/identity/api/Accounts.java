package org.yichuang.identity.api;

import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** The accounts of a centre; every change is journaled. */
public interface Accounts {
    /**
     * Opens an account. A password that somebody else has thought of is good for choosing one's own, and for nothing
     * else (R9-10).
     *
     * @throws ProblemException {@code account-exists}, {@code roles-exclusive}, {@code password-weak}, {@code fields-invalid}
     */
    Account open(NewAccount request, CallContext context);

    /** Returns an account, or fails with {@code account-unknown}. */
    Account find(String account, CallContext context);

    /** Returns the accounts by name. */
    Page<Account> list(PageRequest page, CallContext context);

    /**
     * Sets the roles; the account's tokens are revoked.
     *
     * @throws ProblemException {@code roles-exclusive}, {@code not-allowed} for one's own (R9-09)
     */
    Account setRoles(String account, Set<Role> roles, CallContext context);

    /**
     * Sets a new password, good for choosing one's own; the account's tokens are revoked.
     *
     * @throws ProblemException {@code password-weak}, also for one of the last five, {@code not-allowed} for the own one
     */
    void setPassword(String account, String password, CallContext context);

    /**
     * Sets a new password for the account that calls; its tokens are revoked.
     *
     * @param current the password until now
     * @throws ProblemException {@code fields-invalid} when that is wrong, {@code too-many-requests} when it has been wrong
     *     too often, {@code password-weak}, also for one of the last five
     */
    void changeOwnPassword(String current, String password, CallContext context);

    /** Blocks or unblocks an account, but not one's own ({@code not-allowed}); blocking revokes its tokens. */
    Account block(String account, boolean blocked, CallContext context);

    /**
     * An account to open.
     *
     * @param account its name: 2 to 40 lower-case letters, digits, hyphens, dots
     * @param name the name for people
     * @param password at least 8 characters (12 for administrators) of three classes (R9-10)
     * @param roles at least one
     * @param department the department (部门) it works for, or empty
     * @param kind {@code person} or {@code enterprise} for applicants, empty for staff
     */
    record NewAccount(String account, String name, String password, Set<Role> roles, String department, String kind) {}

    /** An account as others see it. */
    record Account(String account, String name, Set<Role> roles, String department, String kind, boolean blocked) {}
}
