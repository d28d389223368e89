package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The door as clients see it, on a real web server. */
public class DoorTest {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Fakes.FakeTenants tenants = new Fakes.FakeTenants();
    private final Fakes.FakeSignIn signIn = new Fakes.FakeSignIn();
    private final Fakes.FakeJournal journal = new Fakes.FakeJournal();
    private final Settings settings = new Settings();
    private final ThingModule module = new ThingModule();
    private final Rest rest = new Rest(tenants, signIn, journal, settings, null);
    private final Server server = new Server();
    private String base;

    @Before
    public void openTheDoor() throws Exception {
        tenants.put("yantai", "cases");
        tenants.put("haiyang");
        signIn.give("clerk-token", "yantai", "clerk", "clerk");
        signIn.give("citizen-token", "yantai", "citizen", "applicant");
        signIn.give("other-token", "haiyang", "clerk", "clerk");
        rest.modules().add("things", module);
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(rest.door()), "/api/*");
        StatisticsHandler patient = new StatisticsHandler(); // lets running requests end when the server stops
        patient.setHandler(context);
        server.setHandler(patient);
        server.setStopTimeout(5_000);
        server.start();
        base = "http://localhost:" + connector.getLocalPort();
    }

    @After
    public void closeTheDoor() throws Exception {
        module.things().leave.countDown();
        server.stop();
        rest.modules().clear();
    }

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
        assertTrue(journal.refusals.contains("GET /{tenant}/progress other-tenant clerk@haiyang"));
    }

    @Test
    public void theRoleDecides() throws Exception {
        assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
        problem(get("/api/yantai/cases", "citizen-token"), 403, "not-allowed");
        problem(get("/api/yantai/cases", null), 401, "not-signed-in");
        assertEquals(
                List.of("GET /{tenant}/cases not-allowed citizen", "GET /{tenant}/cases not-signed-in anonymous"),
                journal.refusals);
    }

    @Test
    public void aCentreThatIsNotThereIsUnknown() throws Exception {
        problem(get("/api/qingdao/cases", "clerk-token"), 404, "tenant-unknown");
    }

    @Test
    public void aModuleThatIsSwitchedOffIsOffAndNotUnknown() throws Exception {
        problem(get("/api/haiyang/progress/7", null), 404, "module-off");
        problem(get("/api/yantai/fees", "clerk-token"), 404, "module-off");
        problem(get("/api/yantai/exchange/messages", "clerk-token"), 404, "module-off");
        problem(get("/api/yantai/nonsense", "clerk-token"), 404, "path-unknown");
    }

    @Test
    public void aModuleThatLeavesIsOff() throws Exception {
        rest.modules().remove("things");

        problem(get("/api/yantai/cases", "clerk-token"), 404, "module-off");

        rest.modules().add("things", module);
        assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
    }

    @Test
    public void aLeavingModuleFinishesWhatItHasBegun() throws Exception {
        CompletableFuture<HttpResponse<String>> running = client.sendAsync(
                request("/api/yantai/cases/slow", null).build(), BodyHandlers.ofString());
        assertTrue(module.things().entered.await(10, TimeUnit.SECONDS));

        CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> rest.modules().remove("things"));
        while (rest.modules().at("cases").isPresent()) {
            Thread.onSpinWait();
        }
        problem(get("/api/yantai/cases", "clerk-token"), 404, "module-off");
        assertFalse(leaving.isDone());
        module.things().leave.countDown();

        assertEquals(200, running.get(10, TimeUnit.SECONDS).statusCode());
        leaving.get(10, TimeUnit.SECONDS);
    }

    @Test
    public void aModuleWithoutAccessRulesIsNotLetIn() throws Exception {
        rest.modules().add("fees", ThingModule.without(new ThingModule.Forgetful()));

        assertTrue(rest.modules().at("fees").isEmpty());
        problem(get("/api/yantai/fees", "clerk-token"), 404, "module-off");
    }

    @Test
    public void unknownPathsAndMethodsAreProblemsInsideAModuleToo() throws Exception {
        problem(get("/api/yantai/cases/1/nothing/at/all", "clerk-token"), 404, "path-unknown");
        HttpResponse<String> wrong = send(request("/api/yantai/cases/1/acceptance", "clerk-token").GET());
        problem(wrong, 405, "method-not-allowed");
        assertEquals("POST", header(wrong, "Allow"));
        HttpResponse<String> options =
                send(request("/api/yantai/cases", null).method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertEquals("GET, POST", header(options, "Allow"));
        problem(send(request("/api/yantai/cases", "clerk-token").method("BREW", BodyPublishers.noBody())), 405, "method-not-allowed");
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
        problem(
                send(request("/api/yantai/cases", "clerk-token").header("Accept", "text/csv")), 406, "not-acceptable");
        problem(
                send(command("k", body("{}")).setHeader("Content-Type", "text/xml")),
                415,
                "media-type-unsupported");
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
    public void theFieldThatCannotBeReadIsNamed() throws Exception {
        JsonNode unknown = problem(send(command("k", body("{\"name\":\"a\",\"colour\":1}"))), 400, "body-unreadable");
        assertEquals("colour", unknown.at("/fields/0/field").asText());

        JsonNode wrong =
                problem(send(command("k", body("{\"name\":\"a\",\"inner\":{\"count\":\"many\"}}"))), 400, "body-unreadable");
        assertEquals("inner.count", wrong.at("/fields/0/field").asText());

        JsonNode level = problem(send(command("k", body("{\"name\":\"a\",\"level\":\"moon\"}"))), 400, "body-unreadable");
        assertTrue(level.at("/fields/0/zh").asText().contains("PROVINCE, CITY, COUNTY, TOWNSHIP"));
    }

    @Test
    public void brokenRulesAreNamedInBothLanguages() throws Exception {
        JsonNode problem = problem(send(command("k", body("{\"inner\":{\"count\":10}}"))), 422, "fields-invalid");

        assertEquals("inner.count", problem.at("/fields/0/field").asText());
        assertEquals("must be less than or equal to 9", problem.at("/fields/0/en").asText());
        assertTrue(problem.at("/fields/0/zh").asText().contains("9"));
        assertNotEquals(problem.at("/fields/0/zh"), problem.at("/fields/0/en"));
        assertEquals("name", problem.at("/fields/1/field").asText());
    }

    @Test
    public void parametersAreReadAndCheckedByTheirNames() throws Exception {
        HttpResponse<String> good = get("/api/yantai/cases?limit=5&dueBefore=2026-03-01&level=city", "clerk-token");
        assertEquals("{\"items\":[{\"due\":\"2026-03-01\",\"level\":\"CITY\",\"limit\":\"5\"}],\"next\":null}", sorted(good));

        JsonNode date = problem(get("/api/yantai/cases?dueBefore=tomorrow", "clerk-token"), 400, "parameter-unreadable");
        assertEquals("dueBefore", date.at("/fields/0/field").asText());
        JsonNode number = problem(get("/api/yantai/cases?limit=x", "clerk-token"), 400, "parameter-unreadable");
        assertEquals("limit", number.at("/fields/0/field").asText());
        JsonNode limit = problem(get("/api/yantai/cases?limit=201", "clerk-token"), 422, "fields-invalid");
        assertEquals("limit", limit.at("/fields/0/field").asText());
    }

    @Test
    public void aCommandNeedsAKeyAndGetsItsFingerprint() throws Exception {
        problem(send(command(null, body("{\"name\":\"a\"}"))), 400, "idempotency-key-missing");
        problem(send(command("k".repeat(101), body("{\"name\":\"a\"}"))), 400, "parameter-unreadable");

        JsonNode first = json.readTree(send(command("k", body("{\"name\":\"a\"}"))).body());
        JsonNode again = json.readTree(send(command("k", body("{\"name\":\"a\"}"))).body());
        JsonNode other = json.readTree(send(command("k", body("{\"name\":\"b\"}"))).body());

        assertEquals(64, first.get("fingerprint").asText().length());
        assertEquals(first, again);
        assertNotEquals(first.get("fingerprint"), other.get("fingerprint"));
        assertTrue(journal.refusals.contains("POST /{tenant}/cases idempotency-key-missing clerk"));
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
        HttpResponse<String> answer = send(command("k", body("{\"name\":\"a\"}")).header("If-Match", "\"12\""));

        assertEquals(201, answer.statusCode());
        assertEquals("\"1\"", header(answer, "ETag"));
        assertTrue(header(answer, "Location").endsWith("/api/yantai/cases/1"));
        assertEquals(12, json.readTree(answer.body()).get("version").asInt());
        problem(send(command("k", body("{\"name\":\"a\"}")).header("If-Match", "12")), 400, "parameter-unreadable");
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

        problem(send(command("k", BodyPublishers.ofByteArray(large))), 413, "too-large");
        problem(
                send(command("k", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "too-large");
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
                send(command("k", body("{\"name\":\"conflict\"}")).header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.1")),
                409,
                "changed-meanwhile");

        assertEquals("已被修改", chinese.get("detail").asText());
        assertEquals("Changed meanwhile", english.get("detail").asText());
        assertEquals("已被修改", english.get("detailZh").asText());
        assertEquals("urn:yichuang:problem:changed-meanwhile", english.get("type").asText());
        assertEquals("/api/yantai/cases", english.get("instance").asText());
    }

    @Test
    public void whoAsksTooOftenIsThrottled() throws Exception {
        settings.updated(new Hashtable<>(Map.of("rate.account", "1", "rate.account.burst", "2")));

        assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
        assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
        HttpResponse<String> third = get("/api/yantai/cases", "clerk-token");

        problem(third, 429, "too-many-requests");
        assertEquals("1", header(third, "Retry-After"));
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
                submit.at("/responses/201/content/application~1json/schema/$ref").asText());
        assertEquals("[\"name\"]", document.at("/components/schemas/Thing/required").toString());
        assertEquals(9, document.at("/components/schemas/Inner/properties/count/maximum").asInt());
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

        rest.modules().remove("things");
        assertTrue(json.readTree(get("/api/openapi.json", null).body()).get("paths").isEmpty());
        problem(send(request("/api/openapi.json", null).DELETE()), 405, "method-not-allowed");
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String code) throws Exception {
        assertEquals(answer.body(), status, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        JsonNode problem = json.readTree(answer.body());
        assertEquals(code, problem.get("code").asText());
        assertEquals(status, problem.get("status").asInt());
        assertFalse(problem.get("detailZh").asText().isEmpty());
        assertFalse(problem.get("detailEn").asText().isEmpty());
        return problem;
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder command(String key, BodyPublisher body) {
        HttpRequest.Builder request = request("/api/yantai/cases", "clerk-token")
                .header("Content-Type", "application/json")
                .POST(body);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private HttpRequest.Builder upload(String boundary, String text) {
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + text + "\r\n--" + boundary + "--\r\n";
        return request("/api/yantai/cases/files", "clerk-token")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", "u")
                .POST(body(body));
    }

    private static BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path, token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private String sorted(HttpResponse<String> answer) throws Exception {
        return json.writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsString(json.treeToValue(json.readTree(answer.body()), Object.class));
    }
}
