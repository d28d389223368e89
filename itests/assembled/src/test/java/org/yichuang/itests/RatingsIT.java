package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.Test;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;

/** What people say of services, over HTTP and on pages: asked by the system, handled by others than those rated. */
public class RatingsIT extends InContainer {
    private static final String RATINGS = "/api/haiyang/ratings";
    private static final String FOLLOW_UPS = RATINGS + "/follow-ups";

    @Test
    public void whoHasRefusedACaseNeitherContactsNorVerifiesAndOthersDo() throws Exception {
        CaseAt refused = refused(810);
        Session applicant = network().as("haiyang", "applicant");
        JsonNode asked = asked(applicant, refused);
        assertEquals("online once a case", "refused", asked.path("service").asText());
        Map<String, Object> bad =
                Map.of("rating", asked.path("rating").asText(), "grade", "DISSATISFIED", "words", "没有说明理由");
        applicant.command(RATINGS, bad).expect(200);

        JsonNode open = followUp("bad-rating", refused);
        String path = FOLLOW_UPS + "/" + open.path("id").asText();
        Session chief = network().as("haiyang", "chief-representative");
        Session manager = network().as("haiyang", "centre-manager");
        Map<String, Object> contacted = Map.of("reached", true, "untrue", false, "complex", false, "words", "已当面说明");
        chief.command(path + "/contact", contacted).expectProblem(403, "follow-up-rated");
        chief.command(path + "/rater", Map.of()).expectProblem(403, "follow-up-rated");
        manager.command(path + "/rater", Map.of()).expect(200);
        Answer seen = manager.get(path).expect(200);
        manager.command(path + "/contact", contacted).expect(200);
        manager.send(manager.request(path + "/rectification")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "rectified-" + refused.number())
                        .header("If-Match", seen.header("ETag"))
                        .POST(BodyPublishers.ofString("{\"words\":\"w\"}")))
                .expectProblem(412, "precondition-failed");
        chief.command(path + "/rectification", Map.of("words", "已补充说明")).expect(200);
        Map<String, Object> verified = Map.of("confirmed", true, "words", "已电话核对");
        manager.command(path + "/verification", verified).expectProblem(403, "follow-up-own");
        network()
                .as("haiyang", "supervision-officer")
                .command(path + "/verification", verified)
                .expect(200);

        JsonNode again = asked(applicant, refused, "asked-again");
        Map<String, Object> good = Map.of("rating", again.path("rating").asText(), "grade", "SATISFIED");
        applicant.command(RATINGS, good).expect(200);
        assertEquals("SATISFIED", manager.get(path).expect(200).text("outcome"));
        network().anybody().get(path).expect(401);
        network()
                .as("laishan", "centre-manager")
                .get(path.replace("haiyang", "laishan"))
                .expectProblem(404, "follow-up-unknown");
    }

    @Test
    public void thePageOffersWhatSomebodyMayDo() throws Exception {
        CaseAt refused = refused(811);
        Session applicant = network().as("haiyang", "applicant");
        JsonNode asked = asked(applicant, refused);
        applicant
                .command(RATINGS, Map.of("rating", asked.path("rating").asText(), "grade", "VERY_DISSATISFIED"))
                .expect(200);
        String page = "/haiyang/ratings/follow-ups/"
                + followUp("bad-rating", refused).path("id").asText();

        String rated =
                network().visitor("haiyang", "chief-representative").open(page).text();
        assertTrue(rated, rated.contains(refused.number()));
        assertFalse(rated, rated.contains(page + "/contact") || rated.contains(page + "/rater"));
        String other = network().visitor("haiyang", "centre-manager").open(page).text();
        assertTrue(other, other.contains(page + "/contact") && other.contains(page + "/rater"));
        String called = network()
                .visitor("haiyang", "caller")
                .open("/haiyang/ratings/follow-ups")
                .text();
        assertTrue(called, called.contains("待回访"));
    }

    @Test
    public void whoCallsHasAnAccountAndWhatIsSaidIsCountedApart() throws Exception {
        CaseAt refused = refused(812);
        String path =
                FOLLOW_UPS + "/" + followUp("call-back", refused).path("id").asText();
        Session caller = network().as("haiyang", "caller");
        caller.command(path + "/phone", Map.of()).expect(200);
        caller.command(path + "/call", Map.of("result", "REACHED", "grade", "SATISFIED"))
                .expect(200);

        Session manager = network().as("haiyang", "centre-manager");
        String figures = "/api/haiyang/indicators/ratings.";
        assertEquals(200, manager.get(figures + "good?by=source").status());
        assertTrue(manager.get(figures + "good-on-call").expect(200).text().contains("100"));
    }

    private CaseAt refused(int applicant) throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        CaseAt own = CaseAt.submitted(
                network(), "haiyang", "applicant", CaseAt.application(item, Samples.enterprise(applicant), Map.of()));
        own.act("clerk", "acceptance", Map.of());
        own.act(
                "chief-representative",
                "decision",
                Map.of("outcome", "REFUSE", "reasons", "不符合规划", "basis", "条例第九条", "remedies", "可以申请行政复议"));
        return own;
    }

    private static JsonNode asked(Session applicant, CaseAt about) {
        return asked(applicant, about, "");
    }

    /** What the applicant is asked about the case, of a service or of any. */
    private static JsonNode asked(Session applicant, CaseAt about, String service) {
        return awaited(applicant, RATINGS + "/own", about, service);
    }

    private JsonNode followUp(String kind, CaseAt about) throws Exception {
        Session manager = network().as("haiyang", "centre-manager");
        return awaited(manager, FOLLOW_UPS + "?limit=100&kind=" + kind, about, "");
    }

    private static JsonNode awaited(Session session, String list, CaseAt about, String service) {
        Wait.upTo(Duration.ofSeconds(120))
                .until(list, () -> in(session, list, about, service).isPresent());
        return in(session, list, about, service).orElseThrow();
    }

    private static Optional<JsonNode> in(Session session, String list, CaseAt about, String service) {
        JsonNode items = session.get(list).expect(200).json().path("items");
        List<JsonNode> all = StreamSupport.stream(items.spliterator(), false).toList();
        return all.stream()
                .filter(each -> each.path("caseNumber").asText().equals(about.number()))
                .filter(each ->
                        service.isEmpty() || each.path("service").asText().equals(service))
                .findFirst();
    }
}
