package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** Who gets in, where to, and what is made of the request on the way. */
public class ApiServletTest extends ApiServerTest {
    @Test
    public void aPublicOperationNeedsNoToken() throws Exception {
        HttpResponse<String> answer = get("/api/yantai/progress/7", null);

        assertEquals(200, answer.statusCode());
        assertEquals("{\"account\":\"anonymous\",\"number\":\"7\"}", sorted(answer));
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertFalse(header(answer, "X-Request-Id").isEmpty());
    }

    @Test
    public void aBadTokenIsRefusedEvenOnAPublicOperation() throws Exception {
        HttpResponse<String> answer = get("/api/yantai/progress/7", "nonsense");

        problem(answer, 401, "not-signed-in");
        assertEquals("Bearer", header(answer, "WWW-Authenticate"));
    }

    @Test
    public void aForeignTokenIsRefusedWhateverTheOperation() throws Exception {
        for (String path : List.of("/progress/7", "/cases", "/cases/1/acceptance", "/nothing", "/tokens")) {
            problem(get("/api/yantai" + path, "other-token"), 403, "other-tenant");
        }
        assertTrue(journal.refusals().contains("GET /{tenant}/progress other-tenant clerk@haiyang"));
    }

    @Test
    public void theRoleDecides() throws Exception {
        assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
        problem(get("/api/yantai/cases", "citizen-token"), 403, "not-allowed");
        problem(get("/api/yantai/cases", null), 401, "not-signed-in");
        assertEquals(
                List.of("GET /{tenant}/cases not-allowed citizen", "GET /{tenant}/cases not-signed-in anonymous"),
                journal.refusals());
    }

    @Test
    public void whoMustChooseANewPasswordMayDoNothingElse() throws Exception {
        signIn.give("first-token", "yantai", "clerk", "clerk");

        problem(get("/api/yantai/cases", "first-token"), 403, "password-change-required");
        problem(get("/api/yantai/progress/7", "first-token"), 403, "password-change-required");
        problem(
                send(request("/api/yantai/cases", "first-token")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")
                        .POST(body("{\"name\":\"a\"}"))),
                403,
                "password-change-required");
        assertEquals("{\"account\":\"clerk\"}", sorted(get("/api/yantai/cases/me", "first-token")));
        assertEquals(200, get("/api/yantai/cases/me", "clerk-token").statusCode());
    }

    @Test
    public void aCentreThatIsNotThereIsUnknown() throws Exception {
        problem(get("/api/qingdao/cases", "clerk-token"), 404, "tenant-unknown");
    }

    @Test
    public void aModuleThatIsSwitchedOffIsOffAndNotUnknown() throws Exception {
        problem(get("/api/haiyang/progress/7", null), 404, "module-off");
        problem(get("/api/yantai/fees", "clerk-token"), 404, "module-off");
        problem(get("/api/yantai/nonsense", "clerk-token"), 404, "path-unknown");
    }

    @Test
    public void aModuleThatLeavesIsOff() throws Exception {
        rest.modules().host().remove("things");

        problem(get("/api/yantai/cases", "clerk-token"), 404, "module-off");

        rest.modules().host().add("things", module);
        assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
    }

    @Test
    public void aLeavingModuleFinishesWhatItHasBegun() throws Exception {
        CompletableFuture<HttpResponse<String>> running =
                client.sendAsync(request("/api/yantai/cases/slow", null).build(), BodyHandlers.ofString());
        assertTrue(module.things().entered.await(60, TimeUnit.SECONDS));

        CompletableFuture<Void> leaving =
                CompletableFuture.runAsync(() -> rest.modules().host().remove("things"));
        while (rest.modules().host().find("cases").isPresent()) {
            Thread.onSpinWait();
        }
        problem(get("/api/yantai/cases", "clerk-token"), 404, "module-off");
        assertFalse(leaving.isDone());
        module.things().leave.countDown();

        assertEquals(200, running.get(60, TimeUnit.SECONDS).statusCode());
        leaving.get(60, TimeUnit.SECONDS);
    }

    @Test
    public void aModuleWithoutAccessRulesIsNotLetIn() throws Exception {
        rest.modules().host().add("fees", ThingModule.without(new ThingModule.Forgetful()));

        assertTrue(rest.modules().host().find("fees").isEmpty());
        problem(get("/api/yantai/fees", "clerk-token"), 404, "module-off");
    }

