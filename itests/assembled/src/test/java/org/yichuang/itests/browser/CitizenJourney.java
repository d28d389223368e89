package org.yichuang.itests.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.Before;
import org.junit.Test;

/** Journeys 1 and 3: an application with three files, a correction, the county's opinion, the city's decision. */
public class CitizenJourney extends AtBothWidths {
    private Person citizen;
    private Person stranger;
    private Person clerk;
    private Person reviewer;
    private Person chief;
    private String name;
    private Path pdf;
    private String number;
    private String code;

    @Before
    public void everybodyIsThere() throws Exception {
        name = either("李明", "王小芳");
        pdf = PagesIT.pdf();
        citizen = named("citizen", "haiyang");
        stranger = stranger();
        clerk = named("clerk", "haiyang");
        reviewer = named("reviewer", "haiyang");
        chief = named("chief", "yantai");
    }

    @Test
    public void anApplicationTravelsToTheCityAndBack() throws Exception {
        finds();
        applies();
        uploads();
        declares();
        follows();
        clerkAsksOnce();
        answers();
        countyAgrees();
        cityAsksTheCounty();
        cityDecides();
        countyDelivers();
        asks();
        stranger.awaitText("已送达");
        assertTrue(stranger.text().contains("准予"));
        assertTrue(stranger.text().contains("烟台市政务服务中心") && stranger.text().contains("海阳市政务服务中心"));
        stranger.look();
    }

    private void finds() {
        citizen.open("/haiyang");
        citizen.look();
        citizen.type("q", "树木");
        citizen.press(".search button");
        citizen.look();
        citizen.press(".cards a");
        assertTrue(
                citizen.text(),
                citizen.text().contains("法定时限") && citizen.text().contains("承诺时限"));
        citizen.look();
    }

    private void applies() {
        citizen.pressWords("在线办理");
        citizen.look();
        citizen.pressWords("开始办理");
        citizen.tick("applicant.kind", "person");
        citizen.type("applicant.name", name);
        citizen.type("applicant.idNumber", "370613198501010011");
        citizen.type("applicant.phone", "13812345678");
        citizen.goDown("form.operation", 1);
        citizen.type("form.trees", "60");
        citizen.type("form.diameter", "20");
        citizen.press("main form button");
        citizen.look();
        assertTrue("the check digit is wrong", citizen.has("#problems"));
        assertEquals("what was typed stays", "60", citizen.valueOf("form.trees"));
        citizen.type("applicant.idNumber", IDENTITY);
        citizen.press("main form button");
    }

    private void uploads() throws Exception {
        Path wrong = Files.writeString(pdf.resolveSibling("材料.txt"), "no such type");
        citizen.look();
        citizen.attach(material(0), wrong);
        citizen.pressHere("form[data-upload]:nth-of-type(1) button.button");
        citizen.awaitSight(".field.wrong", 1);
        citizen.look();
        citizen.attach(material(0), pdf);
        citizen.pressHere("form[data-upload]:nth-of-type(1) button.button");
        citizen.awaitSight(".files li", 1);
        for (int i = 2; i <= 3; i++) {
            citizen.attach(material(i - 1), pdf);
            citizen.pressHere("form[data-upload]:nth-of-type(" + i + ") .pick button");
            citizen.awaitSight(".files li", i);
        }
        citizen.look();
    }

    private String material(int index) {
        return (String) citizen.script(
                "return document.querySelectorAll('form[data-upload] input[type=file]')[arguments[0]].name", index);
    }

    private void declares() {
        citizen.pressWords("保存并继续");
        citizen.look();
        assertTrue("the route and why", citizen.text().contains("县级初审、市级审批"));
        assertTrue(citizen.text().contains(name) && citizen.text().contains("60"));
        citizen.tick("declared", "true");
        citizen.press("main form button");
        citizen.look();
        number = citizen.place().replaceFirst(".*/my/([^?]+).*", "$1");
        assertTrue("his page has a code to scan", citizen.has("main svg"));
        assertEquals("%PDF", citizen.opensFile("申请材料接收凭证"));
    }

    private void follows() {
        code = citizen.read(".facts div:nth-child(2) strong");
        stranger.open("/haiyang/progress");
        stranger.look();
        asks();
        assertTrue(stranger.text().contains("已收件"));
        stranger.look();
        scans();
    }

