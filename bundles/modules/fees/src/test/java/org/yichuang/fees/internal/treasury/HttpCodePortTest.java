package org.yichuang.fees.internal.treasury;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.fees.api.PaymentOrder;
import org.yichuang.fees.internal.FeeSettings;
import org.yichuang.kernel.api.ProblemException;

/** What a treasury is told by HTTP, and which of its answers are ones. */
public class HttpCodePortTest {
    private static final PaymentOrder ORDER = new PaymentOrder(
            HAIYANG,
            "R1",
            7,
            "2026-0000001",
            "海阳新材料有限公司",
            500,
            LocalDate.of(2026, 3, 30),
            true,
            List.of(new PaymentOrder.Line("YT-001", "森林植被恢复费", "海阳市林业局", 500)));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<String> heard = new ArrayList<>();
    private final CountDownLatch late = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String answer = "{\"code\":\"12345678901234567890\",\"more\":1}";
    private boolean hangs;

    @Before
    public void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @After
    public void stop() {
        late.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        heard.add(exchange.getRequestMethod());
        heard.add(exchange.getRequestURI().getPath());
        heard.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try {
            if (hangs) {
                late.await(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private FeeSettings settings(Map<String, String> given) {
        FeeSettings settings = new FeeSettings(null);
        settings.updated(new Hashtable<>(given));
        return settings;
    }

    private HttpCodePort port() throws IOException {
        Path secret = folder.newFile().toPath();
        Files.writeString(secret, "secret-word\n");
        return new HttpCodePort(settings(Map.of(
                "treasury.url",
                "http://localhost:" + server.getAddress().getPort() + "/treasury/",
                "treasury.secret.file",
                secret.toString(),
                "treasury.patience",
                "PT0.7S")));
    }

    @Test
    public void theOrderIsToldAndTheCodeRead() throws IOException {
        assertEquals("12345678901234567890", port().tell(ORDER));
        assertEquals(List.of("PUT", "/treasury/orders/haiyang/R1", "Bearer secret-word"), heard.subList(0, 3));
        String body = heard.get(3);
        assertTrue(
                body,
                body.contains("\"version\":7")
                        && body.contains("\"fen\":500")
                        && body.contains("\"due\":\"2026-03-30\""));
        assertTrue(body, body.contains("\"open\":true") && body.contains("海阳新材料有限公司"));
        assertTrue(body, body.contains("\"fee\":\"YT-001\""));
        status = 201;
        assertEquals("12345678901234567890", port().tell(ORDER));
    }

    @Test
    public void whatItRefusesIsSaidInItsWords() throws IOException {
        status = 422;
        answer = "{\"reason\":\"收费项目未备案\"}";
        ProblemException refused = assertThrows(ProblemException.class, () -> port().tell(ORDER));
        assertEquals("code-refused", refused.code().code());
        assertTrue(refused.zh(), refused.zh().contains("收费项目未备案"));
        answer = "";
        assertTrue(assertThrows(ProblemException.class, () -> port().tell(ORDER))
                .zh()
                .contains("422"));
        answer = "<html>whatever stands before it</html>";
        assertTrue(assertThrows(ProblemException.class, () -> port().tell(ORDER))
                .zh()
                .contains("422"));
    }

    /** They are about us, or about now, and nothing about the order. */
    @Test
    public void whoIsNotKnownOrTooEarlyIsNotRefused() {
        for (int each : new int[] {401, 403, 407, 408, 429}) {
            status = each;
            answer = "{\"reason\":\"who are you\"}";
            String words =
                    assertThrows(IOException.class, () -> port().tell(ORDER)).getMessage();
            assertTrue(words, words.contains(Integer.toString(each)));
        }
    }

    /** Whoever listens at a wrong address knows nothing of orders, whatever is said there. */
    @Test
    public void aWrongAddressIsNotARefusal() {
        for (int code : new int[] {404, 405}) {
            status = code;
            for (String each : List.of("", "<html>Not found</html>", "{}", "{\"reason\":\"NotFound\"}")) {
                answer = each;
                String words = assertThrows(IOException.class, () -> port().tell(ORDER))
                        .getMessage();
                assertTrue(words, words.contains("treasury.url") && words.contains(Integer.toString(code)));
            }
        }
    }

    /** The setting is refused with its name, and whoever asks is told that none is in force. */
    @Test
    public void anAddressThatIsNoneIsRefusedAndNamed() {
        for (String none : List.of("http://localhost:99999", "https://", "https://a b", "https://x/%")) {
            FeeSettings settings = settings(Map.of("treasury.url", none));
            assertEquals(none, 1, settings.refused().size());
            assertEquals("treasury.url", settings.refused().get(0).field());
            HttpCodePort port = new HttpCodePort(settings);
            String words = assertThrows(none, IOException.class, () -> port.tell(ORDER))
                    .getMessage();
            assertEquals("no treasury.url that can be used is configured", words);
        }
    }

    @Test
    public void aSecretThatCannotBeSentIsToldToNobody() throws IOException {
        Path secret = folder.newFile().toPath();
        Files.writeString(secret, "first-line\nsecond-line\n");
        String address = "http://localhost:" + server.getAddress().getPort();
        HttpCodePort port =
                new HttpCodePort(settings(Map.of("treasury.url", address, "treasury.secret.file", secret.toString())));
        String all = messages(assertThrows(IOException.class, () -> port.tell(ORDER)));
        assertFalse(all, all.contains("-line"));
        Files.delete(secret);
        assertThrows(IOException.class, () -> port.tell(ORDER));
        assertEquals("nothing is told without it", List.of(), heard);
    }

    /** What a failure and all its causes say. */
    private static String messages(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    public void whatIsNoAnswerIsNone() throws IOException {
        status = 503;
        assertThrows(IOException.class, () -> port().tell(ORDER));
        status = 429;
        assertThrows(IOException.class, () -> port().tell(ORDER));
        status = 200;
        for (String nothing : List.of("<html>", "null", "7", "[]")) {
            answer = nothing;
            assertThrows(nothing, IOException.class, () -> port().tell(ORDER));
        }
        answer = "{\"code\":\"12345678901234567890\"}";
        hangs = true;
        long start = System.nanoTime();
        assertThrows(IOException.class, () -> port().tell(ORDER));
        assertTrue("patience has an end", System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20));
        server.stop(0);
        assertThrows(IOException.class, () -> port().tell(ORDER));
        assertThrows(IOException.class, () -> new HttpCodePort(settings(Map.of())).tell(ORDER));
    }

    @Test
    public void nothingIsToldOverAnUnprotectedConnection() {
        assertEquals(
                "",
                settings(Map.of("treasury.url", "http://treasury.example"))
                        .now()
                        .treasury());
        assertEquals("", settings(Map.of("treasury.url", "no address")).now().treasury());
        String https = "https://treasury.example/api";
        assertEquals(https, settings(Map.of("treasury.url", https)).now().treasury());
    }
}