    @Test
    public void aCommandNeedsAKeyAndGetsItsFingerprint() throws Exception {
        problem(send(command(null, body("{\"name\":\"a\"}"))), 400, "idempotency-key-missing");
        problem(send(command("k".repeat(101), body("{\"name\":\"a\"}"))), 400, "parameter-unreadable");

        JsonNode first =
                json.readTree(send(command("k", body("{\"name\":\"a\"}"))).body());
        JsonNode again =
                json.readTree(send(command("k", body("{\"name\":\"a\"}"))).body());
        JsonNode other =
                json.readTree(send(command("k", body("{\"name\":\"b\"}"))).body());

        assertEquals(64, first.get("fingerprint").asText().length());
        assertEquals(first, again);
        assertNotEquals(first.get("fingerprint"), other.get("fingerprint"));
        assertTrue(journal.refusals().contains("POST /{tenant}/cases idempotency-key-missing clerk"));
    }

    @Test
    public void theBoundaryOfAnUploadIsNoPartOfItsFingerprint() throws Exception {
        JsonNode first = json.readTree(send(upload("one", "hello")).body());
        JsonNode again = json.readTree(send(upload("two-and-longer", "hello")).body());
        JsonNode other = json.readTree(send(upload("one", "hullo")).body());

        assertEquals("hello", first.at("/thing/name").asText());
        assertEquals(first, again);
        assertNotEquals(first.get("fingerprint"), other.get("fingerprint"));
    }

    @Test
    public void ifMatchBecomesTheExpectedVersion() throws Exception {
        HttpResponse<String> answer =
                send(command("k", body("{\"name\":\"a\"}")).header("If-Match", "\"12\""));

        assertEquals(201, answer.statusCode());
        assertEquals("\"1\"", header(answer, "ETag"));
        assertTrue(header(answer, "Location").endsWith("/api/yantai/cases/1"));
        assertEquals(12, json.readTree(answer.body()).get("version").asInt());
        problem(send(command("k", body("{\"name\":\"a\"}")).header("If-Match", "12")), 400, "parameter-unreadable");
    }

    @Test(timeout = 120_000)
    public void whoAsksTooOftenIsThrottled() throws Exception {
        settings.updated(new Hashtable<>(Map.of("rate.account", "1", "rate.account.burst", "2")));

        long began = System.nanoTime();
        int served = 0;
        HttpResponse<String> answer = get("/api/yantai/cases", "clerk-token");
        while (answer.statusCode() == 200) {
            served++;
            answer = get("/api/yantai/cases", "clerk-token");
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);

        assertTrue(served + " in " + seconds + " s", served >= 2 && served <= 2 + seconds);
        problem(answer, 429, "too-many-requests");
        assertEquals("1", header(answer, "Retry-After"));
        problem(send(request("/api/yantai/cases", "citizen-token")), 403, "not-allowed");
    }

    @Test
    public void theDocumentDescribesEveryOperationWithItsRoles() throws Exception {
        JsonNode document = json.readTree(get("/api/openapi.json", null).body());

        JsonNode submit = document.at("/paths/~1{tenant}~1cases/post");
        assertEquals("[\"applicant\",\"clerk\"]", submit.get("x-roles").toString());
        assertTrue(submit.get("x-command").asBoolean());
        assertEquals("cases", submit.get("x-module").asText());
        assertEquals(
                "#/components/schemas/Thing",
                submit.at("/requestBody/content/application~1json/schema/$ref").asText());
        assertEquals(
                "#/components/schemas/Receipt",
                submit.at("/responses/201/content/application~1json/schema/$ref")
                        .asText());
        assertEquals(
                "[\"name\"]", document.at("/components/schemas/Thing/required").toString());
        assertEquals(
                9,
                document.at("/components/schemas/Inner/properties/count/maximum")
                        .asInt());
        assertEquals(
                "[\"everyone\"]",
                document.at("/paths/~1{tenant}~1progress~1{number}/get/x-roles").toString());
        assertEquals(
                "#/components/schemas/PageOfSeen",
                document.at("/paths/~1{tenant}~1cases/get/responses/200/content/application~1json/schema/$ref")
                        .asText());
        assertEquals(
                "binary",
                document.at("/paths/~1{tenant}~1cases~1files/post/requestBody/content/multipart~1form-data/schema"
                                + "/properties/file/format")
                        .asText());

        rest.modules().host().remove("things");
        assertTrue(json.readTree(get("/api/openapi.json", null).body())
                .get("paths")
                .isEmpty());
        problem(send(request("/api/openapi.json", null).DELETE()), 405, "method-not-allowed");
    }
}
