package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.pages.api.PageModule;

/** The door as browsers see it, on a real web server. */
public class DoorTest {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Fakes.FakeTenants tenants = new Fakes.FakeTenants();
    private final Fakes.FakeSignIn signIn = new Fakes.FakeSignIn();
    private final Fakes.FakeJournal journal = new Fakes.FakeJournal();
    private final ThingPages things = new ThingPages();
    private final PageModule module = ThingPages.module(things);
    private final Registry registry = new Registry();
    private final Server server = new Server();
    private String base;

    @Before
    public void openTheDoor() throws Exception {
        tenants.put("yantai", "烟台市政务服务中心", Map.of("branding.colour", "#ffee00"), "cases");
        tenants.put("haiyang", "海阳市政务服务中心", Map.of());
        signIn.roles.put("clerk", Set.of("clerk"));
        signIn.roles.put("citizen", Set.of("applicant"));
        Pages pages = new Pages(
                registry,
                tenants,
                new Fakes.FakeTransactions(UUID.randomUUID().toString()),
                signIn,
                journal,
                new Settings(Path.of("target"), Duration.ofMinutes(30), Duration.ofHours(12), false, "", true));
        registry.added(module);
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(pages.door()), "/*");
        server.setHandler(context);
        server.start();
        base = "http://localhost:" + connector.getLocalPort();
    }

    @After
    public void closeTheDoor() throws Exception {
        server.stop();
    }

    @Test
    public void theRootListsTheCentres() throws Exception {
        HttpResponse<String> page = get("/");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<a href=\"/haiyang\">海阳市政务服务中心</a>"));
        assertEquals(404, get("/qingdao").statusCode());
    }

    @Test
    public void everyPageIsProtected() throws Exception {
        for (String path : List.of("/", "/yantai", "/yantai/things", "/yantai/nothing", "/yantai/things/broken")) {
            HttpResponse<String> page = get(path);
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(path, policy.contains("default-src 'self'") && !policy.contains("unsafe"));
            assertFalse(path, page.body().matches("(?s).*<(script|style)>.*"));
            assertFalse(path, page.body().contains(" style=") || page.body().contains(" onclick="));
        }
    }

    @Test
    public void aFormIsTakenOnlyWithATokenOfThePageItStandsOn() throws Exception {
        String form = get("/yantai/things").body();

        assertEquals(403, post("/yantai/things", "name=a").statusCode());
        assertEquals(403, post("/yantai/things", "name=a&_csrf=ABC.def").statusCode());
        assertEquals(303, post("/yantai/things", "name=a&" + tokens(signInPage())).statusCode());
        assertTrue(journal.refusals.contains("POST /yantai/things form-foreign anonymous"));
        assertFalse("no form of its own, no token", form.contains("_csrf"));
    }

    @Test
    public void aTokenOfAnotherVisitorIsRefused() throws Exception {
        String tokens = tokens(signInPage());
        cookies.getCookieStore().removeAll();
        get("/yantai/sign-in");

        assertEquals(403, post("/yantai/things", "name=a&" + tokens).statusCode());
    }

    @Test
    public void theSameShowingOfAFormHasOneKeyAndOneFingerprintHoweverItIsPacked() throws Exception {
        String page = signInPage();
        post("/yantai/things", "name=a&" + tokens(page));
        post("/yantai/things", "name=a&" + tokens(page));
        post("/yantai/things", "name=b&" + tokens(page));

        assertEquals(things.keys.get(0), things.keys.get(1));
        assertEquals(things.fingerprints.get(0), things.fingerprints.get(1));
        assertNotEquals(things.fingerprints.get(0), things.fingerprints.get(2));
        post("/yantai/things", "name=a&" + tokens(signInPage()));
        assertNotEquals(things.keys.get(0), things.keys.get(3));
    }

    @Test
    public void whatIsRefusedComesBackWithWhatWasTyped() throws Exception {
        HttpResponse<String> page =
                post("/yantai/things", "name=" + encoded("<b>\"x") + "&" + tokens(signInPage()));

        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("<a href=\"#f-name\">请填写名称</a>"));
        assertTrue(page.body(), page.body().contains("value=\"&lt;b>&#34;x\""));
        assertTrue(page.body().contains("aria-invalid=\"true\""));
    }

    @Test
    public void filesTravelWithTheirForm() throws Exception {
        String content = "x".repeat(300_000) + "\r\n--not the boundary\r\n" + "y".repeat(300_000);
        HttpResponse<String> page = multipart(content);

        assertEquals(303, page.statusCode());
        assertEquals("/yantai/things/" + content.length() + "?done=saved", location(page));
    }

    @Test
    public void whatIsTooLargeIsRefused() throws Exception {
        assertEquals(413, multipart("x".repeat(3 << 20)).statusCode());
    }

    @Test
    public void aPageForStaffLeadsToSigningInAndBack() throws Exception {
        HttpResponse<String> asked = get("/yantai/things/staff/7?x=1");
        assertEquals(303, asked.statusCode());
        assertEquals("/yantai/sign-in?to=%2Fyantai%2Fthings%2Fstaff%2F7%3Fx%3D1", location(asked));

        HttpResponse<String> signedIn = signIn("yantai", "clerk", "right", "/yantai/things/staff/7?x=1");
        assertEquals("/yantai/things/staff/7?x=1", location(signedIn));
        assertEquals(200, get("/yantai/things/staff/7").statusCode());
        assertEquals("no-store", get("/yantai/things/staff/7").headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    public void signingInLeadsNowhereElse() throws Exception {
        for (String target : List.of("https://evil.example/", "//evil.example", "/haiyang/x", "/yantai/..\\x", "/yantai//x", "/yantaix")) {
            assertEquals(target, "/yantai/things/staff/1", location(signIn("yantai", "clerk", "right", target)));
        }
        assertEquals("/yantai", location(signIn("yantai", "citizen", "right", "")));
    }

    @Test
    public void aWrongPasswordSaysSoAndBeginsNothing() throws Exception {
        HttpResponse<String> page = signIn("yantai", "clerk", "wrong", "");

        assertEquals(401, page.statusCode());
        assertTrue(page.body().contains("账号或密码错误"));
        assertEquals(303, get("/yantai/things/staff/7").statusCode());
    }

    @Test
    public void theRoleDecides() throws Exception {
        signIn("yantai", "citizen", "right", "");

        HttpResponse<String> page = get("/yantai/things/staff/7");

        assertEquals(403, page.statusCode());
        assertTrue(journal.refusals.contains("GET /yantai/things/staff/7 not-allowed citizen"));
    }

    @Test
    public void theMenuIsThatOfTheRole() throws Exception {
        assertTrue(get("/yantai").body().contains("<a href=\"/yantai/things\">"));
        assertFalse(get("/yantai").body().contains("/things/staff/1"));
        signIn("yantai", "clerk", "right", "");
        assertTrue(get("/yantai").body().contains("<a href=\"/yantai/things/staff/1\">"));
        assertFalse(get("/yantai").body().contains("<a href=\"/yantai/things\">"));
    }

    @Test
    public void aSessionIsGoodAtItsOwnCentreOnly() throws Exception {
        signIn("yantai", "clerk", "right", "");
        String secret = secret();

        HttpResponse<String> page = send(request("/haiyang/session").header("Cookie", "yichuang-session=" + secret));

        assertEquals("{\"left\":0}", page.body());
    }

    @Test
    public void everySignInHasANewSecretAndEndsTheOldOne() throws Exception {
        signIn("yantai", "clerk", "right", "");
        String first = secret();
        signIn("yantai", "clerk", "right", "");

        assertNotEquals(first, secret());
        cookies.getCookieStore().removeAll();
        HttpResponse<String> page = send(request("/yantai/session").header("Cookie", "yichuang-session=" + first));
        assertEquals("{\"left\":0}", page.body());
    }

    @Test
    public void silenceEndsASessionAndAskingHowLongIsSilence() throws Exception {
        signIn("yantai", "clerk", "right", "");
        tenants.pass(Duration.ofMinutes(20));
        assertEquals("{\"left\":600}", get("/yantai/session").body());
        assertEquals(200, get("/yantai/things/staff/7").statusCode());
        assertEquals("{\"left\":1800}", get("/yantai/session").body());
        tenants.pass(Duration.ofMinutes(30));
        HttpResponse<String> late = get("/yantai/things/staff/7");
        assertEquals("/yantai/sign-in?to=%2Fyantai%2Fthings%2Fstaff%2F7&ended=1", location(late));
    }

    @Test
    public void noSessionOutlastsTwelveHours() throws Exception {
        signIn("yantai", "clerk", "right", "");
        for (int i = 0; i < 35; i++) {
            tenants.pass(Duration.ofMinutes(20));
            assertEquals(200, get("/yantai/things/staff/7").statusCode());
        }
        tenants.pass(Duration.ofMinutes(20));
        assertEquals(303, get("/yantai/things/staff/7").statusCode());
    }

    @Test
    public void aBlockedAccountIsOutAtOnce() throws Exception {
        signIn("yantai", "clerk", "right", "");
        signIn.fallen.add("clerk");

        assertEquals(303, get("/yantai/things/staff/7").statusCode());
    }

    @Test
    public void signingOutEndsTheSession() throws Exception {
        signIn("yantai", "clerk", "right", "");
        String page = get("/yantai").body();

        assertEquals("/yantai?done=signed-out", location(post("/yantai/sign-out", tokens(page))));
        assertEquals(303, get("/yantai/things/staff/7").statusCode());
        assertTrue(get("/yantai?done=signed-out").body().contains("已退出登录"));
    }

    @Test
    public void aModuleThatIsSwitchedOffOrGoneIsNotThere() throws Exception {
        assertTrue(get("/haiyang/things").body().contains("模块未启用"));
        assertEquals(404, get("/haiyang/things").statusCode());
        assertFalse(get("/haiyang").body().contains("class=\"menu\""));
        registry.removed(module);
        assertTrue(get("/yantai/things").body().contains("模块未启用"));
        assertFalse(get("/yantai").body().contains("class=\"menu\""));
        registry.added(module);
        assertEquals(200, get("/yantai/things").statusCode());
    }

    @Test
    public void aFaultOfOursTellsNothingOfItself() throws Exception {
        HttpResponse<String> page = get("/yantai/things/broken");

        assertEquals(500, page.statusCode());
        assertFalse(page.body().contains("secret inside"));
        assertTrue(page.body().contains(page.headers().firstValue("X-Request-Id").orElse("?")));
    }

    @Test
    public void aWrongMethodIsNoFault() throws Exception {
        assertEquals(405, post("/yantai/things/staff/7", tokens(signInPage())).statusCode());
    }

    @Test
    public void aFilterAsksForTheContentAlone() throws Exception {
        HttpResponse<String> part = send(request("/yantai/things").header("HX-Request", "true"));
        assertFalse(part.body().contains("<html"));
        assertTrue(part.body().contains("<h1>"));
    }

    @Test
    public void theLanguageIsAChoiceThatStays() throws Exception {
        HttpResponse<String> chosen = get("/yantai/things?a=1&lang=en");
        assertEquals("/yantai/things?a=1", location(chosen));
        assertTrue(get("/yantai/sign-in").body().contains("Password"));
    }

    @Test
    public void aColourOnWhichWhiteCannotBeReadIsDarkened() throws Exception {
        Matcher address = Pattern.compile("/yantai/theme[^\"]+").matcher(get("/yantai").body());
        assertTrue(address.find());
        HttpResponse<String> style = get(address.group());
        assertFalse(style.body().contains("#ffee00"));
        assertTrue(style.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
    }

    @Test
    public void everyComponentIsShown() throws Exception {
        HttpResponse<String> page = get("/yantai/_components");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("受理通知书"));
    }

    private HttpResponse<String> signIn(String tenant, String account, String password, String to) throws Exception {
        String page = get("/" + tenant + "/sign-in").body();
        return post(
                "/" + tenant + "/sign-in",
                "account=" + account + "&password=" + password + "&to=" + encoded(to) + "&" + tokens(page));
    }

    private String signInPage() throws Exception {
        return get("/yantai/sign-in").body();
    }

    private String secret() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("yichuang-session"))
                .findFirst().orElseThrow().getValue();
    }

    private static String tokens(String page) {
        Matcher token = Pattern.compile("name=\"(_csrf|_once)\" value=\"([^\"]+)\"").matcher(page);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < 2 && token.find(); i++) {
            found.append(i == 0 ? "" : "&").append(token.group(1)).append('=').append(encoded(token.group(2)));
        }
        return found.toString();
    }

    private HttpResponse<String> multipart(String content) throws Exception {
        StringBuilder body = new StringBuilder();
        for (String pair : (tokens(signInPage()) + "&name=" + encoded("树木")).split("&")) {
            String[] parts = pair.split("=");
            body.append("--b\r\nContent-Disposition: form-data; name=\"").append(parts[0]).append("\"\r\n\r\n")
                    .append(java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8)).append("\r\n");
        }
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"证明.pdf\"\r\n")
                .append("Content-Type: application/pdf\r\n\r\n").append(content).append("\r\n--b--\r\n");
        return send(request("/yantai/things")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
