package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A query code cannot be found by trying. */
public class QueryCodeThrottleTest {
    private static final TenantId HERE = new TenantId("haiyang");
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");
    private static final String NUMBER = "370687-20261122-B1BP04PE1R";

    private final QueryCodeThrottle guesses = new QueryCodeThrottle();

    @Test
    public void afterTenWrongCodesANumberIsRefusedForAWhile() {
        for (int i = 0; i < 10; i++) {
            guesses.check(HERE, NUMBER, AT.plusSeconds(i));
            guesses.wrong(HERE, NUMBER, AT.plusSeconds(i));
        }

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> guesses.check(HERE, NUMBER, AT.plusSeconds(599)));

        assertEquals(CommonError.TOO_MANY_REQUESTS, refusal.code());
        guesses.check(HERE, NUMBER, AT.plusSeconds(600));
    }

    @Test
    public void otherNumbersAndCentresAreNotTouched() {
        for (int i = 0; i < 20; i++) {
            guesses.wrong(HERE, NUMBER, AT);
        }

        guesses.check(HERE, "370687-20261122-B1C4DXJVG4", AT);
        guesses.check(new TenantId("yantai"), NUMBER, AT);
    }
}
