package org.yichuang.identity.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.internal.domain.AccountRules;
import org.yichuang.identity.internal.domain.FailedSignIns;
import org.yichuang.identity.internal.domain.PasswordRules;
import org.yichuang.identity.internal.domain.RoleRules;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.domain.UserAccount.Password;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.RoleKind;
import org.yichuang.tenancy.api.Tenants;

/** The accounts of the centres; each has an audit chain of its own. */
public final class DefaultAccounts implements Accounts {
    private static final String TYPE = "account";
    private static final String APPLICANT = "applicant";
    private static final String SECURITY_ADMIN = "security-admin";

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Departments departments;
    private final Identity shared;
    private final LoginFailureTracker wrongPasswords;
    private final OriginThrottle registrations =
            new OriginThrottle(LocalizedMessage.of(DefaultAccounts.class, "registrations-too-many"));

    public DefaultAccounts(
            EntityManagerFactory entities,
            Transactions transactions,
            Tenants tenants,
            Departments departments,
            Identity shared) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        this.departments = departments;
        this.shared = shared;
        wrongPasswords = new LoginFailureTracker(entities, transactions, shared);
    }

    @Override
    public Account open(NewAccount request, CallContext context) {
        context.require(IdentityPermission.MANAGE);
        AccountHome home = new AccountHome(context.tenant(), request.account());
        return judged(context, () -> {
            if (request.kind().isEmpty()) {
                requireFree(home, context);
            }
            return add(request, true, context);
        });
    }

    @Override
    public Account register(Registration request, String origin, CallContext context) {
        registrations.check(origin, shared.settings().originRegistrations(), context.at());
        registrations.count(origin, context.at());
        NewAccount own = new NewAccount(
                request.account(), request.name(), request.password(), Set.of(APPLICANT), Set.of(), request.kind());
        // One account for all centres of the network: it is kept at the root
        AccountHome home = new AccountHome(AccountHome.root(context.tenant(), tenants), request.account());
        return judged(home.at(context), () -> {
            requireFree(home, context);
            return add(own, false, home.at(context));
        });
    }

    /**
     * An account of the centre and an applicant's from above it that reads like it would be taken for each other. The
     * home itself is looked at where the account is added.
     */
    private void requireFree(AccountHome home, CallContext context) {
        for (TenantId keeper : AccountHome.keepers(context.tenant(), tenants)) {
            AccountHome other = new AccountHome(keeper, home.account());
            boolean taken = !keeper.equals(home.tenant())
                    && transactions.read(other.at(context.withoutKey()), unit -> store(unit)
                            .find(other.account())
                            .filter(user -> keeper.equals(context.tenant()) || user.isApplicant())
                            .isPresent());
            if (taken) {
                throw exists(home.account());
            }
        }
    }

    private static ProblemException exists(String account) {
        return new ProblemException(
                IdentityError.ACCOUNT_EXISTS, LocalizedMessage.of(DefaultAccounts.class, "account.exists", account));
    }

    @Override
    public Account openFirst(String account, String name, String password, CallContext context) {
        context.require(IdentityPermission.OPEN_FIRST);
        return judged(context, () -> {
            if (!isWithoutAccounts(context)) {
                throw new ProblemException(
                        CommonError.NOT_ALLOWED,
                        LocalizedMessage.of(DefaultAccounts.class, "account.opened-by-security-administrator"));
            }
            return add(new NewAccount(account, name, password, Set.of(SECURITY_ADMIN), Set.of(), ""), true, context);
        });
    }

    @Override
    public boolean isWithoutAccounts(CallContext context) {
        context.require(IdentityPermission.OPEN_FIRST);
        return transactions.read(context, unit -> store(unit).page("", 1).isEmpty());
    }

    /**
     * Does a change that is judged before its transaction, as it asks other centres or compares passwords. What has
     * been done may be the reason why it is refused now: a repeated command gets its kept answer all the same.
     */
    private Account judged(CallContext context, Supplier<Account> change) {
        try {
            return change.get();
        } catch (ProblemException refusal) {
            return transactions.write(context, Account.class, unit -> {
                throw refusal;
            });
        }
    }

    /** @param byOther whether somebody else than the owner has thought of the password */
    private Account add(NewAccount request, boolean byOther, CallContext context) {
        AccountRules.check(request);
        departments.check(List.copyOf(request.departments()), context);
        RoleRules.check(request.roles(), shared.roles().known(), request.kind(), isRoot(context.tenant()));
        PasswordRules.check(request.account(), request.password(), isAdministrator(request.roles()));
        String hash = shared.passwords().hash(request.password());
        Account opened = new Account(
                request.account(), request.name(), request.roles(), request.departments(), request.kind(), false);
        // The platform's own accounts are the demonstration's, whose owner reads the passwords in a file
        boolean temporary = byOther && !context.actor().equals(Actor.SYSTEM);
        return transactions.write(context, Account.class, unit -> {
            IdentityRepository store = store(unit);
            if (store.find(request.account()).isPresent()) {
                throw exists(request.account());
            }
            if (temporary) {
                unit.requireAnchored();
            }
            UserAccount user = new UserAccount(opened, new Password(hash, temporary, context.at()));
            store.add(user);
            record(unit, user, "open-account", Map.of("roles", keys(request.roles())));
            return user.view();
        });
    }

    private boolean isRoot(TenantId tenant) {
        return tenants.get(tenant).parent().isEmpty();
    }

    private boolean isAdministrator(Set<String> roles) {
        return roles.stream().anyMatch(role -> shared.roles()
                .kind(role)
                .filter(RoleKind.ADMINISTRATOR::equals)
                .isPresent());
    }

    @Override
    public Account find(String account, CallContext context) {
        context.require(IdentityPermission.VIEW);
        return shown(transactions.read(context, unit -> store(unit).get(account).view()), context);
    }

    /** With the names that its departments have now. */
    private Account shown(Account kept, CallContext context) {
        return new Account(
                kept.account(),
                kept.name(),
                kept.roles(),
                departments.presentNames(kept.departments(), context),
                kept.kind(),
                kept.blocked());
    }

    @Override
    public Page<Account> list(PageRequest page, CallContext context) {
        context.require(IdentityPermission.VIEW);
        List<Account> rows = transactions.read(
                context, unit -> store(unit).page(page.cursor().orElse(""), page.limit() + 1).stream()
                        .map(UserAccount::view)
                        .toList());
        return Page.of(rows, page.limit(), Account::account).map(row -> shown(row, context));
    }

    @Override
    public List<RoleName> roles() {
        return shared.roles().names();
    }

    @Override
    public Account setRoles(String account, Set<String> roles, CallContext context) {
        context.require(IdentityPermission.MANAGE);
        requireOther(account, context);
        boolean root = isRoot(context.tenant());
        return change(account, "set-roles", Map.of("roles", keys(roles)), context, user -> {
            RoleRules.check(roles, shared.roles().known(), user.kind(), root);
            user.setRoles(roles);
        });
    }

    @Override
    public Account setDepartments(String account, Set<String> names, CallContext context) {
        context.require(IdentityPermission.MANAGE);
        requireOther(account, context);
        AccountRules.checkDepartments(names);
        return judged(context, () -> {
            departments.check(List.copyOf(names), context);
            Set<String> present = departments.presentNames(names, context);
            return change(account, "set-department", Map.of("department", keys(present)), context, user -> {
                if (user.isApplicant()) {
                    throw ProblemException.field(
                            CommonError.FIELDS_INVALID,
                            "departments",
                            LocalizedMessage.of(IdentityError.class, "departments-of-applicant"));
                }
                user.setDepartments(present);
            });
        });
    }

    @Override
    public void setPassword(String account, String password, CallContext context) {
        context.require(IdentityPermission.MANAGE);
        requireOther(account, context);
        judged(context, () -> {
            UserAccount known = transactions.read(context, unit -> store(unit).get(account));
            Password replacement = replacement(known, password, true, context);
            return change(
                    account, "set-password", Map.of(), context, user -> user.setPassword(replacement, remembered()));
        });
    }

    @Override
    public void changeOwnPassword(String current, String password, CallContext here) {
        AccountHome home = AccountHome.of(here.actor().account(), here.tenant());
        CallContext context = home.byItself(here);
        String account = home.account();
        Duration lock = shared.settings().lockDuration();
        UserAccount known = transactions.read(context, unit -> {
            requireUnlocked(store(unit).failures(account), lock, context);
            return store(unit).get(account);
        });
        if (!shared.passwords().matches(current, known.passwordHash())) {
            wrongPasswords.record(account, context);
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "current",
                    LocalizedMessage.of(DefaultAccounts.class, "password.current-wrong"));
        }
        Password replacement = replacement(known, password, false, context);
        change(account, "set-password", context, (store, user) -> {
            // Judged again where it takes effect: a lock or an administrator's reset may have come in between
            requireUnlocked(store.lockedFailures(account), lock, context);
            if (!user.passwordHash().equals(known.passwordHash())) {
                throw new ProblemException(
                        CommonError.CHANGED_MEANWHILE,
                        LocalizedMessage.of(DefaultAccounts.class, "password.reset-meanwhile"));
            }
            user.setPassword(replacement, remembered());
            return Map.of();
        });
    }

    private static void requireUnlocked(FailedSignIns failures, Duration lock, CallContext context) {
        if (failures != null && failures.isLocked(context.at(), lock)) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS,
                    LocalizedMessage.of(DefaultAccounts.class, "password.checked-too-often"));
        }
    }

    /** A new password that follows the rules and has not been used lately. */
    private Password replacement(UserAccount known, String password, boolean temporary, CallContext context) {
        PasswordRules.check(known.account(), password, isAdministrator(known.roles()));
        int differing = shared.settings().passwordHistory();
        if (known.passwords().stream().limit(differing).anyMatch(kept -> shared.passwords()
                .matches(password, kept))) {
            throw PasswordRules.used(differing);
        }
        return new Password(shared.passwords().hash(password), temporary, context.at());
    }

    /** How many former passwords are kept beside the present one. */
    private int remembered() {
        return Math.max(0, shared.settings().passwordHistory() - 1);
    }

    /**
     * Changes what belongs to somebody else's account, and ends its tokens and sessions.
     *
     * @param change gives the details of the entry
     */
    void changeByOther(
            String account,
            String action,
            CallContext context,
            Function<IdentityRepository, Map<String, String>> change) {
        requireOther(account, context);
        change(account, action, context, (store, user) -> change.apply(store));
    }

    /** Nobody gives himself rights, nor takes from the centre the last one who could give them (R9-09). */
    private static void requireOther(String account, CallContext context) {
        if (account.equals(context.actor().account())) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(DefaultAccounts.class, "own-account"));
        }
    }

    @Override
    public Account block(String account, boolean blocked, CallContext context) {
        context.require(IdentityPermission.MANAGE);
        requireOther(account, context);
        return change(account, blocked ? "block" : "unblock", Map.of(), context, user -> user.setBlocked(blocked));
    }

    private Account change(
            String account,
            String action,
            Map<String, String> details,
            CallContext context,
            Consumer<UserAccount> change) {
        return change(account, action, context, (store, user) -> {
            change.accept(user);
            return details;
        });
    }

    /** Changes an account, writes it into its chain and ends its tokens and sessions. */
    private Account change(
            String account,
            String action,
            CallContext context,
            BiFunction<IdentityRepository, UserAccount, Map<String, String>> change) {
        Account changed = transactions.write(context, Account.class, unit -> {
            IdentityRepository store = store(unit);
            UserAccount user = store.get(account);
            if (action.startsWith("set-")) { // gives somebody else more than they had
                unit.requireAnchored();
            }
            Map<String, String> details = change.apply(store, user);
            if (action.equals("unblock")) {
                store.lockedFailures(account).clear();
            } else {
                user.endSessions();
                store.removeSessions(account);
                unit.afterCommit(() -> shared.forget(context.tenant(), account));
            }
            record(unit, user, action, details);
            return user.view();
        });
        return shown(changed, context);
    }

    /** Writes the entry of a change; whatever would change the account after it is a break of its chain. */
    void record(UnitOfWork unit, UserAccount user, String action, Map<String, String> details) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry = new AuditEntry(
                TYPE, user.account(), action, RowDigests.loaded(rows, user), RowDigests.written(rows, user), details);
        user.setHead(unit.record(entry, user.head()));
    }

    private static String keys(Set<String> roles) {
        return roles.stream().sorted().collect(Collectors.joining(";"));
    }

    private IdentityRepository store(UnitOfWork unit) {
        return new IdentityRepository(unit.entities(entities));
    }
}
