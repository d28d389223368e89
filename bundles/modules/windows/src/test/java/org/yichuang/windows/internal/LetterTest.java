package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;
import static org.yichuang.windows.internal.WindowsWorld.proposal;
import static org.yichuang.windows.internal.WindowsWorld.signed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.windows.api.LetterState;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.internal.WindowsCommands.Announce;
import org.yichuang.windows.internal.WindowsCommands.Person;
import org.yichuang.windows.internal.WindowsCommands.Propose;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Sign;
import org.yichuang.windows.internal.WindowsCommands.Withdraw;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.LetterView;

/** A delegation letter, from proposal to end. */
public class LetterTest extends WindowsContract {
    private static final List<String> FULL = List.of("BUILD");
    private static final List<String> NONE = List.of();
    private static final LocalDate YEAR = TODAY.plusYears(1);

    @Before
    public void comes() {
        world.stationed(HOUSING);
    }

    private LetterView proposed(Propose proposal) {
        return world.letters.propose(proposal, world.liaison(HOUSING));
    }

    private static Propose with(Propose of, Person a, Person b, String previous) {
        return new Propose(
                of.number(),
                of.department(),
                of.principal(),
                a,
                b,
                of.full(),
                of.partial(),
                List.of(Right.RESPOND),
                of.from(),
                of.until(),
                previous);
    }

    @Test
    public void aLetterIsProposedConsentedToAndSignedByFour() {
        Propose given = proposal("海住建委〔2026〕1号", FULL, List.of("EXPERTS"), TODAY, YEAR);
        LetterView made = proposed(given);
        assertEquals(LetterState.PROPOSED, made.state());
        assertFalse(made.holds());
        String number = made.number();
        assertEquals("letter-known", codeOf(() -> proposed(given)));
        assertEquals("letter-state", codeOf(() -> world.letters.issue(number, signed(), world.liaison(HOUSING))));
        world.letters.answer(number, true, new Words("同意"), world.manager());
        Sign three = new Sign("a".repeat(64), "b".repeat(64), "c".repeat(64), "c".repeat(64));
        assertEquals("letter-unsigned", codeOf(() -> world.letters.issue(number, three, world.liaison(HOUSING))));
        assertEquals(
                "letter-unsigned",
                codeOf(() -> world.letters.issue(number, new Sign("a", "b", "c", "d"), world.liaison(HOUSING))));
        assertEquals("not-allowed", codeOf(() -> world.letters.issue(number, signed(), world.liaison(FORESTRY))));
        LetterView issued = world.letters.issue(number, signed(), world.liaison(HOUSING));
        assertEquals(LetterState.IN_FORCE, issued.state());
        assertTrue(issued.holds());
        Map<String, String> paper = world.issued.get("D0").facts();
        assertEquals("事项BUILD", paper.get("full"));
        assertEquals("2026年3月2日", paper.get("from"));
        assertEquals(HOUSING, world.issued.get("D0").organ());
        sound();
    }

    @Test
    public void whoeverHasProposedItDoesNotConsentToIt() {
        proposed(proposal("1", FULL, NONE, TODAY, YEAR));
        assertEquals(
                "letter-own",
                codeOf(() -> world.letters.answer(
                        "1",
                        true,
                        new Words("w"),
                        world.as("liaison", "centre-manager", TestCentres.HAIYANG, Set.of()))));
        LetterView refused = world.letters.answer("1", false, new Words("资历不足"), world.manager());
        assertEquals(LetterState.OBJECTED, refused.state());
        assertEquals("letter-state", codeOf(() -> world.letters.issue("1", signed(), world.liaison(HOUSING))));
    }

    @Test
    public void representativesAreTwoPeopleOfTheRank() {
        Propose given = proposal("1", FULL, NONE, TODAY, YEAR);
        assertEquals("letter-same-person", codeOf(() -> proposed(with(given, given.b(), given.b(), null))));
        Person low = new Person("bo", "李", HOUSING, "科员", Rank.OFFICER);
        assertEquals("letter-rank", codeOf(() -> proposed(with(given, given.a(), low, null))));
        world.province.policy(TestCentres.HAIYANG, "policy.windows.letter.rank", "OFFICER");
        assertEquals(
                Set.of(Right.RESPOND),
                proposed(with(given, given.a(), low, null)).recorded());
        Person nobody = new Person(" ", "李", HOUSING, "科员", Rank.SECTION);
        assertEquals("b.account", field(() -> proposed(with(given, given.a(), nobody, null))));
    }

    @Test
    public void whatTheOrganItselfDecidesIsNotDelegatedInFull() {
        assertEquals(
                "letter-excluded",
                codeOf(() -> proposed(proposal("1", List.of("BUILD", "EXPERTS"), NONE, TODAY, YEAR))));
        assertEquals(
                "item-not-of-department", codeOf(() -> proposed(proposal("1", List.of("WOOD"), NONE, TODAY, YEAR))));
        assertEquals("partial", field(() -> proposed(proposal("1", FULL, FULL, TODAY, YEAR))));
        assertEquals("full", field(() -> proposed(proposal("1", NONE, NONE, TODAY, YEAR))));
        assertEquals("number", field(() -> proposed(proposal("a/b", FULL, NONE, TODAY, YEAR))));
    }

