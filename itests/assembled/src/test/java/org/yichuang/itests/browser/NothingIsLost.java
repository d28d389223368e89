package org.yichuang.itests.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.itests.TenantFile;

/** An ended session, a lost network, an impatient finger: what was typed stays, and is taken once. */
public class NothingIsLost extends AtBothWidths {
    private Person clerk;
    private String page;

    @Before
    public void aFormIsBeingFilled() throws Exception {
        clerk = named("clerk", "laishan");
        clerk.open("/laishan/intake");
        clerk.press("tbody th a");
        page = clerk.place();
        fill("会话过期");
    }

    private void fill(String name) {
        clerk.type("applicant.name", name);
        clerk.type("applicant.idNumber", IDENTITY);
        clerk.type("applicant.phone", "13800000000");
    }

    @Test
    public void anEndedSessionKeepsWhatWasTyped() throws Exception {
        endSession();
        clerk.shortcut("r");
        assertTrue(clerk.place(), clerk.place().startsWith("/laishan/sign-in"));
        clerk.look();
        clerk.signIn("clerk", Person.password("clerk", "laishan", accounts()));
        assertEquals(page, clerk.place());
        assertEquals("会话过期", clerk.valueOf("applicant.name"));
        clerk.shortcut("r");
        assertTrue(clerk.place(), clerk.place().contains("/intake/done/"));
    }

    @Test
    public void afterALookUpItComesBackToo() throws Exception {
        clerk.open(page);
        clerk.type("idNumber", IDENTITY);
        clerk.press("form.filter button");
        assertEquals(page + "/applicant", clerk.place());
        fill("先查后填");
        endSession();
        clerk.shortcut("r");
        clerk.signIn("clerk", Person.password("clerk", "laishan", accounts()));
        assertEquals(page, clerk.place());
        assertEquals("先查后填", clerk.valueOf("applicant.name"));
        assertEquals("nothing of a look-up stays", "", clerk.valueOf("idNumber"));
    }

    /** Ends the session on the server, as time would, and leaves the browser its cookie. */
    private void endSession() throws Exception {
        String token = (String) clerk.script("return document.querySelector('header input[name=_csrf]').value");
        HttpRequest signOut = HttpRequest.newBuilder(PagesIT.platform().base().resolve("/laishan/sign-out"))
                .header("Cookie", "yichuang-session=" + clerk.cookie("yichuang-session"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        int status = HttpClient.newHttpClient()
                .send(signOut, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertEquals(303, status);
    }

    @Test
    public void whatWasTypedForOneIsNotThereForTheNext() {
        clerk.open("/laishan/cases");
        clerk.open(page);
        assertEquals("", clerk.valueOf("applicant.name"));
    }

    @Test
    public void aLostNetworkKeepsThePage() {
        clerk.offline(true);
        clerk.pressHere("button[value=receive]");
        clerk.awaitSight(".said:not([hidden])", 1);
        assertEquals(page, clerk.place());
        assertEquals("会话过期", clerk.valueOf("applicant.name"));
        clerk.offline(false);
        clerk.shortcut("r");
        assertTrue(clerk.place(), clerk.place().contains("/intake/done/"));
    }

    @Test
    public void pressingThreeTimesMakesOneCase() {
        Object places = clerk.scriptLater("const done = arguments[arguments.length - 1];"
                + "const form = document.querySelector('main form[enctype]');"
                + "const body = new FormData(form, form.querySelector('button[value=receive]'));"
                + "Promise.all([1, 2, 3].map(() => fetch(form.action, {method: 'POST', body}).then(r => r.url)))"
                + ".then(urls => done(new Set(urls).size))");
        assertEquals(1L, places);
    }

    @Test
    public void theSecondPressIsNotSentAtAll() {
        Object prevented = clerk.script("const form = document.querySelector('main form[enctype]');"
                + "const prevented = [];"
                // Hears of it after the page's own script, and keeps the page
                + "window.addEventListener('submit', event => {"
                + " prevented.push(event.defaultPrevented); event.preventDefault(); });"
                + "form.noValidate = true; form.requestSubmit(); form.requestSubmit();"
                + "return prevented");
        assertEquals(List.of(false, true), prevented);
    }

    @Test
    public void theEndOfASessionIsToldInTimeAndCanBePutOff() throws Exception {
        TenantFile clock = TenantFile.named(PagesIT.platform().home(), "org.yichuang.tenancy.cfg");
        // A session lasts for thirty minutes, and warns two before its end: on a busy machine that is not long
        clock.set("clock.offset", "PT28M2S");
        try {
            clerk.awaitServer("/laishan/session", "return answer.left < 120");
            clerk.script("const now = Date.now; Date.now = () => now() + 28 * 60000 + 2000");
            clerk.awaitSight("#timeout[open]", 1);
            clerk.look();
            clerk.pressHere("#timeout [data-stay]");
            clerk.awaitSight("#timeout[open]", 0);
            clerk.awaitServer("/laishan/session", "return answer.left > 1700");
            assertEquals("会话过期", clerk.valueOf("applicant.name"));
        } finally {
            clock.set("clock.offset", "PT0S");
        }
    }
}
