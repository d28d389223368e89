package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Whole lives of cases, as fast as the platform goes. */
public final class CaseLives {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);

    private final Network network;
    private final String own;
    private final String reviewed;
    private final Queue<Long> commands = new ConcurrentLinkedQueue<>();

    public CaseLives(Network network) {
        this.network = network;
        DemoItems items = new DemoItems(network);
        this.own = items.decidedByCounty("haiyang");
        this.reviewed = items.reviewedByCountyDecidedByCity("haiyang");
    }

    /** Submit, accept, decide, issue, deliver at one centre. */
    public void unlinked() {
        String path = submit(own, "海阳市示范公司");
        step("haiyang", "clerk", path + "/acceptance", NOTHING);
        step("haiyang", "chief-representative", path + "/decision", Map.of("outcome", "GRANT"));
        step("haiyang", "clerk", path + "/issue", NOTHING);
        step("haiyang", "clerk", path + "/delivery", Map.of("method", "DIRECT", "receivedBy", "申请人"));
    }

    /** Submit, accept, pre-review at the county; take over, decide at the city; issue at the county. */
    public void linked() {
        String name = "海阳市示范公司" + UUID.randomUUID();
        String path = submit(reviewed, name);
        step("haiyang", "clerk", path + "/acceptance", NOTHING);
        step("haiyang", "reviewer", path + "/pre-review", Map.of("opinion", "同意", "agree", true));
        String above = "/api/yantai/cases/" + arrived(name);
        step("yantai", "clerk", above + "/acceptance", NOTHING);
        step("yantai", "chief-representative", above + "/decision", Map.of("outcome", "GRANT"));
        until(() -> network.as("haiyang", "clerk").get(path).expect(200).text("state").equals("GRANTED"));
        step("haiyang", "clerk", path + "/issue", NOTHING);
    }

    /** How long the commands took since the last {@link #forgetCommands}, in nanoseconds. */
    public Queue<Long> commands() {
        return commands;
    }

    public void forgetCommands() {
        commands.clear();
    }

    private String submit(String item, String name) {
        Map<String, Object> applicant = Map.of("kind", "enterprise", "name", name, "idType", "uscc",
                "idNumber", Samples.socialCreditCode(1), "phone", "0535-3220000");
        Map<String, Object> application =
                network.materials().onPaper("haiyang", CaseAt.application(item, applicant, NOTHING));
        Answer answer = timed(() -> network.as("haiyang", "clerk").command("/api/haiyang/cases", application));
        return "/api/haiyang/cases/" + answer.expect(201).text("number");
    }

    private void step(String tenant, String role, String path, Map<String, Object> body) {
        Session session = network.as(tenant, role);
        timed(() -> session.command(path, body)).expect(200);
    }

    private Answer timed(Supplier<Answer> call) {
        long start = System.nanoTime();
        Answer answer = call.get();
        commands.add(System.nanoTime() - start);
        return answer;
    }

    private String arrived(String name) {
        String path = "/api/yantai/cases?state=RECEIVED&limit=1&q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        String[] number = new String[1];
        until(() -> {
            JsonNode rows = network.as("yantai", "clerk").get(path).expect(200).json().path("items");
            number[0] = rows.path(0).path("number").asText();
            return !number[0].isEmpty();
        });
        return number[0];
    }

    private static void until(Supplier<Boolean> holds) {
        long end = System.nanoTime() + PATIENCE;
        while (!holds.get()) {
            if (System.nanoTime() > end) {
                throw new Deviation("A linked case did not travel within three minutes");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
