package org.yichuang.linkage.internal.health;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.apache.felix.hc.api.Result;
import org.junit.Test;
import org.yichuang.linkage.internal.TransportCertificates.Certificate;

/** What the doctor says of certificates. */
public class CertificateCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    @Test
    public void oneThatEndsSoonIsToldAMonthAheadAndThenIsAnError() {
        assertEquals(Result.Status.OK, found());
        assertEquals(Result.Status.OK, found("city 2026-04-02T00:00:00Z"));
        assertEquals(Result.Status.WARN, found("city 2026-12-01T00:00:00Z", "the county 2026-03-31T00:00:00Z"));
        assertEquals(Result.Status.CRITICAL, found("the county 2026-03-02T00:59:59Z"));
    }

    private static Result.Status found(String... certificates) {
        return new CertificateCheck(
                        () -> Stream.of(certificates).map(Certificate::read).toList(), CLOCK)
                .execute()
                .getStatus();
    }
}
