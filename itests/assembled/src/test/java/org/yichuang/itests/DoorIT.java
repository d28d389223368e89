package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network.Account;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;
import org.yichuang.itests.Operations.Operation;

/** Who comes in, who does not, and how it is said. */
public class DoorIT extends InContainer {
    /** What anybody may call without having signed in; a new one must be written down here. */
    private static final Set<String> PUBLIC = Set.of(
            "POST /{tenant}/tokens",
            "POST /{tenant}/tokens/second-factor",
            "POST /{tenant}/tokens/second-factor/confirmation",
            "POST /{tenant}/accounts/applicants",
            "GET /{tenant}/agency/agents/published",
            "GET /{tenant}/agency/classes",
            "GET /{tenant}/departments",
            "GET /{tenant}/catalogue/basics",
            "GET /{tenant}/catalogue/bundles",
            "GET /{tenant}/catalogue/bundles/{code}",
            "GET /{tenant}/catalogue/cards",
            "GET /{tenant}/catalogue/demands",
            "GET /{tenant}/catalogue/feed",
            "GET /{tenant}/catalogue/feed/csv",
            "GET /{tenant}/catalogue/halls-above",
            "GET /{tenant}/catalogue/hot-words",
            "GET /{tenant}/catalogue/items",
            "GET /{tenant}/catalogue/items/{code}",
            "GET /{tenant}/catalogue/items/{code}/road",
            "GET /{tenant}/catalogue/items/{code}/samples",
            "GET /{tenant}/catalogue/items/{code}/samples/{material}/{kind}",
            "GET /{tenant}/catalogue/suggestions",
            "GET /{tenant}/fees/items",
            "POST /{tenant}/fees/payments/call-backs",
            "POST /{tenant}/fees/quotes",
            "GET /{tenant}/licences/grants/published",
            "GET /{tenant}/licences/published",
            "POST /{tenant}/catalogue/items/{code}/route",
            "GET /{tenant}/progress/{number}",
            "POST /{tenant}/ratings",
            "GET /{tenant}/ratings/asked",
            "GET /{tenant}/ratings/summary",
            "POST /{tenant}/ratings/complaints",
            "POST /{tenant}/ratings/complaints/reviews",
            "GET /{tenant}/ratings/complaints/progress",
            "GET /{tenant}/verify/{code}",
            "GET /{tenant}/windows/appointments/slots",
            "GET /{tenant}/windows/assessments",
            "GET /{tenant}/windows/attendance/week",
            "POST /{tenant}/windows/attendance/punches",
            "POST /{tenant}/windows/enquiries/online",
            "GET /{tenant}/windows/enquiries/online/progress",
            "GET /{tenant}/windows/power",
            "GET /{tenant}/windows/power/{window}",
            "GET /{tenant}/windows/queues",
            "GET /{tenant}/windows/service-points",
            "GET /{tenant}/windows/service-points/{point}/hours",
            "GET /{tenant}/windows/tickets/{ticket}");

    private static final Set<Integer> DENIED = Set.of(401, 403, 404);

    @Test
    public void everyOperationNamesItsRoles() throws Exception {
        List<Operation> all = operations();
        assertTrue("only " + all.size(), all.size() > 25);
        assertEquals(
                List.of(),
                all.stream().filter(operation -> operation.roles().isEmpty()).toList());
        assertEquals(
                PUBLIC,
                all.stream()
                        .filter(Operation::isPublic)
                        .map(Operation::toString)
                        .collect(Collectors.toSet()));
    }

    @Test
    public void nobodyComesInWithoutSigningIn() throws Exception {
        for (Operation operation : operations()) {
            if (!operation.isPublic()) {
                operation.call(network().anybody(), "haiyang", Map.of()).expectProblem(401, "not-signed-in");
                operation
                        .call(network().bearer("x".repeat(43)), "haiyang", Map.of())
                        .expectProblem(401, "not-signed-in");
            }
        }
    }

    @Test
    public void noAccountOfAnotherCentreIsLetIn() throws Exception {
        CaseAt secret = secretCase();
        Map<String, String> places = placesOf(secret);
        List<String> leaks = new ArrayList<>();
        for (String foreign : List.of("laishan", "liugezhuang")) {
            for (Operation operation : operations()) {
                for (Account account : strangers(foreign, operation)) {
                    Answer answer = operation.call(network().as(account), "haiyang", places);
                    if (!DENIED.contains(answer.status()) || tells(answer, secret)) {
                        leaks.add(operation + " as " + account.name() + "@" + foreign + ": " + answer.status());
                    }
                }
            }
        }
        assertEquals(List.of(), leaks);
    }

