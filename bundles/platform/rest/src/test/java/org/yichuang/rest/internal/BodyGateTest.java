package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

/** A resource says no before the body is read, of which the first byte alone has come: the server waits for that. */
public class BodyGateTest extends ApiServerTest {
    private static final String HEAD = "POST /api/yantai/cases/files HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nIdempotency-Key: k\r\n";

    @Test(timeout = 120_000)
    public void whatIsRefusedIsAnsweredThoughItsBodyDoesNotCome() throws Exception {
        module.things().spent = true;

        String answer = raw(HEAD + "Authorization: Bearer clerk-token\r\nContent-Length: 4000000\r\n\r\n-");

        assertTrue(answer, answer.startsWith("HTTP/1.1 429"));
        assertTrue(answer, answer.contains("application/problem+json"));
        assertEquals(List.of("POST /{tenant}/cases/files clerk " + key()), module.things().gated);
    }

    @Test(timeout = 120_000)
    public void aBodyOfUnknownLengthIsNotReadEither() throws Exception {
        module.things().spent = true;

        String answer = raw(HEAD + "Authorization: Bearer clerk-token\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n-\r\n");

        assertTrue(answer, answer.startsWith("HTTP/1.1 429"));
    }

    @Test(timeout = 120_000)
    public void whoMayNotCallTheOperationIsNotAskedAbout() throws Exception {
        String answer = raw(HEAD + "Authorization: Bearer citizen-token\r\nContent-Length: 4000000\r\n\r\n-");

        assertTrue(answer, answer.startsWith("HTTP/1.1 403"));
        assertEquals(List.of(), module.things().gated);
    }

    @Test(timeout = 120_000)
    public void whatPassesIsReadAndKeyedAsEver() throws Exception {
        assertEquals(200, send(upload("b", "text")).statusCode());
        assertEquals(1, module.things().gated.size());
    }

    private static String key() {
        return "Optional[IdempotencyKey[key=k, fingerprint=]]";
    }
}
