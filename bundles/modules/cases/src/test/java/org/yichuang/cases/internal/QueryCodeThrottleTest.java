package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A query code cannot be found by trying, and nobody is kept from a case by those who try. */
public class QueryCodeThrottleTest {
    private static final TenantId HERE = new TenantId("haiyang");
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");
    private static final String NUMBER = "370687-20261122-B1BP04PE1R";
    private static final String OTHER = "370687-20261122-B1C4DXJVG4";
    private static final String GUESSER = "192.0.2.1";
    private static final String OWNER = "192.0.2.2";

    private final QueryCodeThrottle guesses = new QueryCodeThrottle();

    @Test
    public void afterTenWrongCodesTheGuesserIsRefusedTheNumberForAWhile() {
        for (int i = 0; i < 10; i++) {
            guesses.check(HERE, NUMBER, GUESSER, AT.plusSeconds(i));
            guesses.wrong(HERE, NUMBER, GUESSER, AT.plusSeconds(i));
        }

        isRefused(NUMBER, GUESSER, AT.plusSeconds(599));
        guesses.check(HERE, NUMBER, GUESSER, AT.plusSeconds(600));
    }

    @Test
    public void guessingLocksNobodyElseOut() {
        for (int i = 0; i < 50; i++) {
            guesses.wrong(HERE, NUMBER, GUESSER, AT);
        }

        guesses.check(HERE, NUMBER, OWNER, AT);
        guesses.check(HERE, OTHER, GUESSER, AT);
        guesses.check(new TenantId("yantai"), NUMBER, GUESSER, AT);
    }

    @Test
    public void whoGuessesAtManyNumbersIsRefusedAllOfThem() {
        for (int i = 0; i < 100; i++) {
            guesses.wrong(HERE, "370687-20261122-B1BP04P" + (100 + i), GUESSER, AT);
        }

        isRefused(OTHER, GUESSER, AT);
        guesses.check(HERE, OTHER, OWNER, AT);
    }

    @Test
    public void whatCannotBeANumberTakesNoMemory() {
        for (int i = 0; i < 1_000; i++) {
            guesses.wrong(HERE, "x".repeat(i), GUESSER, AT);
        }

        assertEquals(1, guesses.size());
    }

    @Test
    public void memoryIsBoundedHoweverManyGuess() {
        for (int i = 0; i < 120_000; i++) {
            guesses.wrong(HERE, NUMBER, "2001:db8::" + i, AT);
        }

        assertTrue("" + guesses.size(), guesses.size() <= 50_000);
    }

    private void isRefused(String number, String origin, Instant at) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> guesses.check(HERE, number, origin, at));
        assertEquals(CommonError.TOO_MANY_REQUESTS, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains("10 分钟"));
    }
}
