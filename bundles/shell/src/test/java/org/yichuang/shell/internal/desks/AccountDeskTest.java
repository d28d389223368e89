package org.yichuang.shell.internal.desks;

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
import org.yichuang.kernel.api.ProblemException;

/** Where the first account of a centre comes from. */
public class AccountDeskTest {
    private final Map<String, Account> present = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private final Accounts accounts = Fakes.of(
            Accounts.class,
            Map.of(
                    "find",
                            args -> {
                                if (!present.containsKey(args[0])) {
                                    throw new ProblemException(IdentityError.ACCOUNT_UNKNOWN, "没有", "None");
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
    private final AccountDesk desk = new AccountDesk(new Desk(new Fakes().with(new Network(), accounts)));

    @Test
    public void aCentreGetsTheAccountFromWhichAllOthersCome() {
        String told = desk.securityAdmin("haiyang", "chen").text();

        assertEquals(1, done.size());
        String password = done.get(0).replace("open chen ", "");
        assertTrue(told, told.contains(password));
        assertTrue(password, password.matches("[A-Z0-9]{10}-[a-z0-9]{10}"));
        assertEquals(Set.of("security-admin"), present.get("chen").roles());
    }

    @Test
    public void whoHasForgottenThePasswordIsLetInAgain() {
        desk.securityAdmin("haiyang", "chen");
        desk.securityAdmin("haiyang", "chen");

        assertTrue(done.get(1).startsWith("password chen "));
        assertNotEquals(done.get(0).replace("open", "password"), done.get(1));
        assertEquals("blocked chen false", done.get(2));
    }

    @Test
    public void nobodyElsesPasswordIsSetThisWay() {
        put("clerk", Set.of("clerk"));

        ProblemException refusal = assertThrows(ProblemException.class, () -> desk.securityAdmin("haiyang", "clerk"));
        assertEquals(IdentityError.ROLES_EXCLUSIVE, refusal.code());
        ProblemException nowhere = assertThrows(ProblemException.class, () -> desk.securityAdmin("nowhere", "chen"));
        assertEquals(CommonError.TENANT_UNKNOWN, nowhere.code());
        assertEquals(List.of(), done);
    }

    private Account put(String name, Set<String> roles) {
        Account account = new Account(name, name, roles, "", "", false);
        present.put(name, account);
        return account;
    }
}
