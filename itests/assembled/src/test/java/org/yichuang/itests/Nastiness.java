package org.yichuang.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;
import org.yichuang.itests.Operations.Operation;

/**
 * Input that nobody means well: whatever it is, it is the sender's fault and never ours. All of it is tens of
 * thousands of requests: a build sends a part of them, such that every word comes to every operation, and others to
 * each database. All of them are sent when all is drilled.
 */
final class Nastiness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\u202E倒",
            "' OR '1'='1",
            "%",
            "_",
            "\\",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "../../etc/passwd",
            "${jndi:ldap://x/y}",
            "𠮷".repeat(60),
            "x".repeat(20_000),
            "-1",
            "1e400",
            "NaN",
            "null",
            "true",
            "2026-02-30",
            "\r\nX-Evil: 1");

    private static final List<String> PARAMETERS =
            List.of("q", "limit", "cursor", "state", "department", "item", "type", "dueBefore");
    /** Of so many values of a body one is sent in each place; where there are fewer places, more in each. */
    private static final int VALUES = 4;

    private static final boolean IS_DRILL = Boolean.getBoolean(InContainer.DRILL);

    private final Network network;
    private final int part;
    private final List<String> faults = new ArrayList<>();

    /** @param part which part of all is sent, from 0; each database has another one */
    Nastiness(Network network, int part) {
        this.network = network;
        this.part = part;
    }

    private boolean isSent(int which, int of) {
        return IS_DRILL || (which + part) % of == 0;
    }

    /** Sends it to all operations; returns what was answered as a fault of ours, or not as a problem. */
    List<String> faults() throws Exception {
        for (Operation operation : Operations.of(network.anybody())) {
            places(operation);
            queries(operation);
        }
        String item = new DemoItems(network).decidedByCounty("haiyang");
        CaseAt fresh = CaseAt.submitted(
                network, "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(900), Map.of()));
        Session clerk = network.as("haiyang", "clerk");
        Map<String, Object> application = CaseAt.application(item, Samples.enterprise(901), Map.of("remark", "x"));
        bodies(clerk, "/api/haiyang/cases", JSON.valueToTree(application));
        for (Operation operation : Operations.of(network.anybody())) {
            if (operation.template().startsWith("/{tenant}/cases/{number}/")
                    && operation.method().equals("POST")) {
                Session staff = network.as(network.account("haiyang", staff(operation)));
                String path = "/api"
                        + operation
                                .template()
                                .replace("{tenant}", "haiyang")
                                .replace("{number}", fresh.number())
                                .replaceAll("\\{[^}]+}", "nothing");
                bodies(staff, path, JSON.readTree(Operations.body(operation.template())));
            }
        }
        return faults;
    }

    private static Set<String> staff(Operation operation) {
        return operation.roles().stream()
                .filter(role -> !role.equals("applicant"))
                .collect(Collectors.toSet());
    }

    private void places(Operation operation) throws Exception {
        if (operation.template().indexOf('{', 10) > 0 && !operation.template().contains("/accounts")) {
            Session session = someone(operation);
            for (String word : WORDS) {
                String nasty = word.length() > 1000 ? word.substring(0, 1000) : word;
                String path = ("/api" + operation.template())
                        .replace("{tenant}", "haiyang")
                        .replaceAll(
                                "\\{[^}]+}",
                                URLEncoder.encode(nasty, StandardCharsets.UTF_8).replace("+", "%20"));
                note(session.send(session.request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(operation.method(), BodyPublishers.ofString(Operations.body(operation.template())))));
            }
        }
    }

    private void queries(Operation operation) throws Exception {
        if (operation.method().equals("GET") && !operation.template().contains("{number}")) {
            Session session = someone(operation);
            String path = ("/api" + operation.template())
                    .replace("{tenant}", "haiyang")
                    .replaceAll("\\{[^}]+}", "x");
            for (int parameter = 0; parameter < PARAMETERS.size(); parameter++) {
                for (int word = 0; word < WORDS.size(); word++) {
                    if (isSent(parameter + word + path.length(), PARAMETERS.size())) {
                        query(session, path + "?" + PARAMETERS.get(parameter) + "=", WORDS.get(word));
                    }
                }
            }
        }
    }

    private void query(Session session, String asked, String word) {
        String nasty = word.length() > 1000 ? word.substring(0, 1000) : word;
        note(session.get(asked + URLEncoder.encode(nasty, StandardCharsets.UTF_8)));
    }

    private Session someone(Operation operation) {
        return operation.isPublic() ? network.anybody() : network.as(network.account("haiyang", operation.roles()));
    }

    /** Every value of a good body replaced by nasty ones, one at a time. */
    private void bodies(Session session, String path, JsonNode good) throws Exception {
        List<JsonNode> nasty = new ArrayList<>();
        WORDS.forEach(word -> nasty.add(TextNode.valueOf(word)));
        nasty.add(JSON.nullNode());
        nasty.add(JSON.createArrayNode());
        nasty.add(JSON.createObjectNode());
        nasty.add(JSON.getNodeFactory().numberNode(new BigDecimal("1e400")));
        nasty.add(JSON.getNodeFactory().booleanNode(true));
        List<String> pointers = pointers(good, "");
        for (int value = 0; value < nasty.size(); value++) {
            for (int place = 0; place < pointers.size(); place++) {
                if (isSent(value + place, Math.min(VALUES, pointers.size()))) {
                    replaced(session, path, good.deepCopy(), pointers.get(place), nasty.get(value));
                }
            }
        }
    }

    private void replaced(Session session, String path, JsonNode copy, String pointer, JsonNode value)
            throws Exception {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
        note(session.command(path, JSON.writeValueAsString(copy)));
    }

    private static List<String> pointers(JsonNode node, String path) {
        List<String> found = new ArrayList<>();
        if (node.isObject()) {
            for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                found.add(path + "/" + name);
                found.addAll(pointers(node.get(name), path + "/" + name));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.add(path + "/" + i);
            found.addAll(pointers(node.get(i), path + "/" + i));
        }
        return found;
    }

    private void note(Answer answer) {
        boolean fault = answer.status() >= 500;
        // A path with a null is no HTTP: the web server refuses it before it knows for whom it is
        boolean formless = answer.status() >= 400
                && !answer.header("Content-Type").startsWith("application/problem+json")
                && !answer.call().contains("%00");
        if ((fault || formless || !answer.header("X-Evil").isEmpty()) && faults.size() < 30) {
            faults.add(answer.call() + " " + answer.status() + " " + answer.text());
        }
    }
}
