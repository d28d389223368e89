package org.yichuang.itests.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.AfterClass;
import org.junit.Assume;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.itests.Platform;

/** The journeys of the people in a real browser, by keyboard alone; every page on the way is looked at. */
public class PagesIT {
    private static final String PERSON = "370613198501010018";
    private static Platform platform;
    private static Path pdf;
    private static Path text;

    @BeforeClass
    public static void start() throws Exception {
        if (!Person.hasBrowser()) {
            System.out.println("SKIPPED: PagesIT, all journeys in a browser. It needs Debian's chromium and chromium-driver.");
        }
        Assume.assumeTrue("chromium and chromium-driver are installed", Person.hasBrowser());
        platform = Platform.unpacked("pages").start();
        Path folder = platform.home();
        pdf = Files.writeString(folder.resolve("材料.pdf"), "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
        text = Files.writeString(folder.resolve("材料.txt"), "no such type");
    }

    @AfterClass
    public static void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    private static Person named(String account, String tenant) throws IOException {
        return Person.named(account, tenant, platform.base(), platform.home().resolve("demo-accounts.csv"));
    }

    @Test
    public void aCitizensApplicationTravelsToTheCityAndBack() throws Exception {
        try (Person citizen = named("citizen", "haiyang");
                Person stranger = Person.stranger(platform.base());
                Person clerk = named("clerk", "haiyang");
                Person reviewer = named("reviewer", "haiyang");
                Person chief = named("chief", "yantai")) {
            String number = apply(citizen);
            String code = citizen.read(".facts div:nth-child(2) strong");
            stranger.open("/haiyang/progress");
            stranger.look();
            stranger.type("number", number);
            stranger.type("code", code.toLowerCase(Locale.ROOT));
            stranger.press("main form button");
            assertTrue(stranger.text().contains("已收件"));
            stranger.look();

            correct(citizen, clerk, number);
            reviewer.open("/haiyang/cases/" + number);
            reviewer.pressWords("初审");
            reviewer.look();
            reviewer.tick("agree", "true");
            reviewer.type("opinion", "经现场勘验，同意上报。");
            reviewer.press("main form button");
            assertTrue(reviewer.text().contains("已上报"));

            decide(chief, reviewer);
            issue(clerk, number);
            stranger.awaitText("准予许可");
            assertTrue(stranger.text().contains("烟台市政务服务中心") && stranger.text().contains("海阳市政务服务中心"));
            stranger.look();
            assertEquals("", Person.complaintsOf(citizen, stranger, clerk, reviewer, chief));
        }
    }

    private static String apply(Person citizen) {
        citizen.open("/haiyang");
        citizen.look();
        citizen.type("q", "树木");
        citizen.press(".search button");
        citizen.look();
        citizen.press(".cards a");
        citizen.look();
        citizen.pressWords("在线办理");
        citizen.look();
        citizen.pressWords("开始办理");
        citizen.tick("applicant.kind", "person");
        citizen.type("applicant.name", "李明");
        citizen.type("applicant.idNumber", "370613198501010011");
        citizen.type("applicant.phone", "13812345678");
        citizen.goDown("form.operation", 1);
        citizen.type("form.trees", "60");
        citizen.type("form.diameter", "20");
        citizen.press("main form button");
        citizen.look();
        assertTrue("the check digit is wrong", citizen.has("#problems"));
        assertEquals("what was typed stays", "60", citizen.valueOf("form.trees"));
        citizen.type("applicant.idNumber", PERSON);
        citizen.press("main form button");
        upload(citizen);
        citizen.pressWords("保存并继续");
        citizen.look();
        assertTrue(citizen.text().contains("县级初审、市级审批"));
        citizen.tick("declared", "true");
        citizen.press("main form button");
        citizen.look();
        return citizen.place().replaceFirst(".*/receipt/([^?]+).*", "$1");
    }

    private static void upload(Person citizen) {
        citizen.look();
        String first = "form[data-upload]:nth-of-type(1) ";
        String name = (String) citizen.script("return document.querySelector('form[data-upload] input[type=file]').name");
        citizen.attach(name, text);
        citizen.pressHere(first + "button.button");
        citizen.awaitSight(".field.wrong", 1);
        citizen.look();
        citizen.attach(name, pdf);
        citizen.pressHere(first + "button.button");
        citizen.awaitSight(".files li", 1);
        for (int i = 2; i <= 3; i++) {
            String other = (String) citizen.script(
                    "return document.querySelectorAll('form[data-upload] input[type=file]')[arguments[0]].name", i - 1);
            citizen.attach(other, pdf);
            citizen.pressHere("form[data-upload]:nth-of-type(" + i + ") .pick button");
            citizen.awaitSight(".files li", i);
        }
        citizen.look();
    }

    private static void correct(Person citizen, Person clerk, String number) {
        clerk.open("/haiyang/cases/" + number);
        clerk.look();
        clerk.pressWords("告知补正");
        clerk.look();
        clerk.press("main form button");
        clerk.pressWords("补正材料一次性告知书");
        clerk.look();

        citizen.open("/haiyang/my");
        citizen.look();
        citizen.press("tbody th a");
        citizen.look();
        citizen.attach("file-0", pdf);
        citizen.type("statement", "已补齐");
        citizen.press("main form button");
        assertTrue(citizen.text().contains("补正已提交"));

        clerk.open("/haiyang/cases/" + number);
        clerk.pressWords("受理");
        clerk.look();
        clerk.press("main form button");
        assertTrue(clerk.text().contains("已受理"));
    }

    private static void decide(Person chief, Person reviewer) {
        chief.open("/yantai/worklist");
        chief.awaitText("李明");
        chief.look();
        chief.press("tbody th a");
        assertTrue("the county's opinion has come along", chief.text().contains("经现场勘验，同意上报。"));
        assertTrue("both clocks", chief.text().contains("初审期限"));
        chief.look();
        chief.pressWords("受理");
        chief.press("main form button");
        String here = chief.place().replaceFirst("\\?.*", "");
        chief.pressWords("告知补正");
        for (Object name : (List<?>) chief.script(
                "return [...document.querySelectorAll('main input[type=checkbox]:checked')].map(box => box.name)")) {
            chief.untick(name.toString());
        }
        chief.type("free-0", "请补充古树名木核查意见");
        chief.press("main form button");

        reviewer.awaitText("上级要求补正");
        reviewer.look();
        reviewer.pressWords("补正答复");
        reviewer.type("statement", "经核查不涉及古树名木。");
        reviewer.press("main form button");

        chief.open(here);
        chief.awaitText("经核查不涉及古树名木");
        chief.pressWords("作出决定");
        chief.tick("outcome", "REFUSE");
        chief.press("main form button");
        assertTrue("a refusal needs its reasons", chief.has("#problems"));
        chief.look();
        chief.tick("outcome", "GRANT");
        chief.type("opinion", "同意。");
        chief.press("main form button");
        assertTrue(chief.text().contains("准予许可"));
    }

    private static void issue(Person clerk, String number) {
        clerk.open("/haiyang/cases/" + number);
        clerk.awaitText("制证");
        clerk.pressWords("制证");
        clerk.look();
        clerk.press("main form button");
        clerk.pressWords("送达");
        clerk.look();
        clerk.press("main form button");
        assertTrue(clerk.text().contains("已送达"));
        clerk.look();
        clerk.open("/haiyang/workbench");
        clerk.look();
    }

    @Test
    public void aClerkTakesTenApplicationsInARow() throws Exception {
        try (Person clerk = named("clerk", "haiyang")) {
            assertTrue(clerk.place().startsWith("/haiyang/workbench"));
            clerk.shortcut("n");
            clerk.look();
            clerk.type("q", "食品经营");
            clerk.press("main form button");
            for (int i = 0; i < 10; i++) {
                take(clerk, i);
                clerk.shortcut("n");
            }
            clerk.open("/haiyang/worklist?q=%E7%AA%97%E5%8F%A3%E7%94%B3%E8%AF%B7");
            assertEquals(10, clerk.count("tbody tr"));
            clerk.look();
            assertEquals("", clerk.complaints());
        }
    }

    private static void take(Person clerk, int i) {
        clerk.type("applicant.name", "窗口申请" + i);
        clerk.type("applicant.idNumber", PERSON);
        clerk.type("applicant.phone", "13800000000");
        List<?> papers = (List<?>) clerk.script(
                "return [...document.querySelectorAll('input[name^=paper-]')].map(box => box.name)");
        boolean complete = i % 5 != 4;
        papers.subList(0, complete ? papers.size() : 1).forEach(name -> clerk.tick(name.toString(), "true"));
        if (!complete) {
            clerk.tick(papers.get(1).toString().replace("paper-", "ask-"), "true");
        }
        if (i == 0) {
            clerk.look();
        }
        clerk.shortcut(complete ? "a" : "b");
        assertTrue(clerk.text(), clerk.text().contains(complete ? "已受理" : "待补正"));
        if (i == 0 || i == 4) {
            clerk.look();
        }
    }

    @Test
    public void nothingThatWasTypedIsLost() throws Exception {
        try (Person clerk = named("clerk", "laishan")) {
            clerk.open("/laishan/intake");
            clerk.press("tbody th a");
            String page = clerk.place();
            clerk.type("applicant.name", "会话过期");
            clerk.type("applicant.idNumber", PERSON);
            clerk.type("applicant.phone", "13800000000");
            endSession(clerk);
            clerk.shortcut("r");
            assertTrue(clerk.place(), clerk.place().startsWith("/laishan/sign-in"));
            clerk.look();
            signInAgain(clerk);
            assertEquals(page, clerk.place());
            assertEquals("会话过期", clerk.valueOf("applicant.name"));

            clerk.offline(true);
            clerk.pressHere("button[value=receive]");
            clerk.awaitSight(".said:not([hidden])", 1);
            assertEquals(page, clerk.place());
            clerk.offline(false);
            clerk.shortcut("r");
            assertTrue(clerk.place(), clerk.place().contains("/intake/done/"));

            clerk.open(page);
            clerk.type("applicant.name", "连按三次");
            clerk.type("applicant.idNumber", PERSON);
            clerk.type("applicant.phone", "13800000000");
            Object places = clerk.scriptLater("const done = arguments[arguments.length - 1];"
                    + "const form = document.querySelector('main form');"
                    + "const body = new FormData(form, form.querySelector('button[value=receive]'));"
                    + "Promise.all([1, 2, 3].map(() => fetch(form.action, {method: 'POST', body}).then(r => r.url)))"
                    + ".then(urls => done(new Set(urls).size))");
            assertEquals("pressing three times makes one case", 1L, places);
            assertEquals("", clerk.complaints());
        }
    }

    /** Ends the session on the server, as time would, and leaves the browser its cookie. */
    private static void endSession(Person person) throws Exception {
        String token = (String) person.script("return document.querySelector('header input[name=_csrf]').value");
        HttpRequest signOut = HttpRequest.newBuilder(platform.base().resolve("/laishan/sign-out"))
                .header("Cookie", "yichuang-session=" + person.cookie("yichuang-session"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        int status = HttpClient.newHttpClient().send(signOut, HttpResponse.BodyHandlers.discarding()).statusCode();
        assertEquals(303, status);
    }

    private static void signInAgain(Person clerk) throws IOException {
        String password = Files.readAllLines(platform.home().resolve("demo-accounts.csv")).stream()
                .filter(line -> line.startsWith("laishan,clerk,"))
                .map(line -> line.split(",")[3])
                .findFirst()
                .orElseThrow();
        clerk.signIn("clerk", password);
    }

    @Test
    public void anEditorImportsComparesAndPublishes() throws Exception {
        Path file = platform.home().resolve("items.csv");
        List<String> rows = Files.readAllLines(platform.etc().resolve("yichuang/demo/catalogue-haiyang.csv"));
        Files.write(file, List.of(
                rows.get(0), rows.get(1).replaceFirst("行政许可", "不存在的类型"), rows.get(2).replaceFirst(",20,5,", ",20,3,")));
        try (Person editor = named("editor", "haiyang")) {
            assertTrue(editor.place().startsWith("/haiyang/editor"));
            editor.look();
            editor.attach("file", file);
            editor.press("main form button");
            assertTrue(editor.text().contains("退回 1 行"));
            editor.look();
            editor.press("tbody tr:nth-child(2) a");
            assertTrue(editor.text(), editor.text().contains("有变化"));
            editor.look();
            editor.pressWords("修改草稿");
            editor.look();
            editor.type("promisedLimit", "30个工作日");
            editor.press("main form button");
            assertTrue("longer than the law allows", editor.has("#problems"));
            editor.look();
            editor.type("promisedLimit", "2个工作日");
            editor.press("main form button");
            editor.pressWords("发布");
            assertTrue(editor.text().contains("已发布"));
            editor.look();
            assertEquals("", editor.complaints());
        }
    }

    @Test
    public void operatorsAndAdministratorsHaveTheirPages() throws Exception {
        try (Person operator = named("operator", "shandong");
                Person security = named("security", "haiyang");
                Person auditor = named("audit", "haiyang")) {
            assertTrue(operator.text().contains("海阳市政务服务中心"));
            operator.look();
            newCentre(operator);
            operator.open("/shandong/exchange?centre=haiyang");
            operator.look();
            operator.open("/shandong/doctor");
            operator.press("main form button");
            assertTrue(operator.count("tbody tr") > 5);
            operator.look();

            security.look();
            security.pressWords("新建账号");
            security.look();
            security.type("account", "zhang.wei");
            security.type("name", "张伟");
            security.type("password", "Abcd1234!xyz");
            security.tick("role-clerk", "true");
            security.tick("role-audit-admin", "true");
            security.press("main form button");
            assertTrue("these roles exclude each other", security.has("#problems"));
            security.untick("role-audit-admin");
            security.type("password", "Abcd1234!xyz");
            security.press("main form button");
            assertTrue(security.text().contains("账号已创建"));
            security.look();

            auditor.press("main form button");
            assertTrue(auditor.text(), auditor.text().contains("未发现改动"));
            auditor.look();
            assertEquals("", Person.complaintsOf(operator, security, auditor));
        }
    }

    private static void newCentre(Person operator) {
        operator.pressWords("新建中心");
        operator.look();
        operator.type("name", "福山区政务服务中心");
        operator.type("id", "fushan");
        operator.type("division", "370611");
        operator.goDown("level", 2);
        operator.goDown("parent", 1);
        operator.goDown("template", 2);
        operator.press("main form button");
        operator.awaitText("福山区政务服务中心");
        operator.open("/shandong/centres/at/fushan");
        operator.look();
        operator.pressWords("停用办件");
        operator.open("/fushan");
        assertFalse(operator.has("a[href='/fushan/progress']"));
        operator.open("/fushan/progress");
        assertTrue(operator.text().contains("模块未启用"));
        operator.open("/shandong/centres/at/fushan");
        operator.pressWords("启用办件");
        operator.open("/fushan/progress");
        assertFalse(operator.text().contains("模块未启用"));
    }

    @Test
    public void aManagersFiguresOpenTheirRows() throws Exception {
        try (Person manager = named("manager", "haiyang")) {
            manager.look();
            manager.open("/haiyang/figures?days=30");
            manager.look();
            String received = manager.read(".figures li:nth-child(1) .value");
            manager.press(".figures li:nth-child(1) a");
            assertEquals(Integer.parseInt(received), manager.count("tbody tr"));
            manager.look();
            assertEquals("", manager.complaints());
        }
    }

    @Test
    public void everythingIsThereInEnglishToo() throws Exception {
        try (Person stranger = Person.stranger(platform.base())) {
            stranger.open("/");
            stranger.look();
            stranger.open("/haiyang?lang=en");
            stranger.look();
            assertTrue(stranger.text().contains("What do you need done?"));
            stranger.open("/haiyang?elderly=on");
            stranger.look();
            stranger.open("/haiyang/items?q=nothing-like-this");
            assertTrue(stranger.text().contains("Nothing found"));
            stranger.look();
            stranger.open("/haiyang/register");
            stranger.look();
            stranger.open("/haiyang/_components");
            stranger.look();
            stranger.open("/haiyang/no-such-page");
            stranger.look();
            assertEquals("", stranger.complaints());
        }
    }
}
