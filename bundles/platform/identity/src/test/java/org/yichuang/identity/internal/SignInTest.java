package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn.Bearer;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.identity.api.SignIn.Token;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.TestRun;

public class SignInTest {
    private House house;

    @Before
    public void openAccounts() throws Exception {
        house = new House();
        house.open("wang", House.YANTAI, "clerk", "reviewer");
        house.open("wang", House.HAIYANG, "clerk");
        house.transactions.entries().clear();
    }

    @Test
    public void aTokenTellsWhoseItIs() {
        Token token = signIn("wang", House.PASSWORD);

        Bearer bearer = bearer(token).orElseThrow();
        assertEquals(House.YANTAI, bearer.tenant());
        assertEquals("wang", bearer.actor().account());
        assertEquals(Set.of("clerk", "reviewer"), bearer.actor().roles());
        assertEquals(Set.of("clerk", "reviewer"), token.roles());
        assertEquals(house.clock.instant().plus(Duration.ofMinutes(30)), token.expiresAt());
    }

    @Test
    public void signingInAndOutIsJournaled() {
        Token token = signIn("wang", House.PASSWORD);
        house.signIn.revoke(token.token(), house.by("wang", House.YANTAI));

        assertEquals(
                List.of("sign-in", "sign-out"),
                house.entries().stream().map(entry -> entry.action()).toList());
        assertEquals(
                house.entries().get(0).aggregateId(), house.entries().get(1).aggregateId());
    }

    @Test
    public void wrongPasswordAndUnknownAccountAreAnsweredAlike() {
        ProblemException wrong = refused("wang", "Wrong-Horse-9");
        ProblemException unknown = refused("nobody", "Wrong-Horse-9");
        ProblemException noName = refused("My Secret Password!", "Wrong-Horse-9");

        assertEquals(IdentityError.SIGN_IN_REFUSED, wrong.code());
        assertEquals(wrong.code(), unknown.code());
        assertEquals(wrong.zh(), unknown.zh());
        assertEquals(wrong.en(), noName.en());
    }

    /** What was typed where a name belongs may be a password. */
    @Test
    public void aNameThatNoAccountHasIsJournaledByItsDigestOnly() {
        for (String typed : List.of("wang", "hunter2hunter2", "hunter2hunter2", "nobody", "My Secret Password!")) {
            refused(typed, "Wrong-Horse-9");
        }

        List<String> names = house.journal.refusals().stream()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        assertEquals("wang", names.get(0));
        assertTrue(names.get(1), names.get(1).matches("[?][0-9a-f]{16}"));
        assertEquals("who goes on trying is seen", names.get(1), names.get(2));
        assertEquals(4, Set.copyOf(names).size());
    }

    @Test
    public void fiveFailuresLockForAQuarterOfAnHour() {
        for (int i = 0; i < 5; i++) {
            refused("wang", "Wrong-Horse-9");
        }
        refused("wang", House.PASSWORD);
        house.clock.forward(Duration.ofMinutes(14));
        refused("wang", House.PASSWORD);
        house.clock.forward(Duration.ofMinutes(1));

        assertTrue(bearer(signIn("wang", House.PASSWORD)).isPresent());
        assertEquals("lock-account", house.entries().get(0).action());
    }

