package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Codes of payment from a treasury that is told by HTTP, as an operator configures it. */
public class FeeTreasuryIT extends InContainer {
    private static final String ROOT = "/api/haiyang/fees";
    private static final String PORT = "policy.fees.code-port";
    private static final String CODE = "98765432100123456789";
    private static final Duration SOON = Duration.ofSeconds(180);

    /** What it was told, by the last parts of the addresses. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    private final TenantFile settings = TenantFile.named(home(), "org.yichuang.fees.cfg");
    private final TenantFile centre = TenantFile.of(home(), "haiyang");

    @Inject
    private Tenants tenants;

    private HttpServer server;
    private volatile boolean isThere;
    private volatile String secret = "";

    @Before
    public void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/treasury/orders/haiyang/", this::answer);
        server.start();
        Path file = Files.writeString(home().resolve("treasury.secret"), "of-this-test\n");
        settings.set("treasury.secret.file", file.toString());
        settings.set("treasury.url", "http://localhost:" + server.getAddress().getPort() + "/treasury");
        centre.set(PORT, "http");
        Wait.upTo(SOON).until("the port is chosen", () -> port().equals("http"));
    }

    @After
    public void end() throws IOException {
        centre.set(PORT, "");
        settings.set("treasury.url", "");
        Wait.upTo(SOON).until("the port is left", () -> port().isEmpty());
        server.stop(0);
    }

    private String port() {
        return tenants.get(new TenantId("haiyang")).policy(PORT, "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (isThere) {
            told.put(path.substring(path.lastIndexOf('/') + 1), body);
            secret = exchange.getRequestHeaders().getFirst("Authorization");
        }
        byte[] answer = ("{\"code\":\"" + CODE + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isThere ? 200 : 503, isThere ? answer.length : -1);
        if (isThere) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private JsonNode order() {
        assertEquals("one order", 1, told.size());
        try {
            return new ObjectMapper().readTree(told.values().iterator().next());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void itGivesTheCodeAndLearnsWhatBecomesOfTheDemand() throws Exception {
        String item = new DemoItems(network()).decidedByCounty("haiyang");
        FeeSample.charge(network(), item);
        CaseAt open = CaseAt.submitted(
                network(), "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(504), Map.of()));
        open.act("clerk", "acceptance", Map.of());
        Session clerk = network().as("haiyang", "clerk");
        JsonNode demanded = clerk.command(ROOT + "/bills", Map.of("case", open.number()))
                .expect(201)
                .json();
        assertEquals("CODE_PENDING", demanded.path("summary").path("state").asText());
        String bill = ROOT + "/bills/" + demanded.path("summary").path("number").asText();

        isThere = true;
        Wait.upTo(SOON)
                .until(
                        "it has a code",
                        () -> json(clerk, bill).path("code").asText().equals(CODE));
        assertEquals("DUE", json(clerk, bill).path("summary").path("state").asText());
        assertEquals("Bearer of-this-test", secret);
        assertEquals(500, order().path("fen").asInt());
        assertTrue(order().path("open").asBoolean());

        int version = order().path("version").asInt();
        network()
                .as("haiyang", "cashier")
                .command(bill + "/cancellation", Map.of("reason", "重复"))
                .expect(200);
        Wait.upTo(SOON)
                .until("it knows that it is void", () -> !order().path("open").asBoolean());
        assertTrue(order().path("version").asInt() > version);
    }

    private static JsonNode json(Session session, String path) {
        return session.get(path).expect(200).json();
    }
}
