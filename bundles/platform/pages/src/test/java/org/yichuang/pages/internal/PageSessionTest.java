package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.Test;

/** Signing in, staying and leaving, as browsers see it. */
public class PageSessionTest extends PageServerTest {
    @Test
    public void whoMustChooseANewPasswordSeesOnlyTheFormForIt() throws Exception {
        signIn.roles.put("new-clerk", Set.of("clerk"));
        String page = signInPage();
        assertEquals(
                303,
                post("/yantai/sign-in", "account=new-clerk&password=right&" + tokens(page))
                        .statusCode());

        for (String path : List.of("/yantai", "/yantai/things")) {
            HttpResponse<String> answer = get(path);
            assertEquals(path, 303, answer.statusCode());
            assertEquals(
                    path,
                    "/yantai/password?due=yes",
                    answer.headers().firstValue("Location").orElse(""));
        }
        assertEquals(
                303,
                post("/yantai/things", "name=a&" + tokens(get("/yantai/sign-in").body()))
                        .statusCode());
        assertTrue("nothing was done", things.keys.isEmpty());
        assertEquals(200, get("/yantai/session").statusCode());
        assertEquals("this house has no such form", 404, get("/yantai/password").statusCode());
    }

    @Test
    public void aPageForStaffLeadsToSigningInAndBack() throws Exception {
        HttpResponse<String> asked = get("/yantai/things/staff/7?x=1");
        assertEquals(303, asked.statusCode());
        assertEquals("/yantai/sign-in?to=%2Fyantai%2Fthings%2Fstaff%2F7%3Fx%3D1", location(asked));

        HttpResponse<String> signedIn = signIn("yantai", "clerk", "right", "/yantai/things/staff/7?x=1");
        assertEquals("/yantai/things/staff/7?x=1", location(signedIn));
        assertEquals(200, get("/yantai/things/staff/7").statusCode());
        assertEquals(
                "no-store",
                get("/yantai/things/staff/7")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""));
    }

    @Test
    public void signingInLeadsNowhereElse() throws Exception {
        for (String target : List.of(
                "https://evil.example/", "//evil.example", "/haiyang/x", "/yantai/..\\x", "/yantai//x", "/yantaix")) {
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
    public void whoPostsAfterTheSessionHasEndedIsToldSo() throws Exception {
        HttpResponse<String> answer = post("/yantai/things/staff/7/file", "name=a");

        assertEquals(303, answer.statusCode());
        assertTrue(location(answer), location(answer).endsWith("&ended=1"));
    }
}
