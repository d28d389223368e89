package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.junit.runners.MethodSorters;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Journeys;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;
import org.yichuang.itests.PartitionDrill.Kill;
import org.yichuang.itests.PartitionDrill.Victim;

/** The county works at one deployment, its city at another: over a broker, or by HTTPS, it is as if they were one. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class TwoDeploymentsIT {
    @ClassRule
    public static final Timeout LIMIT = Timeout.seconds(2400);

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Map<String, Object> AGREE = Map.of("opinion", "同意", "agree", true);

    private static TwoDeployments both;

    @BeforeClass
    public static void start() throws Exception {
        both = TwoDeployments.started();
    }

    @AfterClass
    public static void stop() {
        if (both != null) {
            both.close();
        }
    }

    @Test
    public void aTheThreeJourneysOverABroker() {
        new Journeys(both.everybody(), line -> {}).all();
    }

    @Test
    public void bNeitherHasAKeyOfTheOthersNorServesThem() {
        assertFalse(Files.exists(both.county().home().resolve("keys/linkage-yantai.key")));
        assertFalse(Files.exists(both.city().home().resolve("keys/linkage-haiyang.key")));
        assertEquals(404, status(both.county(), "/api/yantai/cases"));
        assertEquals(404, status(both.city(), "/api/haiyang/cases"));
    }

    private static int status(Platform platform, String path) {
        return new Network(platform.base(), List.of()).anybody().get(path).status();
    }

    @Test
    public void cABrokerThatDiesLosesNothingAndDoublesNothing() throws Exception {
        both.broker().kill();
        List<CaseAt> forwarded = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            forwarded.add(forwarded(700 + number));
        }
        Wait.upTo(PATIENCE).until(() -> "tried in vain" + both.faults(), () -> forwarded.stream()
                .allMatch(each -> letter(each).path("attempts").asInt() > 0));
        assertTrue(forwarded.stream()
                .allMatch(each -> letter(each).path("state").asText().equals("WAITING")));

        both.broker().start();

        for (CaseAt county : forwarded) {
            CaseAt city = county.above("yantai");
            city.act("clerk", "acceptance", Map.of());
            county.awaits(
                    "the receipt",
                    view -> view.path("upper").path("number").asText().equals(city.number()));
            assertEquals("one case above", 1, casesAbove(county));
        }
    }

    @Test
    public void dOneLineChangesTheWayAndLosesNothing() throws Exception {
        TenantFile line = TenantFile.of(both.county().home(), "yantai");
        line.set(TwoDeployments.TRANSPORT, "jms:queue:nobody.hears.{receiver}");
        Wait.upTo(PATIENCE).until("the line is in force", () -> way().contains("nobody.hears"));
        CaseAt county = forwarded(710);
        Wait.upTo(PATIENCE).until("it has left", () -> letter(county).hasNonNull("sentAt"));

        line.set(TwoDeployments.TRANSPORT, both.straightToTheCity());

        CaseAt city = county.above("yantai");
        Wait.upTo(PATIENCE)
                .until("receipted", () -> letter(county).path("state").asText().equals("DELIVERED"));
        city.act("clerk", "acceptance", Map.of());
        county.awaits(
                "the receipt",
                view -> view.path("upper").path("number").asText().equals(city.number()));
    }

    @Test
    public void eTheThreeJourneysByHttpsWithoutTheBroker() throws Exception {
        both.broker().kill();
        both.go(true);
        Wait.upTo(PATIENCE).until("the line is in force", () -> way().contains("https:"));

        new Journeys(both.everybody(), line -> {}).all();
    }

    @Test
    public void fWhoeverDiesAndWhicheverLineFailsEachCaseIsDecidedOnceAndBothAgree() throws Exception {
        both.broker().start();

        new PartitionDrill(both, "短线演练", 2, 10, System.out::println)
                .play(
                        6,
                        List.of(
                                new Kill(Victim.CITY, true, FaultyLine.State.HALF_OPEN),
                                new Kill(Victim.BROKER, false, FaultyLine.State.SLOW)));
    }

    private static String way() {
        return both.everybody()
                .as("haiyang", "system-admin")
                .get("/api/haiyang/exchange/centres")
                .expect(200)
                .text();
    }

    private static CaseAt forwarded(int applicant) {
        String item = new DemoItems(both.everybody()).reviewedByCountyDecidedByCity("haiyang");
        CaseAt county = CaseAt.submitted(
                both.everybody(),
                "haiyang",
                "clerk",
                CaseAt.application(item, Samples.enterprise(applicant), Map.of()));
        county.act("clerk", "acceptance", Map.of());
        county.act("reviewer", "pre-review", AGREE);
        return county;
    }

    /** The message that carried the file upwards. */
    private static JsonNode letter(CaseAt county) {
        Answer messages = both.everybody()
                .as("haiyang", "system-admin")
                .get("/api/haiyang/exchange/messages?limit=100")
                .expect(200);
        for (JsonNode each : messages.json().path("items")) {
            if (each.path("caseNumber").asText().equals(county.number())
                    && each.path("type").asText().equals("forward")) {
                return each;
            }
        }
        throw new AssertionError("No message about " + county.number());
    }

    private static int casesAbove(CaseAt county) {
        int found = 0;
        for (JsonNode row : both.everybody()
                .as("yantai", "clerk")
                .get("/api/yantai/cases?limit=100")
                .expect(200)
                .json()
                .path("items")) {
            JsonNode there =
                    new CaseAt(both.everybody(), "yantai", row.path("number").asText()).view();
            found += there.path("lower").path("number").asText().equals(county.number()) ? 1 : 0;
        }
        return found;
    }
}
