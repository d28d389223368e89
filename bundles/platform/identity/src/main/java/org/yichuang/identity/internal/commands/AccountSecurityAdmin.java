package org.yichuang.identity.internal.commands;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;

/** Opens the account from which all others of a centre come, or lets its owner in again. */
@Command(
        scope = "account",
        name = "security-admin",
        description = "Opens a centre's security administrator, or sets a new password (开设安全管理员或重置其密码)")
@Service
public class AccountSecurityAdmin extends CentreCommand {
    private static final int HALF = 10;
    private static final String SECURITY_ADMIN = "security-admin";

    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(AccountCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "account", description = "The account's name (账号)", required = true)
    String account;

    @Reference
    Accounts accounts;

    /** The password is told once, here, and must be changed at the first sign-in. */
    @Override
    protected CommandResult run() {
        CallContext context = changing(centre);
        String password = Ids.secret(HALF) + "-" + Ids.secret(HALF).toLowerCase(Locale.ROOT);
        Optional<Account> present = find(context);
        if (present.isEmpty()) {
            accounts.open(
                    new NewAccount(
                            account,
                            words("security-administrator").zh(),
                            password,
                            Set.of(SECURITY_ADMIN),
                            Set.of(),
                            ""),
                    context);
        } else if (present.get().roles().contains(SECURITY_ADMIN)) {
            accounts.setPassword(account, password, context);
            accounts.block(account, false, context);
        } else {
            throw new ProblemException(IdentityError.ROLES_EXCLUSIVE, words("not-a-security-administrator", account));
        }
        TextTable table = new TextTable(words("centre"), words("account"), words("first-password"));
        table.row(centre, account, password);
        return CommandResult.worded(new FirstPassword(centre, account, password), table::in);
    }

    private Optional<Account> find(CallContext context) {
        try {
            return Optional.of(accounts.find(account, context));
        } catch (ProblemException e) {
            if (e.code() != IdentityError.ACCOUNT_UNKNOWN) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** What a program needs to sign in the first time. */
    record FirstPassword(String centre, String account, String password) {}
}