    @Test
    public void fourFailuresAreForgottenByASuccess() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                refused("wang", "Wrong-Horse-9");
            }
            signIn("wang", House.PASSWORD);
        }
    }

    @Test
    public void aLockHoldsAtItsCentreOnly() {
        for (int i = 0; i < 5; i++) {
            refused("wang", "Wrong-Horse-9");
        }

        house.signIn.signIn(new Credentials("wang", House.PASSWORD), "10.0.0.1", house.at(House.HAIYANG));
    }

    @Test
    public void guessesAtTheSameTimeAreAllCounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> guesses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            guesses.add(threads.submit(() -> refused("wang", "Wrong-Horse-9")));
        }
        for (Future<?> guess : guesses) {
            guess.get();
        }
        threads.shutdown();

        refused("wang", House.PASSWORD);
    }

    @Test
    public void anOriginThatFailsTooOftenIsTurnedAway() throws Exception {
        house.settings.updated(
                new Hashtable<>(Map.of("origin.failures", "3", "argon2.memory", "64", "argon2.iterations", "1")));
        for (int i = 0; i < 3; i++) {
            refused("nobody" + i, "Wrong-Horse-9");
        }

        assertEquals(CommonError.TOO_MANY_REQUESTS, codeOf("wang", House.PASSWORD, "10.0.0.1"));
        house.signIn.signIn(new Credentials("wang", House.PASSWORD), "10.0.0.2", house.at(House.YANTAI));
        house.clock.forward(Duration.ofMinutes(1));
        signIn("wang", House.PASSWORD);
    }

    @Test
    public void aBlockedAccountNeitherSignsInNorKeepsItsTokens() {
        Token token = signIn("wang", House.PASSWORD);
        assertTrue(bearer(token).isPresent());

        house.accounts.block("wang", true, house.admin(House.YANTAI));

        assertFalse(bearer(token).isPresent());
        refused("wang", House.PASSWORD);
        house.accounts.block("wang", false, house.admin(House.YANTAI));
        assertFalse(bearer(token).isPresent());
        signIn("wang", House.PASSWORD);
    }

    @Test
    public void newRolesAndNewPasswordsEndTheTokens() {
        Token first = signIn("wang", House.PASSWORD);
        assertTrue(bearer(first).isPresent());
        house.accounts.setRoles("wang", Set.of("clerk"), house.admin(House.YANTAI));
        assertFalse(bearer(first).isPresent());

        Token second = signIn("wang", House.PASSWORD);
        assertEquals(Set.of("clerk"), second.roles());
        house.accounts.setPassword("wang", "Another-Horse-9", house.admin(House.YANTAI));
        assertFalse(bearer(second).isPresent());
        refused("wang", House.PASSWORD);
        signIn("wang", "Another-Horse-9");
    }

    @Test
    public void aTokenLapses() {
        Token token = signIn("wang", House.PASSWORD);
        house.clock.forward(Duration.ofMinutes(30).minusMillis(1));
        assertTrue(bearer(token).isPresent());
        house.clock.forward(Duration.ofMillis(1));
        assertFalse(bearer(token).isPresent());
    }

    @Test
    public void aTokenSeenLatelyCostsNoTransaction() {
        Token token = signIn("wang", House.PASSWORD);
        bearer(token);
        int before = house.transactions.begun();
        for (int i = 0; i < 100; i++) {
            assertTrue(bearer(token).isPresent());
        }
        assertEquals(before, house.transactions.begun());

        house.clock.forward(Duration.ofSeconds(10));
        bearer(token);
        assertEquals("its row and its account's", before + 2, house.transactions.begun());
    }

    @Test
    public void nonsenseIsNobodysToken() {
        Token token = signIn("wang", House.PASSWORD);
        String secret = token.token().substring("yantai.".length());

        for (String text :
                List.of("", "x", "yantai.", secret, "haiyang." + secret, "nowhere." + secret, token.token() + "x")) {
            assertEquals(Optional.empty(), house.signIn.bearer(text, house.clock.instant()));
        }
    }

    @Test
    public void aSessionStandsUntilTheAccountChanges() {
        String first = house.begin("wang", House.PASSWORD);
        assertEquals("wang", house.present(first).orElseThrow().actor().account());
        assertEquals(Optional.empty(), house.signIn.present(first, true, house.at(House.HAIYANG)));

        house.accounts.setRoles("wang", Set.of("reviewer"), house.admin(House.YANTAI));
        assertFalse(house.present(first).isPresent());

        String second = house.begin("wang", House.PASSWORD);
        assertEquals(
                Set.of("reviewer"), house.present(second).orElseThrow().actor().roles());
        house.accounts.block("wang", true, house.admin(House.YANTAI));
        assertFalse(house.present(second).isPresent());
    }

    @Test
    public void aSessionEndsAfterASilenceOrItsLongestLife() {
        String secret = house.begin("wang", House.PASSWORD);
        house.clock.forward(Duration.ofMinutes(20));
        assertEquals(
                Duration.ofMinutes(10),
                house.signIn
                        .present(secret, false, house.at(House.YANTAI))
                        .orElseThrow()
                        .left());
        assertEquals(Duration.ofMinutes(30), house.present(secret).orElseThrow().left());
        house.clock.forward(Duration.ofMinutes(30));
        assertFalse(house.present(secret).isPresent());

        String busy = house.begin("wang", House.PASSWORD);
        for (int i = 0; i < 35; i++) {
            house.clock.forward(Duration.ofMinutes(20));
            assertTrue(house.present(busy).isPresent());
        }
        house.clock.forward(Duration.ofMinutes(20));
        assertFalse(house.present(busy).isPresent());
    }

    @Test
    public void signingOutOfABrowserEndsTheSessionAndIsJournaled() {
        String secret = house.begin("wang", House.PASSWORD);
        house.present(secret);
        house.signIn.revoke(secret, house.by("wang", House.YANTAI));

        assertFalse(house.present(secret).isPresent());
        assertEquals(
                List.of("sign-in", "sign-out"),
                house.entries().stream().map(entry -> entry.action()).toList());
    }

    @Test
    public void permissionsFollowFromTheRolesOfAllModules() {
        house.accounts.setRoles("wang", Set.of("cashier", "clerk"), house.admin(House.YANTAI));
        Actor cashier = bearer(signIn("wang", House.PASSWORD)).orElseThrow().actor();
        assertEquals(Set.of("fees.charge", "fees.view"), cashier.permissions());

        house.accounts.setRoles("wang", Set.of("security-admin"), house.admin(House.YANTAI));
        Actor security =
                house.present(house.begin("wang", House.PASSWORD)).orElseThrow().actor();
        assertEquals(Set.of("identity.view", "identity.manage"), security.permissions());
    }

    @Test
    public void aRoleWhoseModuleHasGonePermitsNothing() {
        house.accounts.setRoles("wang", Set.of("cashier"), house.admin(House.YANTAI));
        house.modules.remove("fees");

        assertEquals(
                Set.of(),
                bearer(signIn("wang", House.PASSWORD)).orElseThrow().actor().permissions());
    }

    @Test
    public void aClockThatIsPutBackLocksNobodyOut() {
        for (int i = 0; i < 5; i++) {
            refused("wang", "Wrong-Horse-9");
        }
        house.accounts.setPassword("wang", "Another-Horse-9", house.admin(House.YANTAI));
        house.clock.forward(Duration.ofDays(-300));

        String secret = house.begin("wang", "Another-Horse-9");
        assertTrue(house.present(secret).isPresent());
        assertTrue(bearer(signIn("wang", "Another-Horse-9")).isPresent());
    }

    @Test
    public void anUnknownAccountTakesTheWorkOfAKnownOne() {
        refused("wang", "Wrong-Horse-9");
        refused("nobody", "Wrong-Horse-9");
        int before = house.transactions.begun();
        refused("wang", "Wrong-Horse-9");
        int known = house.transactions.begun() - before;
        refused("nobody", "Wrong-Horse-9");

        assertEquals(known, house.transactions.begun() - before - known);
    }

    @Test
    public void aSessionOfAClockThatWasSetBackSinceIsOver() {
        house.clock.forward(Duration.ofDays(30));
        String session = house.begin("wang", House.PASSWORD);
        Token token = signIn("wang", House.PASSWORD);
        house.clock.forward(Duration.ofSeconds(-50));
        assertTrue("two clocks may differ a little", house.present(session).isPresent());
        house.clock.forward(Duration.ofDays(-30));

        assertEquals(Optional.empty(), house.present(session));
        assertEquals(Optional.empty(), bearer(token));
    }

    @Test
    public void lapsedTokensAreRemoved() {
        Token old = signIn("wang", House.PASSWORD);
        house.clock.forward(Duration.ofMinutes(20));
        Token young = signIn("wang", House.PASSWORD);
        house.clock.forward(Duration.ofMinutes(15));

        assertEquals(2, rows());
        TokenPurge purge = house.tokenPurge();
        purge.run(new TestRun(house.system(House.YANTAI), house.transactions.lease(purge.name()), true));
        assertEquals(1, rows());

        assertFalse(bearer(old).isPresent());
        assertTrue(bearer(young).isPresent());
    }

    private Token signIn(String account, String password) {
        return house.signIn.signIn(new Credentials(account, password), "10.0.0.1", house.at(House.YANTAI));
    }

    private ProblemException refused(String account, String password) {
        return assertThrows(ProblemException.class, () -> signIn(account, password));
    }

    private ErrorCode codeOf(String account, String password, String origin) {
        return assertThrows(
                        ProblemException.class,
                        () -> house.signIn.signIn(new Credentials(account, password), origin, house.at(House.YANTAI)))
                .code();
    }

    private Optional<Bearer> bearer(Token token) {
        return house.signIn.bearer(token.token(), house.clock.instant());
    }

    private long rows() {
        return house.transactions.read(house.at(House.YANTAI), unit -> unit.entities(house.entities)
                .createQuery("SELECT COUNT(s) FROM AccountSession s", Long.class)
                .getSingleResult());
    }
}
