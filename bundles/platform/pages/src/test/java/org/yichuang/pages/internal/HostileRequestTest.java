package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.testing.centres.TestCentres;

/** The door against those who mean no good. */
public class HostileRequestTest extends PageServerTest {
    @Test
    public void noChoiceOfLanguageLeadsToAnotherSite() throws Exception {
        for (String path :
                List.of("//evil.example/", "/\\evil.example/", "//evil.example/yantai", "/yantai//evil.example")) {
            String answer = raw("GET " + path + "?lang=en HTTP/1.1");
            assertTrue(path + answer, answer.startsWith("HTTP/1.1 404"));
            assertFalse(path, answer.contains("evil.example"));
        }
    }

    @Test
    public void aQueryThatCannotBeDecodedIsNoFaultOfOurs() throws Exception {
        for (String query : List.of("q=%", "q=%ZZ", "%=1", "q=%F", "a=1&q=%C3%28", "=", "&&", "q=%00")) {
            String answer = raw("GET /yantai/things?" + query + " HTTP/1.1");
            assertTrue(query + answer, answer.startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    public void theSecretOfASessionIsKeptFromScriptsAndOtherSites() throws Exception {
        String cookie = signIn("yantai", "clerk", "right", "").headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("yichuang-session="))
                .findFirst()
                .orElseThrow();

        assertTrue(cookie, cookie.endsWith("; Path=/yantai; HttpOnly; SameSite=Lax"));
    }

    @Test
    public void overHttpsBehindAProxyCookiesBelongToTheHostAlone() throws Exception {
        webSettings.updated(new Hashtable<>(Map.of("proxies", "127.0.0.1")));
        HttpResponse<String> page = send(request("/yantai/sign-in").header("X-Forwarded-Proto", "https"));
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();

        assertTrue(cookie, cookie.startsWith("__Host-yichuang-visitor="));
        assertTrue(cookie, cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax; Secure"));
    }

    @Test
    public void whatIsOnAPageIsTextWhateverItSays() throws Exception {
        String nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202e";
        signIn("yantai", "clerk", "right", "");
        String page = get("/yantai/things/staff/"
                        + encoded(nasty).replace("+", "%20").replace("%2F", "-"))
                .body();

        assertFalse(page, page.contains("<script>alert"));
        assertFalse(page, page.contains("<img src=x"));
    }

    @Test
    public void aSuspendedCentreServesNobodyAndOthersServe() throws Exception {
        signIn("yantai", "clerk", "right", "");
        tenants.suspend(TestCentres.YANTAI);

        for (String path : List.of("/yantai", "/yantai/things", "/yantai/things/staff/7", "/yantai/sign-in")) {
            assertEquals(path, 503, get(path).statusCode());
        }
        String page = get("/yantai").body();
        assertTrue(page, page.contains("本中心暂停服务"));
        assertFalse(page.contains("class=\"menu\""));
        assertEquals(200, get("/haiyang").statusCode());
    }

    @Test
    public void pathsAndHostsThatAreNoUriAreTheSendersFault() throws Exception {
        for (String path : List.of("/yantai/a|b", "/yantai/%00", "/yantai/<b>", "/yantai/things/%2e%2e/x")) {
            String answer = raw("GET " + path + " HTTP/1.1");
            assertTrue(path + answer, answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"));
        }
        for (String host : List.of("a b", "<b>", "localhost:x", "localhost\r\nHost: evil.example")) {
            String answer = raw("GET /yantai HTTP/1.1\r\nHost: " + host + "\r\nX-Extra: 1");
            assertTrue(host + answer, answer.startsWith("HTTP/1.1 400"));
        }
    }

    @Test(timeout = 120_000)
    public void aBodyThatIsRefusedIsNotWaitedFor() throws Exception {
        String answer = raw(
                "POST /yantai/things/staff/7/file HTTP/1.1\r\nContent-Length: 1000000\r\n"
                        + "Content-Type: multipart/form-data; boundary=b",
                "--b");
        assertTrue(answer, answer.startsWith("HTTP/1.1 303"));
    }

    private String raw(String line) throws Exception {
        return raw(line, "");
    }

    /** @param begun the beginning of a body, of which nothing more comes */
    private String raw(String line, String begun) throws Exception {
        URI address = URI.create(base);
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n" + begun)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
