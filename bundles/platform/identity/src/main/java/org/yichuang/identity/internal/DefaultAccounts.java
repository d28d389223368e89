package org.yichuang.identity.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.Role;
import org.yichuang.identity.internal.domain.PasswordRules;
import org.yichuang.identity.internal.domain.RoleRules;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.domain.UserAccount.Password;
import org.yichuang.identity.internal.persistence.IdentityStore;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** The accounts of the centres; each has an audit chain of its own. */
public final class DefaultAccounts implements Accounts, ChainHeadProvider {
    private static final String TYPE = "account";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");
    /** Words that stand in paths where an account could stand. */
    private static final Set<String> RESERVED = Set.of("me", "applicants", "system", "anonymous");

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Identity shared;
    private final LoginFailureTracker wrongPasswords;

    public DefaultAccounts(EntityManagerFactory entities, Transactions transactions, Tenants tenants, Identity shared) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        this.shared = shared;
        wrongPasswords = new LoginFailureTracker(entities, transactions, shared);
    }

    @Override
    public Account open(NewAccount request, CallContext context) {
        if (!NAME.matcher(request.account()).matches() || RESERVED.contains(request.account())) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "account",
                    "账号须为 2 至 40 个小写字母、数字、连字符或点，且不是保留字",
                    "account must be 2 to 40 lower-case letters, digits, hyphens, dots, and no reserved word");
        }
        RoleRules.check(request.roles(), request.kind(), isRoot(context.tenant()));
        PasswordRules.check(request.account(), request.password(), request.roles());
        String hash = shared.passwords().hash(request.password());
        Account opened = new Account(
                request.account(), request.name(), request.roles(), request.department(), request.kind(), false);
        return transactions.write(context, Account.class, unit -> {
            IdentityStore store = store(unit);
            if (store.find(request.account()).isPresent()) {
                throw new ProblemException(
                        IdentityError.ACCOUNT_EXISTS,
                        "账号已存在：" + request.account(),
                        "The account exists: " + request.account());
            }
            UserAccount user = new UserAccount(opened, new Password(hash, isSomebodyElse(context), context.at()));
            store.add(user);
            record(unit, user, "open-account", "", Map.of("roles", keys(request.roles())));
            return user.view();
        });
    }

    private boolean isRoot(TenantId tenant) {
        return tenants.get(tenant).parent().isEmpty();
    }

    @Override
    public Account find(String account, CallContext context) {
        return transactions.read(context, unit -> store(unit).get(account).view());
    }

    @Override
    public Page<Account> list(PageRequest page, CallContext context) {
        List<Account> rows = transactions.read(
                context, unit -> store(unit).page(page.cursor().orElse(""), page.limit() + 1).stream()
                        .map(UserAccount::view)
                        .toList());
        return Page.of(rows, page.limit(), Account::account);
    }

    @Override
    public Account setRoles(String account, Set<Role> roles, CallContext context) {
        requireOther(account, context);
        boolean root = isRoot(context.tenant());
        return change(account, "set-roles", Map.of("roles", keys(roles)), context, user -> {
            RoleRules.check(roles, user.kind(), root);
            user.setRoles(roles);
        });
    }

    @Override
    public void setPassword(String account, String password, CallContext context) {
        requireOther(account, context);
        replacePassword(account, password, true, context);
    }

    @Override
    public void changeOwnPassword(String current, String password, CallContext context) {
        String account = context.actor().account();
        Optional<String> kept = transactions.read(
                context,
                unit -> store(unit).failures(account).isLocked(context.at())
                        ? Optional.empty()
                        : Optional.of(store(unit).get(account).passwordHash()));
        String hash = kept.orElseThrow(() -> new ProblemException(
                CommonError.TOO_MANY_REQUESTS,
                "当前密码多次输入错误，请稍后再试",
                "The current password has been wrong too often: try again later"));
        if (!shared.passwords().matches(current, hash)) {
            wrongPasswords.count(account, context);
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "current", "当前密码错误", "The current password is wrong");
        }
        replacePassword(account, password, false, context);
    }

    private void replacePassword(String account, String password, boolean temporary, CallContext context) {
        UserAccount known = transactions.read(context, unit -> store(unit).get(account));
        PasswordRules.check(account, password, known.roles());
        int differing = shared.settings().passwordHistory();
        if (known.passwords().stream().limit(differing).anyMatch(kept -> shared.passwords()
                .matches(password, kept))) {
            throw PasswordRules.used(differing);
        }
        Password replacement = new Password(shared.passwords().hash(password), temporary, context.at());
        change(account, "set-password", Map.of(), context, user -> user.setPassword(replacement, differing - 1));
    }

    /** Who opens an account is its owner, who registers, or the platform, whose demonstration tells the passwords. */
    private static boolean isSomebodyElse(CallContext context) {
        return !context.actor().equals(Actor.ANONYMOUS) && !context.actor().equals(Actor.SYSTEM);
    }

    /** Nobody gives himself rights, nor takes from the centre the last one who could give them (R9-09). */
    private static void requireOther(String account, CallContext context) {
        if (account.equals(context.actor().account())) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED,
                    "不得更改本人账号的权限或状态",
                    "Nobody changes the rights or the state of the own account");
        }
    }

    @Override
    public Account block(String account, boolean blocked, CallContext context) {
        requireOther(account, context);
        return change(account, blocked ? "block" : "unblock", Map.of(), context, user -> user.setBlocked(blocked));
    }

    /** Changes an account, writes it into its chain and ends its tokens. */
    private Account change(
            String account,
            String action,
            Map<String, String> details,
            CallContext context,
            Consumer<UserAccount> change) {
        return transactions.write(context, Account.class, unit -> {
            IdentityStore store = store(unit);
            UserAccount user = store.get(account);
            String before = user.digest();
            change.accept(user);
            record(unit, user, action, before, details);
            if (action.equals("unblock")) {
                store.lockedFailures(account).clear();
            } else {
                user.revokeSignIns(context.at());
                store.removeTokens(account);
                unit.afterCommit(() -> shared.forget(context.tenant(), account));
            }
            return user.view();
        });
    }

    private static void record(
            UnitOfWork unit, UserAccount user, String action, String before, Map<String, String> details) {
        AuditEntry entry = new AuditEntry(TYPE, user.account(), action, before, user.digest(), details);
        user.setHead(unit.record(entry, user.head()));
    }

    private static String keys(Set<Role> roles) {
        return roles.stream().sorted().map(Role::key).collect(Collectors.joining(";"));
    }

    @Override
    public String aggregateType() {
        return TYPE;
    }

    @Override
    public Map<String, ChainHead> heads(TenantId tenant, Optional<String> after, int most) {
        CallContext context = CallContext.system(tenant, tenants.clock().instant(), "account-heads");
        Map<String, ChainHead> heads = new LinkedHashMap<>();
        transactions
                .read(context, unit -> store(unit).page(after.orElse(""), most))
                .forEach(user -> heads.put(user.account(), user.head()));
        return heads;
    }

    private IdentityStore store(UnitOfWork unit) {
        return new IdentityStore(unit.entities(entities));
    }
}