    @Test
    public void aLetterHoldsForTwoYearsAtMost() {
        assertEquals("until", field(() -> proposed(proposal("1", FULL, NONE, TODAY, TODAY.plusYears(2)))));
        assertEquals(
                TODAY.plusYears(2).minusDays(1),
                proposed(proposal("1", FULL, NONE, TODAY, TODAY.plusYears(2).minusDays(1)))
                        .until());
        assertEquals("until", field(() -> proposed(proposal("2", FULL, NONE, TODAY, TODAY.minusDays(1)))));
    }

    @Test
    public void anItemIsDelegatedByOneLetterAtATime() {
        world.issued("1", FULL, NONE);
        proposed(proposal("2", List.of("SELL"), FULL, YEAR, YEAR.plusYears(1)));
        world.letters.answer("2", true, new Words("同意"), world.manager());
        assertEquals("letter-overlap", codeOf(() -> world.letters.issue("2", signed(), world.liaison(HOUSING))));
        world.issued(proposal("3", List.of("SELL"), FULL, YEAR.plusDays(1), YEAR.plusYears(1)));
        sound();
    }

    @Test
    public void aChangeIsAnnouncedAMonthBeforeAndThenTheNextLetterTakesItsPlace() {
        world.issued("1", FULL, NONE);
        Propose early = with(
                proposal("2", FULL, NONE, TODAY.plusDays(10), YEAR),
                proposal("1", FULL, NONE, TODAY, YEAR).b(),
                proposal("1", FULL, NONE, TODAY, YEAR).a(),
                "1");
        proposed(early);
        world.letters.answer("2", true, new Words("同意"), world.manager());
        assertEquals("letter-notice-short", codeOf(() -> world.letters.issue("2", signed(), world.liaison(HOUSING))));
        Announce soon = new Announce(TODAY.plusMonths(1).minusDays(1), "B角轮岗");
        assertEquals("letter-notice-short", codeOf(() -> world.letters.announce("1", soon, world.liaison(HOUSING))));
        Announce inTime = new Announce(TODAY.plusMonths(1), "B角轮岗");
        assertEquals(
                LetterState.CHANGING,
                world.letters.announce("1", inTime, world.liaison(HOUSING)).state());
        assertEquals(
                "not before the announced day",
                "letter-notice-short",
                codeOf(() -> world.letters.issue("2", signed(), world.liaison(HOUSING))));
        Propose next = proposal("3", FULL, NONE, TODAY.plusMonths(1), YEAR);
        world.issued(with(next, next.a(), next.b(), "1"));
        LetterView before = world.letters.find("1", world.manager());
        assertEquals("until the next one begins", LetterState.CHANGING, before.state());
        assertTrue(before.holds());
        assertEquals(TODAY.plusMonths(1).minusDays(1), before.last());
        assertEquals("its paper is in force as long", Map.of(), world.revoked);
        world.province.pass(Duration.ofDays(30));
        assertTrue("on its last day", world.letters.find("1", world.manager()).holds());
        world.province.pass(Duration.ofDays(1));
        LetterView after = world.letters.find("1", world.manager());
        assertEquals("whether or not the timer has looked", LetterState.REPLACED, after.state());
        assertFalse(after.holds());
        assertTrue(world.letters.find("3", world.manager()).holds());
        assertEquals("letter-state", codeOf(() -> world.letters.revoke("1", new Reason("w"), world.manager())));
        sound();
    }

    /** What was to take the place of one is taken back before it begins: the one before goes on. */
    @Test
    public void aLetterGoesOnWhereItsSuccessorIsTakenBack() {
        world.issued("1", FULL, NONE);
        world.letters.announce("1", new Announce(TODAY.plusMonths(1), "B角轮岗"), world.liaison(HOUSING));
        Propose next = proposal("2", FULL, NONE, TODAY.plusMonths(1), YEAR);
        world.issued(with(next, next.a(), next.b(), "1"));
        world.letters.revoke("2", new Reason("人选变动"), world.manager());
        LetterView before = world.letters.find("1", world.manager());
        assertEquals(LetterState.CHANGING, before.state());
        assertEquals(YEAR, before.last());
        world.province.pass(Duration.ofDays(40));
        assertTrue(world.letters.find("1", world.manager()).holds());
        Propose last = proposal("3", FULL, NONE, world.today().minusDays(3), YEAR);
        world.issued(with(last, last.a(), last.b(), "1"));
        LetterView replaced = world.letters.find("1", world.manager());
        assertEquals("at once", LetterState.REPLACED, replaced.state());
        assertEquals("never before the next one was issued", world.today().minusDays(1), replaced.last());
        assertTrue(world.revoked.get("D0").contains("委托书 3 自 " + world.today()));
        sound();
    }

