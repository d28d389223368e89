package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.testing.centres.TestCentres;

/** Everything that can be wrong with a request, as the client is told. */
public class RefusalFormsTest extends ApiServerTest {
    @Test
    public void unknownPathsAndMethodsAreProblemsInsideAModuleToo() throws Exception {
        problem(get("/api/yantai/cases/1/nothing/at/all", "clerk-token"), 404, "path-unknown");
        HttpResponse<String> wrong =
                send(request("/api/yantai/cases/1/acceptance", "clerk-token").GET());
        problem(wrong, 405, "method-not-allowed");
        assertEquals("POST", header(wrong, "Allow"));
        HttpResponse<String> options =
                send(request("/api/yantai/cases", null).method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertEquals("GET, POST", header(options, "Allow"));
        problem(
                send(request("/api/yantai/cases", "clerk-token").method("BREW", BodyPublishers.noBody())),
                405,
                "method-not-allowed");
        problem(get("/api", null), 404, "path-unknown");
        problem(get("/api/", null), 404, "path-unknown");
        problem(get("/api/yantai", null), 404, "path-unknown");
    }

    @Test
    public void pathsThatMeanTwoThingsAreUnknown() throws Exception {
        for (String path : List.of(
                "/api/yantai;x=haiyang/cases",
                "/api/yantai/cases;jsessionid=1",
                "/api//yantai/cases",
                "/api/yantai//cases",
                "/api/yantai/cases/%2e%2e/progress/1",
                "/api/yantai/cases%2F1",
                "/api/%79antai/cases")) {
            HttpResponse<String> answer = get(path, "clerk-token");
            assertTrue(path + " " + answer.statusCode(), answer.statusCode() == 404 || answer.statusCode() == 400);
        }
    }

    @Test
    public void mediaTypesAreNegotiated() throws Exception {
        problem(send(request("/api/yantai/cases", "clerk-token").header("Accept", "text/csv")), 406, "not-acceptable");
        problem(send(command("k", body("{}")).setHeader("Content-Type", "text/xml")), 415, "media-type-unsupported");
    }

    @Test
    public void aBodyThatIsNotJsonIsUnreadable() throws Exception {
        problem(send(command("k", body("{\"name\":"))), 400, "body-unreadable");
        problem(send(command("k", body("{} {}"))), 400, "body-unreadable");
        problem(send(command("k", body("null"))), 400, "body-unreadable");
        problem(send(command("k", body("[]"))), 400, "body-unreadable");
        problem(
                send(command("k", BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"'}))),
                400,
                "body-unreadable");
    }

    @Test
    public void whatIsWrittenIsWhatIsMeant() throws Exception {
        for (String body : List.of(
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":5}",
                "{\"name\":true}",
                "{\"name\":\"a\",\"level\":0}",
                "{\"name\":\"a\",\"level\":\"0\"}",
                "{\"name\":\"a\",\"inner\":{\"count\":\"5\"}}",
                "{\"name\":\"\\ud83d\"}",
                "{\"name\":\"\\ude00\"}",
                "{\"name\":\"\\ud83dx\"}",
                "{\"name\":\"\\ud83d\\n\"}")) {
            problem(send(command("k", body(body))), 400, "body-unreadable");
        }
        problem(
                send(command("k", BodyPublishers.ofByteArray(new byte[] {
                    '{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'
                }))),
                400,
                "body-unreadable");
        for (String good : List.of("\\ud83d\\ude00", "\\\\ud83d", "许可", "😀")) {
            assertEquals(
                    good,
                    201,
                    send(command("k", body("{\"name\":\"" + good + "\"}"))).statusCode());
        }
    }

    @Test
    public void decimalsAreExactlyWhatWasWritten() throws Exception {
        Object read = Json.mapper().readValue("999.99999999999999999", Object.class);
        assertEquals(new BigDecimal("999.99999999999999999"), read);
        assertEquals(
                "1.500",
                Json.mapper().readTree("{\"x\":1.500}").get("x").decimalValue().toString());
    }

    @Test(timeout = 120_000)
    public void manySmallPartsAreRefusedQuickly() throws Exception {
        String part = "--q\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n";
        problem(
                send(request("/api/yantai/cases/files", "clerk-token")
                        .header("Content-Type", "multipart/form-data; boundary=q")
                        .header("Idempotency-Key", "u")
                        .POST(body(part.repeat(70_000) + "--q--\r\n"))),
                400,
                "body-unreadable");
    }

    @Test
    public void theFieldThatCannotBeReadIsNamed() throws Exception {
        JsonNode unknown = problem(send(command("k", body("{\"name\":\"a\",\"colour\":1}"))), 400, "body-unreadable");
        assertEquals("colour", unknown.at("/fields/0/field").asText());

        JsonNode wrong = problem(
                send(command("k", body("{\"name\":\"a\",\"inner\":{\"count\":\"many\"}}"))), 400, "body-unreadable");
        assertEquals("inner.count", wrong.at("/fields/0/field").asText());

        JsonNode level =
                problem(send(command("k", body("{\"name\":\"a\",\"level\":\"moon\"}"))), 400, "body-unreadable");
        assertTrue(level.at("/fields/0/zh").asText().contains("PROVINCE, CITY, COUNTY, TOWNSHIP"));
    }

    @Test
    public void brokenRulesAreNamedInBothLanguages() throws Exception {
        JsonNode problem = problem(send(command("k", body("{\"inner\":{\"count\":10}}"))), 422, "fields-invalid");

        assertEquals("inner.count", problem.at("/fields/0/field").asText());
        assertEquals(
                "must be less than or equal to 9", problem.at("/fields/0/en").asText());
        assertTrue(problem.at("/fields/0/zh").asText().contains("9"));
        assertNotEquals(problem.at("/fields/0/zh"), problem.at("/fields/0/en"));
        assertEquals("name", problem.at("/fields/1/field").asText());
    }

    @Test
    public void parametersAreReadAndCheckedByTheirNames() throws Exception {
        HttpResponse<String> good = get("/api/yantai/cases?limit=5&dueBefore=2026-03-01&level=city", "clerk-token");
        assertEquals(
                "{\"items\":[{\"due\":\"2026-03-01\",\"level\":\"CITY\",\"limit\":\"5\"}],\"next\":null}",
                sorted(good));

        JsonNode date =
                problem(get("/api/yantai/cases?dueBefore=tomorrow", "clerk-token"), 400, "parameter-unreadable");
        assertEquals("dueBefore", date.at("/fields/0/field").asText());
        for (String far : List.of("%2B999999999-12-31", "%2B10000-01-01", "-0001-01-01", "0000-01-01")) {
            problem(get("/api/yantai/cases?dueBefore=" + far, "clerk-token"), 400, "parameter-unreadable");
        }
        JsonNode number = problem(get("/api/yantai/cases?limit=x", "clerk-token"), 400, "parameter-unreadable");
        assertEquals("limit", number.at("/fields/0/field").asText());
        JsonNode limit = problem(get("/api/yantai/cases?limit=201", "clerk-token"), 422, "fields-invalid");
        assertEquals("limit", limit.at("/fields/0/field").asText());
    }

    @Test
    public void partsThatCannotBeToldApartAreUnreadable() throws Exception {
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=q")) {
            problem(
                    send(request("/api/yantai/cases/files", "clerk-token")
                            .header("Content-Type", type)
                            .header("Idempotency-Key", "u")
                            .POST(body("abc"))),
                    400,
                    "body-unreadable");
        }
    }

    @Test
    public void aFileMayHaveALongName() throws Exception {
        String part = "--q\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + "许可".repeat(100)
                + ".txt\"\r\n\r\ntext\r\n--q--\r\n";
        HttpResponse<String> answer = send(request("/api/yantai/cases/files", "clerk-token")
                .header("Content-Type", "multipart/form-data; boundary=q")
                .header("Idempotency-Key", "u")
                .POST(body(part)));

        assertEquals(answer.body(), 200, answer.statusCode());
        assertEquals("text", json.readTree(answer.body()).at("/thing/name").asText());
    }

    @Test
    public void whatIsWronglyEncodedIsTheSendersFault() throws Exception {
        for (String query : List.of("%25=%", "limit=%zz", "limit=1%2")) {
            String answer = bare("/api/yantai/cases?" + query, "clerk-token");
            assertTrue(answer, answer.startsWith("HTTP/1.1 400 "));
            assertTrue(answer, answer.contains("\"parameter-unreadable\""));
        }
        for (String charset : List.of("nix", "'", "utf-99")) {
            problem(
                    send(command("k", body("{}")).setHeader("Content-Type", "application/json; charset=" + charset)),
                    415,
                    "media-type-unsupported");
        }
    }

    @Test
    public void anEmptyBodyIsOneWithoutFields() throws Exception {
        HttpResponse<String> answer =
                send(request("/api/yantai/cases/5/acceptance", "clerk-token").POST(BodyPublishers.noBody()));

        assertEquals(200, answer.statusCode());
        assertEquals("null", json.readTree(answer.body()).get("limit").asText());
        problem(send(command("k", BodyPublishers.noBody())), 422, "fields-invalid");
    }

    @Test
    public void aBodyThatIsTooLargeIsRefusedWithAndWithoutItsLength() throws Exception {
        byte[] large = new byte[ThingModule.LARGEST + 1];
        Arrays.fill(large, (byte) ' ');

        problem(sendAnew(command("k", BodyPublishers.ofByteArray(large))), 413, "too-large");
        problem(
                sendAnew(command("k", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "too-large");
    }

    /** Over a connection of its own: one that rests may just have been shut after a refusal. */
    private static HttpResponse<String> sendAnew(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test(timeout = 120_000)
    public void aBodyThatIsRefusedIsNotWaitedFor() throws Exception {
        Map<String, Integer> refusals = Map.of("nonsense", 401, "citizen-token", 403);
        for (String token : refusals.keySet()) {
            String answer = raw(
                    "POST /api/yantai/cases/5/acceptance HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Length: 1000\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{");
            assertTrue(answer, answer.startsWith("HTTP/1.1 " + refusals.get(token)));
        }
    }

    @Test
    public void twoHostsOrOneThatIsNoneAreTheSendersFault() throws Exception {
        for (String host : List.of("a b", "<b>", "localhost\r\nHost: evil.example")) {
            String answer =
                    raw("GET /api/yantai/progress/7 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertTrue(host + answer, answer.startsWith("HTTP/1.1 400"));
        }
    }

    @Test
    public void aFaultTellsNothingButItsRequest() throws Exception {
        HttpResponse<String> answer =
                send(command("k", body("{\"name\":\"fault\"}")).header("X-Request-Id", "my-request"));

        JsonNode problem = problem(answer, 500, "internal");
        assertFalse(answer.body().contains("secret"));
        assertEquals("my-request", problem.get("requestId").asText());
        assertEquals("my-request", header(answer, "X-Request-Id"));
    }

    @Test
    public void aRefusalSpeaksTheLanguageAskedFor() throws Exception {
        JsonNode chinese = problem(send(command("k", body("{\"name\":\"conflict\"}"))), 409, "changed-meanwhile");
        JsonNode english = problem(
                send(command("k", body("{\"name\":\"conflict\"}"))
                        .header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.1")),
                409,
                "changed-meanwhile");

        assertEquals("已被修改", chinese.get("detail").asText());
        assertEquals("Changed meanwhile", english.get("detail").asText());
        assertEquals("已被修改", english.get("detailZh").asText());
        assertEquals(
                "urn:yichuang:problem:changed-meanwhile", english.get("type").asText());
        assertEquals("/api/yantai/cases", english.get("instance").asText());
    }

    /** The tests have a file with one title in Uyghur, and no code knows of it. */
    @Test
    public void aThirdLanguageIsAFileAndChineseWhereItHasNoWords() throws Exception {
        JsonNode problem = problem(
                send(command("k", body("{")).header("Accept-Language", "ug, en;q=0.5")), 400, "body-unreadable");

        assertEquals("تەلەپنى ئوقۇغىلى بولمىدى", problem.get("title").asText());
        assertEquals(problem.get("detailZh").asText(), problem.get("detail").asText());
    }

    @Test
    public void aSuspendedCentreServesNobody() throws Exception {
        tenants.suspend(TestCentres.YANTAI);

        problem(send(request("/api/yantai/cases", "clerk-token")), 503, "tenant-suspended");
        problem(send(request("/api/yantai/tokens", null)), 503, "tenant-suspended");
    }

    @Test
    public void aCentreOfAnotherDeploymentIsServedThere() throws Exception {
        tenants.policy(TestCentres.YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");

        problem(send(request("/api/yantai/cases", "clerk-token")), 404, "tenant-elsewhere");
        problem(send(request("/api/yantai/tokens", null)), 404, "tenant-elsewhere");
    }
}