    private void asks() {
        stranger.open("/haiyang/progress");
        stranger.type("number", number);
        stranger.type("code", code.toLowerCase(Locale.ROOT));
        stranger.press("main form button");
    }

    /** At a terminal in the hall, where somebody else comes next: after a minute it shows nothing of him. */
    private void scans() {
        String scanned = "http://localhost/haiyang/progress?number=" + number + "&code=";
        stranger.open("/haiyang/progress/kiosk");
        stranger.look();
        stranger.type("number", scanned + "0".repeat(code.length()));
        stranger.press("main form button");
        assertTrue(stranger.has("#problems") || stranger.has("[data-problem]"));
        assertEquals("nothing scanned is shown again", "", stranger.valueOf("number"));
        stranger.type("number", scanned + code);
        stranger.press("main form button");
        assertTrue(stranger.text().contains("已收件"));
    }

    private void clerkAsksOnce() {
        clerk.open("/haiyang/cases/" + number);
        clerk.look();
        clerk.pressWords("告知补正");
        clerk.look();
        clerk.press("main form button");
        assertEquals("%PDF", clerk.opensFile("补正材料一次性告知书"));
    }

    private void answers() {
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
        assertTrue("one of the two is still missing", clerk.text().contains("以下必要材料尚未收到"));
        clerk.press("main form button");
        assertTrue("and nobody has promised it", clerk.has("#problems"));
        clerk.look();
        clerk.goDown("promise-m5", 1);
        clerk.type("remark", "移植方案随现场勘验补齐。");
        clerk.press("main form button");
        assertTrue(clerk.text().contains("已受理"));
        assertEquals("%PDF", clerk.opensFile("容缺受理通知书"));
    }

    private void countyAgrees() {
        reviewer.open("/haiyang/worklist");
        reviewer.look();
        reviewer.open("/haiyang/cases/" + number);
        assertTrue("the route is explained from its rule", reviewer.text().contains("树木株数 60"));
        reviewer.pressWords("初审");
        reviewer.look();
        reviewer.tick("agree", "true");
        reviewer.type("opinion", "经现场勘验，同意上报。");
        reviewer.press("main form button");
        assertTrue(reviewer.text().contains("已上报"));
    }

    private void cityAsksTheCounty() {
        chief.open("/yantai/worklist");
        chief.awaitText(name);
        chief.look();
        chief.press("tbody th a");
        assertTrue("the county's opinion has come along", chief.text().contains("经现场勘验，同意上报。"));
        assertTrue("both clocks", chief.text().contains("初审期限"));
        chief.look();
        chief.pressWords("受理");
        chief.press("main form button");
        chief.pressWords("告知补正");
        for (Object ticked : (List<?>) chief.script(
                "return [...document.querySelectorAll('main input[type=checkbox]:checked')].map(box => box.name)")) {
            chief.untick(ticked.toString());
        }
        chief.type("free-0", "请补充古树名木核查意见");
        chief.press("main form button");

        reviewer.awaitText("上级要求补正");
        reviewer.look();
        reviewer.pressWords("补正答复");
        reviewer.type("statement", "经核查不涉及古树名木。");
        reviewer.press("main form button");
    }

    private void cityDecides() {
        chief.awaitText("经核查不涉及古树名木");
        suppliesWhatWasPromised();
        chief.awaitText("已补交");
        chief.pressWords("作出决定");
        chief.tick("outcome", "REFUSE");
        chief.press("main form button");
        assertTrue("a refusal needs its reasons", chief.has("#problems"));
        chief.look();
        chief.tick("outcome", "GRANT");
        chief.type("opinion", "同意。");
        chief.press("main form button");
        assertTrue(chief.text().contains("已准予"));
    }

    private void suppliesWhatWasPromised() {
        citizen.open("/haiyang/my/" + number);
        assertTrue(citizen.text().contains("申请人的承诺"));
        citizen.look();
        citizen.attach("file-m5", pdf);
        citizen.press("main form button");
        assertTrue(citizen.text().contains("材料已补交"));
    }

    private void countyDelivers() {
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
}