    /** Whoever renews late, or after a revocation, is not held up by a paper that is over already. */
    @Test
    public void whatHasEndedStaysAsItEndedWhenTheNextLetterComes() {
        world.issued("1", FULL, NONE);
        world.letters.revoke("1", new Reason("重新签发"), world.manager());
        Propose next = proposal("2", FULL, NONE, TODAY, YEAR);
        world.issued(with(next, next.a(), next.b(), "1"));
        assertEquals(
                LetterState.REVOKED, world.letters.find("1", world.manager()).state());
        assertTrue(world.letters.find("2", world.manager()).holds());
        assertEquals(Map.of("D0", "已由中心撤销"), world.revoked);
        proposed(proposal("3", NONE, List.of("SELL"), TODAY, YEAR));
        Propose last = proposal("4", NONE, List.of("SELL"), TODAY, YEAR);
        proposed(with(last, last.a(), last.b(), "3"));
        world.letters.answer("4", true, new Words("同意"), world.manager());
        assertEquals(
                "nothing that was never issued is replaced",
                "letter-state",
                codeOf(() -> world.letters.issue("4", signed(), world.liaison(HOUSING))));
        sound();
    }

    /** An item is abolished while its cases run: the letter that is consented to and the next one still name it. */
    @Test
    public void whatIsNotOfferedAnyMoreIsNamedByTheLettersThatFollow() {
        proposed(proposal("1", FULL, List.of("SELL"), TODAY, YEAR));
        world.letters.answer("1", true, new Words("同意"), world.manager());
        world.items.remove("BUILD");
        world.item("SELL", FORESTRY);
        world.letters.issue("1", signed(), world.liaison(HOUSING));
        assertEquals("事项BUILD", world.issued.get("D0").facts().get("full"));
        Propose next = proposal("2", FULL, List.of("SELL"), YEAR.plusDays(1), YEAR.plusYears(1));
        assertEquals("item-unknown", codeOf(() -> proposed(next)));
        world.issued(with(next, next.a(), next.b(), "1"));
        assertEquals("事项BUILD", world.issued.get("D1").facts().get("full"));
        Propose more = proposal("3", List.of("SELL"), NONE, YEAR.plusDays(1), YEAR.plusYears(1));
        world.items.remove("SELL");
        assertEquals(
                "in full only what was in full",
                "item-unknown",
                codeOf(() -> proposed(with(more, more.a(), more.b(), "1"))));
        sound();
    }

    @Test
    public void theCentreTakesALetterBackAtOnce() {
        world.issued("1", FULL, NONE);
        LetterView revoked = world.letters.revoke("1", new Reason("首席代表履职不到位"), world.manager());
        assertEquals(LetterState.REVOKED, revoked.state());
        assertFalse(revoked.holds());
        assertEquals(Map.of("D0", "已由中心撤销"), world.revoked);
        assertEquals("letter-state", codeOf(() -> world.letters.revoke("1", new Reason("w"), world.manager())));
        assertEquals("letter-unknown", codeOf(() -> world.letters.find("9", world.manager())));
        sound();
    }

    @Test
    public void ofTwoLettersForAnItemThatAreIssuedAtOnceOneIsInForce() throws Exception {
        WindowsWorld elsewhere = new WindowsWorld(other.transactions(), other.entities("windows"), world.province);
        for (String number : List.of("1", "2")) {
            proposed(proposal(number, FULL, NONE, TODAY, YEAR));
            world.letters.answer(number, true, new Words("同意"), world.manager());
        }
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> isIssued("1", world));
        CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(() -> isIssued("2", elsewhere));
        assertTrue("one of the two", one.get() ^ two.get());
        sound();
    }

    private static boolean isIssued(String number, WindowsWorld at) {
        try {
            at.letters.issue(number, signed(), at.liaison(HOUSING));
            return true;
        } catch (ProblemException e) {
            assertEquals("letter-overlap", e.code().code());
            return false;
        }
    }

    @Test
    public void aLetterIsIssuedForADepartmentThatWorksAtTheCentre() {
        proposed(proposal("9", FULL, NONE, TODAY, YEAR));
        world.letters.answer("9", true, new Words("同意"), world.manager());
        String stationing = world.hall
                .stationings(PageRequest.of(null, null), world.manager())
                .items()
                .get(0)
                .id();
        world.hall.withdraw(stationing, new Withdraw(TODAY, "海政办〔2026〕7号"), world.manager());
        assertEquals("stationing-unknown", codeOf(() -> world.letters.issue("9", signed(), world.liaison(HOUSING))));
    }

    /** A county's office looks at what its government decides: each has a letter of its own. */
    @Test
    public void anItemThatComesToAnotherDepartmentIsInALetterOfEach() {
        world.decidedBy("BUILD", FORESTRY);
        world.issued("1号", List.of("BUILD"), List.of());
        Propose housing = WindowsWorld.proposal(
                "2号", List.of("BUILD"), List.of(), world.today(), world.today().plusYears(1));
        world.issued(new Propose(
                housing.number(),
                FORESTRY,
                housing.principal(),
                housing.a(),
                housing.b(),
                housing.full(),
                List.of(),
                List.of(),
                housing.from(),
                housing.until(),
                null));
        assertEquals(
                LetterState.IN_FORCE, world.letters.find("2号", world.manager()).state());
    }
}