    @Test
    public void aForeignNumberOnTheOwnPathFindsNothing() throws Exception {
        CaseAt secret = secretCase();
        Map<String, String> places = placesOf(secret);
        List<String> leaks = new ArrayList<>();
        for (String foreign : List.of("laishan", "yantai")) {
            for (Operation operation : operations()) {
                if (operation.template().contains("{number}") && !operation.isPublic()) {
                    Account account = network().account(foreign, operation.roles());
                    Answer answer = operation.call(network().as(account), foreign, places);
                    if (!DENIED.contains(answer.status()) || tells(answer, secret)) {
                        leaks.add(operation + " as " + account.name() + "@" + foreign + ": " + answer.status() + " "
                                + answer.text());
                    }
                }
            }
        }
        assertEquals(List.of(), leaks);
    }

    @Test
    public void headersAndParametersMoveNobodyToAnotherCentre() throws Exception {
        CaseAt secret = secretCase();
        Session stranger = network().as("laishan", "clerk");
        for (String header : List.of("X-Tenant", "X-Tenant-Id", "Tenant", "X-Forwarded-Prefix", "X-Original-URL")) {
            Answer answer = stranger.send(stranger.request("/api/laishan/cases?tenant=haiyang&centre=haiyang")
                    .header(header, "haiyang"));
            assertFalse(header, tells(answer, secret));
            Answer other = stranger.send(stranger.request(secret.path()).header(header, "laishan"));
            assertTrue(header + " " + other.status(), DENIED.contains(other.status()));
        }
        for (String path : List.of(
                "/api/laishan/../haiyang/cases",
                "/api/laishan/%2e%2e/haiyang/cases",
                "/api/laishan/cases/..%2f..%2fhaiyang%2fcases",
                "/api/laishan;x=haiyang/cases",
                "/api//haiyang/cases")) {
            Answer answer = stranger.get(path);
            assertFalse(path, tells(answer, secret));
        }
    }

