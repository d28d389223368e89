package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.Accounts.Registration;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.identity.api.SignIn.Token;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

/** From being thought of to being forgotten (R9-10). */
public class PasswordLifeTest {
    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
    }

    @Test
    public void aPasswordThatAnAdministratorSetIsGoodForChoosingOnesOwn() {
        house.accounts.open(clerk("wang"), administrator());
        Token first = signIn("wang", House.PASSWORD);
        assertTrue(first.passwordChangeRequired());
        assertTrue(house.signIn
                .bearer(first.token(), house.clock.instant())
                .orElseThrow()
                .passwordChangeRequired());
        assertTrue(mustChange("wang", House.PASSWORD));

        change("wang", House.PASSWORD, "My-Own-Horse-9");
        Token second = signIn("wang", "My-Own-Horse-9");
        assertFalse(second.passwordChangeRequired());
        assertFalse(house.signIn
                .bearer(second.token(), house.clock.instant())
                .orElseThrow()
                .passwordChangeRequired());
        assertFalse(mustChange("wang", "My-Own-Horse-9"));

        house.accounts.setPassword("wang", "Forgotten-Horse-9", administrator());
        assertTrue(signIn("wang", "Forgotten-Horse-9").passwordChangeRequired());
    }

    @Test
    public void whoRegistersKeepsThePasswordThatHeChose() {
        Registration li = new Registration("li-ming", "李明", House.PASSWORD, "person");
        house.accounts.register(li, "10.0.0.1", house.at(House.YANTAI));
        assertFalse(signIn("li-ming", House.PASSWORD).passwordChangeRequired());

        house.clock.forward(Duration.ofDays(1000));
        assertFalse(signIn("li-ming", House.PASSWORD).passwordChangeRequired());
    }

    @Test
    public void staffChooseANewPasswordEveryNinetyDays() {
        demonstration("wang");
        house.clock.forward(Duration.ofDays(90).minusSeconds(1));
        assertFalse(signIn("wang", House.PASSWORD).passwordChangeRequired());
        house.clock.forward(Duration.ofSeconds(1));
        assertTrue(signIn("wang", House.PASSWORD).passwordChangeRequired());

        change("wang", House.PASSWORD, "My-Own-Horse-9");
        assertFalse(signIn("wang", "My-Own-Horse-9").passwordChangeRequired());
    }

    @Test
    public void bothRulesCanBeSwitchedOff() throws Exception {
        house.accounts.open(clerk("wang"), administrator());
        set(Map.of("password.first", "false", "password.age", "P0D"));
        house.clock.forward(Duration.ofDays(1000));

        assertFalse(signIn("wang", House.PASSWORD).passwordChangeRequired());
    }

    @Test
    public void theLastFivePasswordsAreNotUsedAgain() {
        demonstration("wang");
        String present = House.PASSWORD;
        for (int i = 1; i < 5; i++) {
            change("wang", present, "My-Own-Horse-" + i);
            present = "My-Own-Horse-" + i;
        }
        String last = present;
        for (String used : new String[] {House.PASSWORD, "My-Own-Horse-1", "My-Own-Horse-3", last}) {
            assertEquals(IdentityError.PASSWORD_WEAK, codeOf(() -> change("wang", last, used)));
        }
        assertEquals(
                IdentityError.PASSWORD_WEAK,
                codeOf(() -> house.accounts.setPassword("wang", "My-Own-Horse-2", administrator())));

        change("wang", last, "My-Own-Horse-5");
        change("wang", "My-Own-Horse-5", House.PASSWORD);
    }

    @Test
    public void noHistoryMeansNoMemory() throws Exception {
        demonstration("wang");
        for (String history : new String[] {"0", "1"}) {
            set(Map.of("password.history", history));
            change("wang", House.PASSWORD, "My-Own-Horse-9");
            change("wang", "My-Own-Horse-9", House.PASSWORD);
        }
    }

    @Test
    public void aResetThatComesInBetweenIsNotOverwritten() {
        demonstration("wang");
        house.beforeNextWrite(() -> house.accounts.setPassword("wang", "Forgotten-Horse-9", administrator()));

        assertEquals(CommonError.CHANGED_MEANWHILE, codeOf(() -> change("wang", House.PASSWORD, "My-Own-Horse-9")));
        assertTrue(signIn("wang", "Forgotten-Horse-9").passwordChangeRequired());
    }

    @Test
    public void aSignInThatBeganBeforeAResetIsRefused() {
        demonstration("wang");
        house.beforeNextWrite(() -> house.accounts.setPassword("wang", "Forgotten-Horse-9", administrator()));

        assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("wang", House.PASSWORD)));
        assertTrue(signIn("wang", "Forgotten-Horse-9").passwordChangeRequired());
    }

    @Test
    public void guessingThePresentPasswordLocksTheAccount() {
        demonstration("wang");
        for (int i = 0; i < 5; i++) {
            assertEquals(CommonError.FIELDS_INVALID, codeOf(() -> change("wang", "Wrong-Horse-9", "My-Own-Horse-9")));
        }

        assertEquals(CommonError.TOO_MANY_REQUESTS, codeOf(() -> change("wang", House.PASSWORD, "My-Own-Horse-9")));
        assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("wang", House.PASSWORD)));
        house.clock.forward(Duration.ofMinutes(15));
        change("wang", House.PASSWORD, "My-Own-Horse-9");
    }

    private static NewAccount clerk(String name) {
        return new NewAccount(name, name, House.PASSWORD, Set.of("clerk"), Set.of(), "");
    }

    private CallContext administrator() {
        return house.admin(House.YANTAI);
    }

    /** Opens an account as the demonstration does. */
    private void demonstration(String account) {
        house.accounts.open(clerk(account), CallContext.system(House.YANTAI, house.clock.instant(), "r"));
    }

    private Token signIn(String account, String password) {
        return house.signIn.signIn(new Credentials(account, password), "10.0.0.1", house.at(House.YANTAI));
    }

    private boolean mustChange(String account, String password) {
        return house.present(house.begin(account, password)).orElseThrow().passwordChangeRequired();
    }

    private void change(String account, String current, String password) {
        house.accounts.changeOwnPassword(current, password, house.by(account, House.YANTAI));
        house.clock.forward(Duration.ofSeconds(1));
    }

    private void set(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("argon2.memory", "64", "argon2.iterations", "1"));
        all.putAll(settings);
        house.settings.updated(new Hashtable<>(all));
    }

    private static ErrorCode codeOf(Runnable action) {
        return assertThrows(ProblemException.class, action::run).code();
    }
}
