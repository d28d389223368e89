package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.junit.Test;
import org.ops4j.pax.exam.util.Filter;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;

/** What travels between centres, when all is not well. */
public class ExchangeIT extends InContainer {
    private static final Duration SOON = Duration.ofSeconds(180);
    private static final Map<String, Object> AGREE = Map.of("opinion", "同意", "agree", true);
    private static final String MESSAGES = "/api/haiyang/exchange/messages";

    @Inject
    @Filter("(osgi.jndi.service.name=yichuang)")
    private DataSource database;

    @Test
    public void aMessageThatComesTwiceHasOneEffect() throws Exception {
        CaseAt county = accepted();
        Map<String, Object> waiting = sentWhileYantaiIsAway(county);
        String id = (String) waiting.get("MESSAGE_ID");
        hastened(id);
        JsonNode first = awaits(county, "DELIVERED");
        CaseAt city = county.above("yantai");
        city.act("clerk", "acceptance", Map.of());
        long version = city.view().path("version").asLong();

        // As if the receipt had been lost on its way back
        Map<String, Object> delivered = row(id);
        Map<String, Object> again = new LinkedHashMap<>(delivered);
        again.putAll(Map.of("STATE", "WAITING", "CLAIMED_UNTIL", 0L, "DUE_MICROS", 0L, "RECEIPT", ""));
        again.put("PAYLOAD", waiting.get("PAYLOAD"));
        new Rows(database).replace("JOURNAL_OUTBOX", delivered, again);
        JsonNode second = awaits(county, "DELIVERED");

        assertEquals(
                first.path("receipt").path("words").asText(),
                second.path("receipt").path("words").asText());
        assertEquals(version, city.view().path("version").asLong());
        assertEquals(
                1,
                new Rows(database)
                        .count(
                                "SELECT COUNT(*) FROM JOURNAL_INBOX WHERE TENANT = 'yantai' AND MESSAGE_ID = ?",
                                first.path("id").asText()));
    }

    @Test
    public void whatCannotBeDeliveredWaitsIsParkedAndReplayed() throws Exception {
        CaseAt county = accepted();
        Session admin = network().as("haiyang", "system-admin");
        TenantFile yantai = TenantFile.of(home(), "yantai");
        String before = yantai.get("modules");
        yantai.set("modules", "catalogue");
        String id;
        try {
            yantaiAnswers(404);
            county.act("reviewer", "pre-review", AGREE);
            Wait.upTo(SOON)
                    .until(
                            "tried in vain", // the attempt is counted at its start, its error is known at its end
                            () -> !message(county).path("lastError").asText().isEmpty());
            JsonNode waiting = message(county);
            id = waiting.path("id").asText();
            assertEquals("WAITING", waiting.path("state").asText());
            assertTrue(waiting.toString(), waiting.path("attempts").asInt() > 0);
            admin.command(MESSAGES + "/" + id + "/park", Map.of("reason", "等待烟台开通"))
                    .expect(200);
            assertEquals("PARKED", message(county).path("state").asText());
        } finally {
            yantai.set("modules", before);
            yantaiAnswers(200);
        }
        admin.command(MESSAGES + "/" + id + "/replay", Map.of()).expect(200);
        awaits(county, "DELIVERED");
        county.above("yantai").act("clerk", "acceptance", Map.of());
        admin.command(MESSAGES + "/" + id + "/replay", Map.of()).expectProblem(409, "message-state");
    }

    @Test
    public void withdrawingAsksTheCentreAboveFirst() throws Exception {
        CaseAt county = forwarded();
        CaseAt city = county.above("yantai");
        city.act("clerk", "acceptance", Map.of());
        county.act("clerk", "withdrawal", Map.of("reason", "申请人不再需要", "proof", Map.of("paper", "档案室")));
        county.awaits("WITHDRAWN");
        city.awaits("WITHDRAWN");
    }

    @Test
    public void aFileThatIsHandedBackCanTravelAgain() throws Exception {
        CaseAt county = forwarded();
        CaseAt city = county.above("yantai");
        city.act(
                "clerk",
                "non-acceptance",
                Map.of(
                        "outcome",
                        "INCOMPLETE",
                        "reasons",
                        "缺少附图",
                        "basis",
                        "《行政许可法》第三十二条",
                        "remedies",
                        "可依法申请行政复议或者提起行政诉讼"));
        assertEquals("RETURNED", city.view().path("state").asText());
        JsonNode back = county.awaits("ACCEPTED");
        assertTrue(back.toString(), back.toString().contains("缺少附图"));
    }

    /** Asks for a message to be tried at once; it may have gone by itself as soon as its receiver was back. */
    private static void hastened(String id) throws IOException {
        Answer answer = network().as("haiyang", "system-admin").command(MESSAGES + "/" + id + "/replay", Map.of());
        if (answer.status() != 200) {
            answer.expectProblem(409, "message-state");
        }
    }

    private Map<String, Object> sentWhileYantaiIsAway(CaseAt county) throws Exception {
        TenantFile yantai = TenantFile.of(home(), "yantai");
        String before = yantai.get("modules");
        yantai.set("modules", "catalogue");
        try {
            yantaiAnswers(404);
            county.act("reviewer", "pre-review", AGREE);
            return row(message(county).path("id").asText());
        } finally {
            yantai.set("modules", before);
            yantaiAnswers(200);
        }
    }

    private Map<String, Object> row(String message) {
        return new Rows(database).any("JOURNAL_OUTBOX", "TENANT = 'haiyang' AND MESSAGE_ID = '" + message + "'");
    }

    private JsonNode awaits(CaseAt county, String state) {
        Wait.upTo(SOON)
                .until(state, () -> message(county).path("state").asText().equals(state));
        return message(county);
    }

    private static void yantaiAnswers(int status) throws IOException {
        Session clerk = network().as("yantai", "clerk");
        Wait.upTo(SOON)
                .until(
                        "answering " + status,
                        () -> clerk.get("/api/yantai/cases").status() == status);
    }

    /** The message that carried the file upwards. */
    private static JsonNode message(CaseAt county) {
        try {
            for (JsonNode each : network()
                    .as("haiyang", "system-admin")
                    .get(MESSAGES + "?limit=100")
                    .expect(200)
                    .json()
                    .path("items")) {
                if (each.path("caseNumber").asText().equals(county.number())
                        && each.path("type").asText().equals("forward")) {
                    return each;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("No message about " + county.number());
    }

    private static CaseAt forwarded() throws IOException {
        CaseAt fresh = accepted();
        fresh.act("reviewer", "pre-review", AGREE);
        return fresh;
    }

    private static CaseAt accepted() throws IOException {
        String item = new DemoItems(network()).reviewedByCountyDecidedByCity("haiyang");
        Map<String, Object> applicant = Map.of(
                "kind",
                "enterprise",
                "name",
                "海阳市往来公司" + UUID.randomUUID(),
                "idType",
                "uscc",
                "idNumber",
                Samples.socialCreditCode(66),
                "phone",
                "0535-3220000");
        CaseAt fresh = CaseAt.submitted(network(), "haiyang", "clerk", CaseAt.application(item, applicant, Map.of()));
        fresh.act("clerk", "acceptance", Map.of());
        return fresh;
    }
}