    @Test
    public void aRoleThatIsNotNamedIsRefused() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            for (Account account : network().accounts()) {
                if (account.tenant().equals("haiyang")
                        && !operation.isPublic()
                        && account.roles().stream().noneMatch(operation.roles()::contains)) {
                    Answer answer = operation.call(network().as(account), "haiyang", Map.of());
                    if (answer.status() != 403 || !answer.text("code").equals("not-allowed")) {
                        wrong.add(operation + " as " + account.name() + ": " + answer.status() + " " + answer.text());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void anApplicantSeesOnlyWhatIsHisOwn() throws Exception {
        CaseAt secret = secretCase();
        Session applicant = network().as(network().named("haiyang", "citizen"));
        applicant.get(secret.path()).expectProblem(404, "case-unknown");
        applicant.get(secret.path() + "/journal").expectProblem(403, "not-allowed");
        applicant.get(secret.path() + "/deadlines").expectProblem(404, "case-unknown");
        applicant.command(secret.path() + "/withdrawal", Map.of("reason", "x")).expectProblem(404, "case-unknown");
        assertFalse(tells(applicant.get("/api/haiyang/cases?limit=100"), secret));
    }

    @Test
    public void everyErrorIsAProblemWithACode() throws Exception {
        Session clerk = network().as("haiyang", "clerk");
        String cases = "/api/haiyang/cases";
        clerk.command(cases, "{").expectProblem(400, "body-unreadable");
        clerk.command(cases, "[]").expectProblem(400, "body-unreadable");
        clerk.command(cases, "{\"item\":{}}").expectProblem(400, "body-unreadable");
        clerk.command(cases, "{\"item\":\"x\",\"colour\":\"red\"}").expectProblem(400, "body-unreadable");
        clerk.get("/api/haiyang/nowhere").expectProblem(404, "path-unknown");
        clerk.get("/api/haiyang/cases/x/y/z").expectProblem(404, "path-unknown");
        clerk.get("/api/nowhere/cases").expectProblem(404, "tenant-unknown");
        clerk.get("/api/haiyang/windows").expect(404);
        Answer method = clerk.send(clerk.request(cases).DELETE()).expectProblem(405, "method-not-allowed");
        assertTrue(method.header("Allow"), method.header("Allow").contains("POST"));
        clerk.send(clerk.request(cases)
                        .header("Content-Type", "text/plain")
                        .header("Idempotency-Key", "a")
                        .POST(BodyPublishers.ofString("x")))
                .expectProblem(415, "media-type-unsupported");
        clerk.send(clerk.request(cases).header("Accept", "image/png")).expectProblem(406, "not-acceptable");
        clerk.get(cases + "?limit=0").expect(422);
        clerk.get(cases + "?limit=many").expectProblem(400, "parameter-unreadable");
        clerk.get(cases + "?cursor=***").expect(400);
        clerk.get(cases + "?state=NONE").expectProblem(400, "parameter-unreadable");
        clerk.get(cases + "?dueBefore=tomorrow").expectProblem(400, "parameter-unreadable");
        clerk.post(cases, Map.of()).expectProblem(400, "idempotency-key-missing");
        Answer fields = clerk.command(cases, Map.of("item", "")).expectProblem(422, "fields-invalid");
        assertEquals(Set.of("applicant"), fieldsOf(fields));
        Answer neither = clerk.command(cases, Map.of("item", "", "applicant", Samples.enterprise(1)))
                .expectProblem(422, "fields-invalid");
        assertEquals("neither an item nor a bundle", Set.of("item"), fieldsOf(neither));
        clerk.command(cases, "{\"remark\":\"" + "长".repeat(5_000_000) + "\"}").expectProblem(413, "too-large");
        network().anybody().get("/nowhere").expect(404);
    }

    @Test
    public void nothingThatIsSentIsAFaultOfOurs() throws Exception {
        assertEquals(List.of(), new Nastiness(network(), 0).faults());
    }

    @Test
    public void aVersionThatIsNotTheCurrentOneIsRefused() throws Exception {
        CaseAt fresh = secretCase();
        Session clerk = network().as("haiyang", "clerk");
        String tag = clerk.get(fresh.path()).expect(200).header("ETag");
        assertTrue(tag, tag.startsWith("\""));
        accept(clerk, fresh, "\"999\"").expectProblem(412, "precondition-failed");
        accept(clerk, fresh, "version").expect(400);
        accept(clerk, fresh, tag).expect(200);
        accept(clerk, fresh, tag).expect(412);
    }

    @Test
    public void aWrongPasswordAndAWrongNameAnswerTheSame() throws Exception {
        Answer name = network().anybody().post("/api/laishan/tokens", Map.of("account", "nobody", "password", "x"));
        Answer password = network().anybody().post("/api/laishan/tokens", Map.of("account", "editor", "password", "x"));
        assertEquals(401, name.status());
        assertEquals(name.status(), password.status());
        assertEquals(name.text("code"), password.text("code"));
        assertEquals(name.text("detail"), password.text("detail"));
    }

    private static Answer accept(Session clerk, CaseAt fresh, String ifMatch) {
        return clerk.send(clerk.request(fresh.path() + "/acceptance")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.ofString("{}")));
    }

    private static Set<String> fieldsOf(Answer answer) {
        Set<String> names = new TreeSet<>();
        for (JsonNode field : answer.json().path("fields")) {
            names.add(field.path("field").asText());
        }
        return names;
    }

    /** Those whom the role alone would let in, and one of whom it would not. */
    private static List<Account> strangers(String tenant, Operation operation) throws Exception {
        return network().accounts().stream()
                .filter(account -> account.tenant().equals(tenant))
                .filter(account -> operation.isPublic()
                        || account.roles().contains("applicant")
                        || account.roles().stream().anyMatch(operation.roles()::contains))
                .limit(4)
                .toList();
    }

    private static List<Operation> operations() throws Exception {
        return Operations.of(network().anybody());
    }

    private static CaseAt secretCase() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        return CaseAt.submitted(
                network(), "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(700), Map.of()));
    }

    private static Map<String, String> placesOf(CaseAt secret) {
        JsonNode view = secret.view();
        return Map.of("number", secret.number(), "code", view.path("item").asText(), "account", "clerk");
    }

    private static boolean tells(Answer answer, CaseAt secret) {
        return answer.status() < 300 && answer.text().contains(secret.number());
    }
}
