package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** Pages as browsers see them, on a real web server. */
public class PageServletTest extends PageServerTest {
    @Test
    public void ofMenuEntriesBelowOneAnotherTheLowestIsWhereOneIs() throws Exception {
        String page = get("/yantai/things/broken").body();

        assertTrue(page, page.contains("<a href=\"/yantai/things/broken\" aria-current=\"page\">"));
        assertTrue(page, page.contains("<a href=\"/yantai/things\">"));
    }

    @Test
    public void theRootListsTheCentres() throws Exception {
        HttpResponse<String> page = get("/");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<a href=\"/haiyang\">海阳市政务服务中心</a>"));
        assertEquals(404, get("/qingdao").statusCode());
    }

    /** The tests have files of a few words in Uyghur, and no code knows of them. */
    @Test
    public void aThirdLanguageIsAFile() throws Exception {
        Pattern offered = Pattern.compile("lang=ug\"\\s+lang=\"ug\"\\s+hreflang=\"ug\"");
        assertTrue(offered.matcher(get("/yantai/sign-in").body()).find());

        assertEquals(303, get("/yantai/sign-in?lang=ug").statusCode());
        String page = get("/yantai/sign-in").body();
        assertTrue(page, page.contains("<html lang=\"ug\""));
        assertTrue(page, page.contains("كىرىش"));
        assertTrue("Chinese where it has no words", page.contains("海阳") || page.contains("烟台市政务服务中心"));
        assertFalse(page, offered.matcher(page).find());
        assertTrue(
                page,
                Pattern.compile("lang=zh\"\\s+lang=\"zh-CN\"").matcher(page).find());
        assertEquals(200, get("/yantai/sign-in?lang=fr").statusCode());
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
        assertEquals(
                303, post("/yantai/things", "name=a&" + tokens(signInPage())).statusCode());
        assertTrue(journal.refusals().contains("POST /{tenant}/things form-foreign anonymous"));
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
    public void anotherPasswordInTheSameFormIsAnotherCommand() throws Exception {
        String page = signInPage();
        post("/yantai/things", "name=a&current=Old-Horse-1&" + tokens(page));
        post("/yantai/things", "name=a&current=Old-Horse-2&" + tokens(page));

        assertEquals(things.keys.get(0), things.keys.get(1));
        assertNotEquals(things.fingerprints.get(0), things.fingerprints.get(1));
        assertFalse(things.fingerprints.get(0).contains("Old-Horse"));
    }

    @Test
    public void whatIsRefusedComesBackWithWhatWasTyped() throws Exception {
        HttpResponse<String> page = post("/yantai/things", "name=" + encoded("<b>\"x") + "&" + tokens(signInPage()));

        assertEquals(422, page.statusCode());
        assertTrue("said first of all", page.body().contains("<title>错误："));
        assertTrue(page.body().contains("<a href=\"#f-name\">请填写名称</a>"));
        assertTrue(page.body(), page.body().contains("value=\"&lt;b>&#34;x\""));
        assertTrue(page.body().contains("aria-invalid=\"true\""));
    }

    @Test
    public void aBoxComesBackAsItWasPostedAndAsItWasWhenAnotherFormOfThePageWasPosted() throws Exception {
        String box = "name=\"box\" value=\"true\" checked";
        String tokens = "&" + tokens(signInPage());

        assertTrue(get("/yantai/things").body().contains(box));
        assertTrue(post("/yantai/things", "name=&box=true&_box=box" + tokens)
                .body()
                .contains(box));
        assertFalse(post("/yantai/things", "name=&_box=box" + tokens).body().contains(box));
        assertTrue(post("/yantai/things", "name=" + tokens).body().contains(box));
    }

    @Test
    public void filesTravelWithTheirForm() throws Exception {
        String content = "x".repeat(300_000) + "\r\n--not the boundary\r\n" + "y".repeat(300_000);
        HttpResponse<String> page = multipart(content);

        assertEquals(303, page.statusCode());
        assertEquals("/yantai/things/" + content.length() + "?done=saved", location(page));
    }

    @Test
    public void filesThatTheModuleRefusesCostNothingTyped() throws Exception {
        things.isFull = true;

        HttpResponse<String> page = multipart("x".repeat(300_000));

        assertEquals(422, page.statusCode());
        assertTrue(page.body(), page.body().contains("今天不能再上传了"));
        assertTrue(page.body(), page.body().contains("value=\"树木\""));
    }

    @Test
    public void whatIsTooLargeIsRefused() throws Exception {
        assertEquals(413, multipart("x".repeat(3 << 20)).statusCode());
    }

    @Test
    public void theRoleDecides() throws Exception {
        signIn("yantai", "citizen", "right", "");

        HttpResponse<String> page = get("/yantai/things/staff/7");

        assertEquals(403, page.statusCode());
        assertTrue(journal.refusals().contains("GET /{tenant}/things/staff/{number} not-allowed citizen"));
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
    public void theMenuTellsWhoHasSignedInWhatWaitsThereAndAsksNothingForThePublic() throws Exception {
        things.waiting = 3;
        assertFalse(get("/yantai/things").body().contains("class=\"count\""));
        assertEquals("nothing is asked for the public", 0, things.asked);

        signIn("yantai", "clerk", "right", "");
        things.asked = 0;
        assertTrue(get("/yantai/things/staff/7").body().contains("<span class=\"count\">3</span>"));
        assertEquals("once for the entry that the role sees", 1, things.asked);
        get("/yantai");
        assertEquals("once on the home page, too", 2, things.asked);
        things.waiting = 100;
        assertTrue(get("/yantai/things/staff/7").body().contains("<span class=\"count\">99+</span>"));
        things.waiting = 0;
        assertFalse(get("/yantai/things/staff/7").body().contains("class=\"count\""));
    }

    @Test
    public void aModuleThatIsSwitchedOffOrGoneIsNotThere() throws Exception {
        assertTrue(get("/haiyang/things").body().contains("模块未启用"));
        assertEquals(404, get("/haiyang/things").statusCode());
        assertFalse(get("/haiyang").body().contains("class=\"menu\""));
        modules.host().remove(module);
        assertTrue(get("/yantai/things").body().contains("模块未启用"));
        assertFalse(get("/yantai").body().contains("class=\"menu\""));
        modules.host().add(module, module);
        assertEquals(200, get("/yantai/things").statusCode());
    }

    @Test
    public void pagesOutliveTheServletWhichTheWebServerEndsAndBeginsAnew() throws Exception {
        holder.stop();
        holder.start();

        assertEquals(200, get("/yantai/things").statusCode());
        assertTrue(modules.isServed());
    }

    @Test
    public void everyMethodThatChangesSomethingNeedsTheToken() throws Exception {
        assertEquals(403, send(request("/yantai/things/7").DELETE()).statusCode());
        assertTrue(things.keys.isEmpty());
        String token = tokens(signInPage()).replaceAll(".*_csrf=([^&]+).*", "$1");
        HttpResponse<String> removed = send(request("/yantai/things/7")
                .header("X-Csrf", URLDecoder.decode(token, StandardCharsets.UTF_8))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .DELETE());
        assertEquals(303, removed.statusCode());
        assertEquals(List.of("removed 7"), things.keys);
    }

    @Test
    public void aFileBeforeTheTokenIsNotTakenIn() throws Exception {
        String[] token = tokens(signInPage()).split("&")[0].split("=");
        String file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nxyz\r\n";
        String csrf = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + URLDecoder.decode(token[1], StandardCharsets.UTF_8) + "\r\n";
        String name = "--b\r\nContent-Disposition: form-data; name=\"_once\"\r\n\r\nA1\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na\r\n";
        HttpRequest.Builder late = request("/yantai/things").header("Content-Type", "multipart/form-data; boundary=b");

        assertEquals(
                403,
                send(late.copy().POST(BodyPublishers.ofString(file + csrf + name + "--b--\r\n")))
                        .statusCode());
        assertEquals(
                303,
                send(late.copy().POST(BodyPublishers.ofString(csrf + file + name + "--b--\r\n")))
                        .statusCode());
    }

    @Test
    public void aFaultOfOursTellsNothingOfItself() throws Exception {
        HttpResponse<String> page = get("/yantai/things/broken");

        assertEquals(500, page.statusCode());
        assertFalse(page.body().contains("secret inside"));
        assertTrue(
                page.body().contains(page.headers().firstValue("X-Request-Id").orElse("?")));
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
        Matcher address =
                Pattern.compile("/yantai/theme[^\"]+").matcher(get("/yantai").body());
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
}
