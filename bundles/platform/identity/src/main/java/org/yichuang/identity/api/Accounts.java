package org.yichuang.identity.api;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The accounts of a centre; every change is journaled. Roles are named by their keys, e.g. {@code clerk}. */
public interface Accounts {
    /**
     * Opens an account. A password that somebody else has thought of is good for choosing one's own, and for nothing
     * else (R9-10).
     *
     * @throws ProblemException {@code account-exists}, {@code roles-exclusive}, {@code password-weak},
     *     {@code fields-invalid}, {@code department-unknown}
     */
    @RequiresPermission(IdentityPermission.MANAGE)
    Account open(NewAccount request, CallContext context);

    /**
     * Opens an applicant's own account.
     *
     * @param origin where the request comes from (an address), for throttling
     * @throws ProblemException {@code too-many-requests}, {@code account-exists}, {@code password-weak},
     *     {@code fields-invalid}
     */
    @NeedsNoPermission("whoever wants to apply opens an account first")
    Account register(Registration request, String origin, CallContext context);

    /**
     * Opens the first account of a centre: its security administrator, who opens all others.
     *
     * @throws ProblemException {@code not-allowed} when the centre has accounts, and those of {@link #open}
     */
    @RequiresPermission(IdentityPermission.OPEN_FIRST)
    Account openFirst(String account, String name, String password, CallContext context);

    /** Tells whether nobody can sign in at the centre yet. */
    @RequiresPermission(IdentityPermission.OPEN_FIRST)
    boolean isWithoutAccounts(CallContext context);

    /** Returns an account, or fails with {@code account-unknown}. */
    @RequiresPermission(IdentityPermission.VIEW)
    Account find(String account, CallContext context);

    /** Returns the accounts by name. */
    @RequiresPermission(IdentityPermission.VIEW)
    Page<Account> list(PageRequest page, CallContext context);

    /** Returns the roles that the installed modules define, by key. */
    List<RoleName> roles();

    /**
     * Sets the roles; the account's tokens and sessions end.
     *
     * @throws ProblemException {@code roles-exclusive}, {@code not-allowed} for one's own (R9-09)
     */
    @RequiresPermission(IdentityPermission.MANAGE)
    Account setRoles(String account, Set<String> roles, CallContext context);

    /**
     * Sets the departments that a staff account works for; the account's tokens and sessions end.
     *
     * @param departments at most 20 open ones of the centre's list, or any names where the centre keeps none; none for
     *     all of them
     * @throws ProblemException {@code department-unknown}, {@code fields-invalid} also for an applicant's account,
     *     {@code account-unknown}, {@code not-allowed} for one's own (R9-09)
     */
    @RequiresPermission(IdentityPermission.MANAGE)
    Account setDepartments(String account, Set<String> departments, CallContext context);

    /**
     * Sets a new password, good for choosing one's own; the account's tokens and sessions end.
     *
     * @throws ProblemException {@code password-weak}, also for one used before, {@code not-allowed} for the own one
     */
    @RequiresPermission(IdentityPermission.MANAGE)
    void setPassword(String account, String password, CallContext context);

    /**
     * Sets a new password for the account that calls; its tokens and sessions end.
     *
     * @param current the password until now
     * @throws ProblemException {@code fields-invalid} when that is wrong, {@code too-many-requests} when it has been
     *     wrong
     *     too often, {@code changed-meanwhile} when an administrator has set another one, {@code password-weak},
     *     also for
     *     one used before
     */
    @NeedsNoPermission("everybody changes the own password, knowing the one until now")
    void changeOwnPassword(String current, String password, CallContext context);

    /**
     * Blocks or unblocks an account, but not one's own ({@code not-allowed}); blocking ends its tokens and sessions.
     */
    @RequiresPermission(IdentityPermission.MANAGE)
    Account block(String account, boolean blocked, CallContext context);

    /**
     * An account to open.
     *
     * @param account its name: 2 to 40 lower-case letters, digits, hyphens, dots
     * @param name the name for people, 1 to 100 characters
     * @param password at least 8 characters (12 for administrators) of three classes (R9-10)
     * @param roles keys of roles, at least one
     * @param departments names of the departments (部门) it works for, at most 20 open ones of the centre's list where it
     *     keeps one; none for all of them
     * @param kind {@code person} or {@code enterprise} for applicants, empty for staff
     */
    record NewAccount(
            String account, String name, String password, Set<String> roles, Set<String> departments, String kind) {}

    /**
     * An applicant's own account.
     *
     * @param account its name, as in {@link NewAccount}
     * @param name the name for people
     * @param password as in {@link NewAccount}
     * @param kind {@code person} or {@code enterprise}
     */
    record Registration(String account, String name, String password, String kind) {}

    /** An account as others see it. */
    record Account(
            String account, String name, Set<String> roles, Set<String> departments, String kind, boolean blocked) {}

    /**
     * A role and its name.
     *
     * @param key the word in REST, journal and configuration
     * @param name what people call it
     */
    record RoleName(String key, LocalizedMessage name) {}
}
