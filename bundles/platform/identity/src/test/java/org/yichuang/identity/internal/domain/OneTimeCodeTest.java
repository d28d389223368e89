package org.yichuang.identity.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.Test;

public class OneTimeCodeTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    public void codesAreThoseOfTheStandard() {
        // RFC 6238, appendix B, the last six of eight digits
        Map.of(
                        59L, "287082",
                        1111111109L, "081804",
                        1111111111L, "050471",
                        1234567890L, "005924",
                        2000000000L, "279037",
                        20000000000L, "353130")
                .forEach((second, code) -> assertEquals(code, OneTimeCode.of(SECRET, Instant.ofEpochSecond(second))));
    }

    @Test
    public void aCodeIsGoodOnceAndForAStepEitherWay() {
        Instant now = Instant.ofEpochSecond(1111111111L);
        String code = OneTimeCode.of(SECRET, now);
        long step = OneTimeCode.match(SECRET, code, now, 0).orElseThrow();

        assertTrue(OneTimeCode.match(SECRET, code, now.plusSeconds(30), 0).isPresent());
        assertTrue(OneTimeCode.match(SECRET, code, now.minusSeconds(30), 0).isPresent());
        assertFalse(OneTimeCode.match(SECRET, code, now.plusSeconds(60), 0).isPresent());
        assertFalse(OneTimeCode.match(SECRET, code, now, step).isPresent());
        assertFalse(OneTimeCode.match(SECRET, "", now, 0).isPresent());
        assertFalse(OneTimeCode.match(SECRET, "00000", now, 0).isPresent());
    }

    @Test
    public void secretsAreWrittenInBase32() {
        // RFC 4648, section 10
        Map.of("f", "MY", "fo", "MZXQ", "foo", "MZXW6", "foob", "MZXW6YQ", "fooba", "MZXW6YTB", "foobar", "MZXW6YTBOI")
                .forEach((plain, text) ->
                        assertEquals(text, OneTimeCode.base32(plain.getBytes(StandardCharsets.US_ASCII))));
    }
}
