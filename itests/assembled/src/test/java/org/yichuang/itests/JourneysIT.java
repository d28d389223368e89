package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Journeys;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;

/** The main job, over HTTP, with Derby inside the container. */
public class JourneysIT extends InContainer {
    @Test
    public void theCountyReviewsAndTheCityDecides() throws Exception {
        journeys().countyReviewsAndCityDecides();
    }

    @Test
    public void treesGoWhereTheApplicationSays() throws Exception {
        journeys().treesGoWhereTheApplicationSays();
    }

    @Test
    public void aTownshipAcceptsForTheCounty() throws Exception {
        journeys().townshipAcceptsForTheCounty();
    }

    @Test
    public void eightAtOnceUnderOneKeyMakeOneCase() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        Map<String, Object> application = CaseAt.application(item, Samples.enterprise(800), Map.of());
        Session clerk = network().as("haiyang", "clerk");
        String key = UUID.randomUUID().toString();
        Set<String> numbers = new TreeSet<>();
        for (Answer answer : together(8, () -> clerk.command("/api/haiyang/cases", application, key))) {
            numbers.add(answer.expect(201).text("number"));
        }
        assertEquals(numbers.toString(), 1, numbers.size());
        JsonNode listed = clerk.get("/api/haiyang/cases?limit=100&q="
                        + Samples.enterprise(800).get("name"))
                .expect(200)
                .json()
                .path("items");
        assertEquals(1, listed.size());
        clerk.command("/api/haiyang/cases", CaseAt.application(item, Samples.enterprise(801), Map.of()), key)
                .expectProblem(409, "idempotency-key-reused");
    }

    @Test
    public void ofTwoAcceptancesAtOnceOneIsTaken() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        CaseAt fresh = CaseAt.submitted(
                network(), "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(802), Map.of()));
        Session clerk = network().as("haiyang", "clerk");
        List<Answer> answers = together(8, () -> clerk.command(fresh.path() + "/acceptance", Map.of()));
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        answers.stream().filter(answer -> answer.status() != 200).forEach(answer -> answer.expect(409));
    }

    @Test
    public void routesWithAGapOrAnOverlapAreNotPublished() throws Exception {
        Session editor = network().as("haiyang", "catalogue-editor");
        ObjectNode item = ownItem("ITEM-ROUTES");
        ((ArrayNode) item.path("routes")).remove(1);
        editor.put("/api/haiyang/catalogue/items/ITEM-ROUTES/draft", item).expect(200);
        Answer gap = editor.command("/api/haiyang/catalogue/items/ITEM-ROUTES/publication", Map.of())
                .expectProblem(422, "routes-gap");
        assertTrue(gap.text(), gap.text().contains("50"));

        ObjectNode again = ownItem("ITEM-ROUTES");
        ((ObjectNode) again.path("routes").path(0).path("when").path(0).path(1)).put("below", 60);
        editor.put("/api/haiyang/catalogue/items/ITEM-ROUTES/draft", again).expect(200);
        editor.command("/api/haiyang/catalogue/items/ITEM-ROUTES/publication", Map.of())
                .expectProblem(422, "routes-overlap");
    }

    @Test
    public void aBadRowNeverStopsTheGoodOnes() throws Exception {
        String file = "item_code,name,item_type,competent_department,implementing_org,exercise_level,acceptance_level,"
                + "statutory_days,promised_days,legal_basis,case_type,fee\n"
                + "IMP-1,建筑垃圾处置核准,行政许可,城市管理,海阳市城市管理局,县级,县级,20,5,《城市建筑垃圾管理规定》,承诺件,不收费\n"
                + "IMP-2,,行政许可,城市管理,海阳市城市管理局,县级,县级,20,5,,承诺件,不收费\n"
                + "IMP-3,承诺时限长于法定时限,行政许可,城市管理,海阳市城市管理局,县级,县级,5,20,《某规定》,承诺件,不收费\n";
        JsonNode shown = network()
                .as("haiyang", "catalogue-editor")
                .file(
                        "/api/haiyang/catalogue/imports?dryRun=true",
                        "items.csv",
                        "text/csv",
                        file.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json();
        assertEquals(shown.toString(), 1, shown.path("effects").asInt());
        JsonNode report = network()
                .as("haiyang", "catalogue-editor")
                .file("/api/haiyang/catalogue/imports", "items.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json();
        assertEquals(3, report.path("rows").asInt());
        assertEquals(report.toString(), 1, report.path("accepted").asInt());
        assertEquals(2, report.path("refused").asInt());
        for (JsonNode row : report.path("details")) {
            boolean refused = row.path("outcome").asText().equals("REFUSED");
            assertEquals(row.toString(), refused, !row.path("code").asText().equals("IMP-1"));
            assertFalse(row.toString(), refused && row.path("reasonsZh").isEmpty());
        }
    }

    @Test
    public void anApplicantIsToldOnceOfEachStep() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        CaseAt own = CaseAt.submitted(
                network(), "haiyang", "applicant", CaseAt.application(item, Samples.enterprise(803), Map.of()));
        own.act("clerk", "acceptance", Map.of());
        own.act("chief-representative", "decision", Map.of("outcome", "GRANT"));
        Session applicant = network().as("haiyang", "applicant");
        Wait.upTo(Duration.ofSeconds(120))
                .until(
                        "told of acceptance and decision",
                        () -> kinds(applicant, own).size() >= 2);
        assertEquals(List.of("granted", "accepted"), kinds(applicant, own));
        assertEquals(List.of(), kinds(network().as("haiyang", "clerk"), own));
    }

    /** The kinds of the messages of cases about one that lie in somebody's inbox, the newest first. */
    private static List<String> kinds(Session session, CaseAt about) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode message :
                session.get("/api/haiyang/inbox?limit=100").expect(200).json().path("items")) {
            if (message.path("module").asText().equals("cases")
                    && message.path("about").asText().equals("case/" + about.number())) {
                kinds.add(message.path("kind").asText());
            }
        }
        return kinds;
    }

    private static Journeys journeys() throws Exception {
        return new Journeys(network(), line -> {});
    }

    /** The definition of the tree item, as an editor would copy it under another code. */
    private static ObjectNode ownItem(String code) throws Exception {
        JsonNode guide = network()
                .anybody()
                .get("/api/haiyang/catalogue/items/" + new DemoItems(network()).trees("haiyang"))
                .expect(200)
                .json();
        return ItemDrafts.fromGuide(guide, code);
    }

    private static List<Answer> together(int count, Callable<Answer> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        CyclicBarrier gate = new CyclicBarrier(count);
        List<Future<Answer>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(pool.submit(() -> {
                gate.await(120, TimeUnit.SECONDS);
                return call.call();
            }));
        }
        pool.shutdown();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : running) {
            answers.add(each.get(240, TimeUnit.SECONDS));
        }
        return answers;
    }
}
