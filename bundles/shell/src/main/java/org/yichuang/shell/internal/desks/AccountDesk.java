package org.yichuang.shell.internal.desks;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;

/** The account from which all others of a centre come. */
public class AccountDesk {
    private static final int HALF = 10;
    private static final String SECURITY_ADMIN = "security-admin";

    private final Desk desk;

    public AccountDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * Opens a centre's security administrator, or gives the one that is there a new password. The password is told once,
     * here, and must be changed at the first sign-in.
     *
     * @throws ProblemException {@code roles-exclusive} when the account is something else
     */
    public Sheet securityAdmin(String centre, String account) {
        CallContext context = desk.at(desk.tenant(centre).id());
        Accounts accounts = desk.need(Accounts.class, "identity");
        String password = Ids.secret(HALF) + "-" + Ids.secret(HALF).toLowerCase(Locale.ROOT);
        Optional<Account> present = find(accounts, account, context);
        if (present.isEmpty()) {
            accounts.open(new NewAccount(account, "安全管理员", password, Set.of(SECURITY_ADMIN), "", ""), context);
        } else if (present.get().roles().contains(SECURITY_ADMIN)) {
            accounts.setPassword(account, password, context);
            accounts.block(account, false, context);
        } else {
            throw new ProblemException(
                    IdentityError.ROLES_EXCLUSIVE,
                    "账号 " + account + " 不是安全管理员",
                    "The account " + account + " is no security administrator");
        }
        TextTable table = new TextTable("中心 Centre", "账号 Account", "初始密码 First password");
        table.row(centre, account, password);
        return Sheet.of(new View(centre, account, password), table.toString());
    }

    private static Optional<Account> find(Accounts accounts, String account, CallContext context) {
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
    record View(String centre, String account, String password) {}
}
