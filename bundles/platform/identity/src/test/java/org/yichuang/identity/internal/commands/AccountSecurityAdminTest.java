package org.yichuang.identity.internal.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.testing.Desk;
import org.yichuang.shell.testing.Wired;

/** Where the first account of a centre comes from. */
public class AccountSecurityAdminTest {
    private final Map<String, Account> present = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private final Accounts accounts = Wired.only(
            Accounts.class,
            Map.of(
                    "find",
                            args -> {
                                if (!present.containsKey(args[0])) {
                                    throw new ProblemException(
                                            IdentityError.ACCOUNT_UNKNOWN, LocalizedMessage.verbatim("没有"));
                                }
                                return present.get(args[0]);
                            },
                    "open",
                            args -> {
                                NewAccount opened = (NewAccount) args[0];
                                done.add("open " + opened.account() + " " + opened.password());
                                return put(opened.account(), opened.roles());
                            },
                    "setPassword", args -> done.add("password " + args[0] + " " + args[1]),
                    "block",
                            args -> {
                                done.add("blocked " + args[0] + " " + args[1]);
                                return present.get(args[0]);
                            }));

    @Test
    public void aCentreGetsTheAccountFromWhichAllOthersCome() {
        String printed = securityAdmin("haiyang", "chen").text();

        assertEquals(1, done.size());
        String password = done.get(0).replace("open chen ", "");
        assertTrue(printed, printed.contains(password));
        assertTrue(password, password.matches("[A-Z0-9]{10}-[a-z0-9]{10}"));
        assertEquals(Set.of("security-admin"), present.get("chen").roles());
    }

    @Test
    public void whoHasForgottenThePasswordIsLetInAgain() {
        securityAdmin("haiyang", "chen");
        securityAdmin("haiyang", "chen");

        assertTrue(done.get(1).startsWith("password chen "));
        assertNotEquals(done.get(0).replace("open", "password"), done.get(1));
        assertEquals("blocked chen false", done.get(2));
    }

    @Test
    public void nobodyElsesPasswordIsSetThisWay() {
        put("clerk", Set.of("clerk"));

        assertEquals(IdentityError.ROLES_EXCLUSIVE, refusal("haiyang", "clerk").code());
        assertEquals(CommonError.TENANT_UNKNOWN, refusal("nowhere", "chen").code());
        assertEquals(List.of(), done);
    }

    private ProblemException refusal(String centre, String account) {
        return assertThrows(ProblemException.class, () -> securityAdmin(centre, account));
    }

    private CommandResult securityAdmin(String centre, String account) {
        AccountSecurityAdmin command = Wired.with(new AccountSecurityAdmin(), new Desk(), accounts);
        command.centre = centre;
        command.account = account;
        return command.run();
    }

    private Account put(String name, Set<String> roles) {
        Account account = new Account(name, name, roles, Set.of(), "", false);
        present.put(name, account);
        return account;
    }
}
