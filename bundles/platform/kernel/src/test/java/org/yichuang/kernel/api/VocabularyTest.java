package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

public class VocabularyTest {
    private static final Instant LATE = Instant.parse("2026-03-02T16:30:00Z");

    @Test
    public void aTenantIdIsShortAndPlain() {
        assertEquals("haiyang", new TenantId("haiyang").toString());
        for (String text : new String[] {null, "", "a", "Yantai", "1st", "a/b", "a_b", "x".repeat(41)}) {
            assertFalse(text, TenantId.isWellFormed(text));
            assertThrows(text, IllegalArgumentException.class, () -> new TenantId(text));
        }
    }

    @Test
    public void aLevelIsFoundByTheWordsOfPeople() {
        assertEquals(Optional.of(Level.COUNTY), Level.parse("区县"));
        assertEquals(Optional.of(Level.CITY), Level.parse("市级"));
        assertEquals(Optional.of(Level.TOWNSHIP), Level.parse("镇"));
        assertEquals(Optional.of(Level.PROVINCE), Level.parse("PROVINCE"));
        assertEquals(Optional.empty(), Level.parse("国家"));
        assertEquals(Optional.empty(), Level.parse(null));
        assertTrue(Level.CITY.isAbove(Level.COUNTY));
        assertFalse(Level.CITY.isAbove(Level.CITY));
    }

    @Test
    public void aDivisionCodeTellsItsLevelAndWhatLiesWithin() {
        DivisionCode yantai = new DivisionCode("370600");
        DivisionCode laishan = new DivisionCode("370613");
        DivisionCode street = new DivisionCode("370613001");

        assertEquals(Level.CITY, yantai.level());
        assertEquals(Level.COUNTY, laishan.level());
        assertEquals(Level.TOWNSHIP, street.level());
        assertTrue(yantai.contains(street));
        assertTrue(laishan.contains(street));
        assertFalse(laishan.contains(yantai));
        assertFalse(new DivisionCode("370687").contains(street));
        assertThrows(IllegalArgumentException.class, () -> new DivisionCode("37061"));
    }

    @Test
    public void aCursorWithControlCharactersIsNoneOfOurs() {
        ProblemException refusal = assertThrows(ProblemException.class, () -> PageRequest.of(10, "a" + (char) 0 + "b"));

        assertEquals(CommonError.PARAMETER_UNREADABLE, refusal.code());
        assertEquals("cursor", refusal.fields().get(0).field());
        assertEquals(Optional.of("YWI"), PageRequest.of(10, "YWI").cursor());
    }

    @Test
    public void theDayOfACallIsThatOfChina() {
        CallContext call = CallContext.system(new TenantId("yantai"), LATE, "r-1");

        assertEquals(LocalDate.of(2026, 3, 3), call.today());
        assertTrue(call.actor().has("system"));
    }

    @Test
    public void anActorsRolesCannotBeChangedAfterwards() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> new Actor("a", "A", Set.of("clerk")).roles().add("operator"));
    }

    @Test
    public void whoIsNotPermittedIsRefused() {
        Actor clerk = new Actor("li", "李", Set.of("clerk")).permitted(Set.of("cases.accept"));
        CallContext call = CallContext.system(new TenantId("yantai"), LATE, "r-1");

        call.require("cases.decide");
        call.by(clerk).require("cases.accept");
        assertEquals(CommonError.NOT_ALLOWED, refusal(call.by(clerk), "cases.decide"));
        assertEquals(CommonError.NOT_ALLOWED, refusal(call.by(clerk.permitted(Set.of())), "cases.accept"));
        assertEquals(CommonError.NOT_SIGNED_IN, refusal(call.by(Actor.ANONYMOUS), "cases.accept"));
        assertTrue(clerk.named("li@haiyang").isPermitted("cases.accept"));
    }

    private static ErrorCode refusal(CallContext call, String permission) {
        return assertThrows(ProblemException.class, () -> call.require(permission))
                .code();
    }

    @Test
    public void idsSortByTimeAndDiffer() {
        String early = Ids.next(LATE);
        String late = Ids.next(LATE.plusMillis(1));

        assertEquals(22, early.length());
        assertTrue(early.compareTo(late) < 0);
        assertNotEquals(Ids.next(LATE), Ids.next(LATE));
        assertTrue(Ids.secret(12).matches("[0-9A-HJKMNP-TV-Z]{12}"));
    }

    @Test
    public void idsOfOneMillisecondKeepTheirOrder() {
        List<String> minted = Stream.generate(() -> Ids.next(LATE)).limit(2_000).collect(Collectors.toList());

        assertEquals(minted.stream().distinct().sorted().collect(Collectors.toList()), minted);
    }

    @Test
    public void aPageGoesOnOnlyWhenThereIsMore() {
        Page<Integer> first = Page.of(List.of(1, 2, 3), 2, String::valueOf);
        Page<Integer> last = Page.of(List.of(3), 2, String::valueOf);

        assertEquals(new Page<>(List.of(1, 2), "2"), first);
        assertNull(last.next());
        assertEquals(new Page<>(List.of("1", "2"), "2"), first.map(String::valueOf));
    }

    @Test
    public void aPageRequestHasBounds() {
        assertEquals(new PageRequest(PageRequest.USUAL, Optional.empty()), PageRequest.of(null, " "));
        for (int limit : new int[] {0, -1, PageRequest.MAXIMUM + 1}) {
            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> new PageRequest(limit, Optional.empty()));
            assertEquals("limit", refusal.fields().get(0).field());
        }
    }

    @Test
    public void moneyIsCountedInFen() {
        assertEquals("12.30", new Money(1230).yuan());
        assertEquals("-0.05", new Money(-5).yuan());
        assertEquals(new Money(7), new Money(3).plus(new Money(4)));
        assertThrows(ArithmeticException.class, () -> new Money(Long.MAX_VALUE).plus(new Money(1)));
    }

    @Test
    public void anErrorGoesOverTheWireInSmallLetters() {
        assertEquals("module-off", CommonError.MODULE_OFF.code());
        assertEquals(404, CommonError.MODULE_OFF.kind().status());
    }

    @Test
    public void aDigestIsThatOfTheStandard() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digests.sha256("abc"));
    }

    @Test
    public void aProblemKeepsWhatLedToIt() {
        IllegalStateException cause = new IllegalStateException("away");
        ProblemException problem = new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("不行"));

        problem.initCause(cause);

        assertSame(cause, problem.getCause());
    }
}
