package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.testing.TestJournal;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModule;
import org.yichuang.testing.centres.TestModules;
import org.yichuang.web.internal.RequestChain;
import org.yichuang.web.internal.SpoolFolder;
import org.yichuang.web.internal.WebSettings;
import org.yichuang.web.internal.server.DefaultModuleHosts;
import org.yichuang.web.internal.server.EventStreams;

/** The API on a real web server, and a client in front of it. */
abstract class ApiServerTest {
    final ObjectMapper json = new ObjectMapper();
    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final TestCentres tenants = new TestCentres();
    final TestTokens signIn = new TestTokens();
    final TestJournal journal = new TestJournal();
    final TestModules registry = new TestModules(
            new TestModule(
                    "cases",
                    List.of("cases", "progress"),
                    List.of(),
                    List.of(
                            PermissionGrant.to("clerk", "cases.work", "cases.submit"),
                            PermissionGrant.to("applicant", "cases.submit"))),
            new TestModule("fees", List.of("fees"), List.of(), List.of()));
    final WebSettings settings = new WebSettings();
    final SpoolFolder spool = SpoolFolder.open("target");
    final ThingModule module = new ThingModule();
    final RequestChain chain = new RequestChain(tenants, registry, journal, List.of(signIn), settings, spool);
    final Rest rest = new Rest(chain.filter(), chain.refusals(), registry, new RestSettings());
    /** Its rounds are the tests' own: one that comes by itself would write into what they read. */
    final EventStreams streams = new EventStreams(chain.streamPlaces(), Duration.ofDays(1));

    final Server server = new Server();
    String base;

    @Before
    public void startServer() throws Exception {
        tenants.switchModule(TestCentres.HAIYANG, "cases", false);
        signIn.give("clerk-token", "yantai", "clerk", "clerk");
        signIn.give("citizen-token", "yantai", "citizen", "applicant");
        signIn.give("other-token", "haiyang", "clerk", "clerk");
        rest.open(new DefaultModuleHosts(streams));
        rest.modules().host().add("things", module);
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(rest.servlet());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/api/*");
        StatisticsHandler patient = new StatisticsHandler(); // lets running requests end when the server stops
        patient.setHandler(context);
        server.setHandler(patient);
        server.setStopTimeout(60_000);
        server.start();
        base = "http://localhost:" + connector.getLocalPort();
    }

    @After
    public void stopServer() throws Exception {
        module.things().leave.countDown();
        streams.close();
        server.stop();
        spool.close();
        rest.modules().close();
    }

    JsonNode problem(HttpResponse<String> answer, int status, String code) throws Exception {
        assertEquals(answer.body(), status, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        JsonNode problem = json.readTree(answer.body());
        assertEquals(code, problem.get("code").asText());
        assertEquals(status, problem.get("status").asInt());
        assertFalse(problem.get("detailZh").asText().isEmpty());
        assertFalse(problem.get("detailEn").asText().isEmpty());
        return problem;
    }

    HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder command(String key, BodyPublisher body) {
        HttpRequest.Builder request = request("/api/yantai/cases", "clerk-token")
                .header("Content-Type", "application/json")
                .POST(body);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    HttpRequest.Builder upload(String boundary, String text) {
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + text + "\r\n--" + boundary + "--\r\n";
        return request("/api/yantai/cases/files", "clerk-token")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", "u")
                .POST(body(body));
    }

    static BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }

    HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path, token));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The whole answer to a request of which nothing more comes than this. */
    String raw(String request) throws Exception {
        URI server = URI.create(base);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The whole answer to a path that no proper client would send. */
    String bare(String path, String token) throws Exception {
        URI server = URI.create(base);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + token + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    String sorted(HttpResponse<String> answer) throws Exception {
        return json.writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsString(json.treeToValue(json.readTree(answer.body()), Object.class));
    }
}
