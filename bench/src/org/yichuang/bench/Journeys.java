package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The three journeys of the main job, played over HTTP; a {@link Deviation} ends them. */
public final class Journeys {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> AGREE = Map.of("opinion", "材料齐全，符合条件，同意上报。", "agree", true);
    private static final Map<String, Object> GRANT = Map.of("outcome", "GRANT", "opinion", "准予许可。");

    private final Network network;
    private final Consumer<String> log;
    private final DemoItems items;

    public Journeys(Network network, Consumer<String> log) {
        this.network = network;
        this.log = log;
        this.items = new DemoItems(network);
    }

    public static void main(String[] args) throws Exception {
        new Journeys(Network.fromEnvironment(), System.out::println).all();
    }

    /** Plays all three. */
    public void all() {
        countyReviewsAndCityDecides();
        treesGoWhereTheApplicationSays();
        townshipAcceptsForTheCounty();
        say("三条办件路径全部走通", "all three journeys ended as they must");
    }

    /** Journey 1: 海阳 accepts and pre-reviews, 烟台 asks once and decides, 海阳 issues and delivers. */
    public void countyReviewsAndCityDecides() {
        head("一、县级受理初审、市级审批", "1. County pre-review, city decision");
        String item = items.reviewedByCountyDecidedByCity("haiyang");
        Session enterprise = network.as(network.named("haiyang", "enterprise"));
        Map<String, Object> application = network.materials()
                .uploaded(enterprise, "haiyang", CaseAt.application(item, Samples.enterprise(1), NOTHING));
        Answer handedIn = enterprise.command("/api/haiyang/cases", application).expect(201);
        String code = handedIn.text("queryCode");
        CaseAt county = new CaseAt(network, "haiyang", handedIn.text("number"));
        say("企业在海阳提交申请：" + handedIn.text("itemName"), "an enterprise applies at Haiyang, case "
                + county.number() + ", query code " + code);

        JsonNode accepted = county.act("clerk", "acceptance", NOTHING);
        equal("ACCEPTED", accepted.path("state").asText());
        say("海阳窗口受理", "the clerk accepts, receipt " + accepted.path("acceptance").path("receiptNumber").asText());
        equal("FORWARDED", county.act("reviewer", "pre-review", AGREE).path("state").asText());
        say("海阳部门初审同意，案卷上报烟台", "the department's opinion is given, the file travels to Yantai");

        CaseAt city = county.above("yantai");
        say("烟台收到案卷", "Yantai has it as " + city.number());
        city.act("clerk", "acceptance", NOTHING);
        county.awaits("the receipt", view -> view.path("upper").path("number").asText().equals(city.number()));
        say("烟台接收，回执到达海阳", "Yantai accepts the transfer; the receipt is back at Haiyang");
        questionAndAnswer(county, city);
        explainClocks(county);
        explainClocks(city);
        standsForAHearing(county, city);

        city.act("chief-representative", "decision", GRANT);
        county.awaits("GRANTED");
        say("烟台作出准予决定，决定送回海阳", "Yantai grants; the decision is back at Haiyang");
        handsOver(county);
        followed(county, code);
    }

    /** Journey 2: each application about trees lands on the one route that its numbers ask for. */
    public void treesGoWhereTheApplicationSays() {
        head("二、树木移植与砍伐按申请内容分流", "2. Trees are routed by what the application says");
        TreeApplications trees = new TreeApplications(network, items.trees("haiyang"));
        for (TreeApplications.Expectation expected : trees.boundaries()) {
            expected.check();
            say(expected.zh(), expected.en());
        }
        CaseAt small = submit(trees.item(), trees.movingTrees(49), 2);
        small.act("clerk", "acceptance", NOTHING);
        small.act("chief-representative", "decision", GRANT);
        handsOver(small);

        CaseAt middle = submit(trees.item(), trees.movingTrees(50), 3);
        CaseAt city = travels(middle, "yantai");
        city.act("chief-representative", "decision", GRANT);
        middle.awaits("GRANTED");
        handsOver(middle);

        CaseAt large = submit(trees.item(), trees.fellingTrees(50, 20), 4);
        CaseAt government = travels(large, "yantai");
        JsonNode reviewed = government.act("reviewer", "pre-review", AGREE);
        say("烟台部门审核后报市政府", "after the city's department it is with " + reviewed.path("department").asText());
        government.act("chief-representative", "decision", GRANT);
        large.awaits("GRANTED");
        handsOver(large);
    }

    /** Journey 3: 留格庄 accepts for 海阳, which decides; and for 烟台, which decides above 海阳; 留格庄 hands over. */
    public void townshipAcceptsForTheCounty() {
        head("三、乡镇代办", "3. A township accepts on behalf of the county");
        CaseAt township = accepted(items.acceptedByTownshipDecidedByCounty("liugezhuang"), 5);
        CaseAt county = takenOver(township, "haiyang");
        county.act("chief-representative", "decision", GRANT);
        township.awaits("GRANTED");
        say("海阳作出准予决定，决定送回留格庄", "Haiyang grants; the decision is back at Liugezhuang");
        handsOver(township);

        CaseAt lowest = accepted(items.acceptedByTownshipDecidedByCity("liugezhuang"), 6);
        CaseAt middle = takenOver(lowest, "haiyang");
        middle.act("reviewer", "pre-review", AGREE);
        CaseAt highest = takenOver(middle, "yantai");
        highest.act("chief-representative", "decision", GRANT);
        lowest.awaits("GRANTED");
        say("烟台作出准予决定，经海阳送回留格庄", "Yantai grants; the decision is back at Liugezhuang by way of Haiyang");
        handsOver(lowest);
    }

    private CaseAt accepted(String item, int applicant) {
        CaseAt township = CaseAt.submitted(network, "liugezhuang", "clerk",
                CaseAt.application(item, Samples.person(applicant), NOTHING));
        say("群众在留格庄镇申请：" + township.view().path("itemName").asText(), "a person applies at Liugezhuang, case "
                + township.number());
        equal("FORWARDED", township.act("clerk", "acceptance", NOTHING).path("state").asText());
        say("镇里受理后上报", "accepted there, and forwarded at once");
        return township;
    }

    private CaseAt submit(String item, Map<String, Object> form, int applicant) {
        CaseAt submitted = CaseAt.submitted(network, "haiyang", "clerk",
                CaseAt.application(item, Samples.enterprise(applicant), form));
        say("申请：" + form, "case " + submitted.number());
        return submitted;
    }

    private CaseAt travels(CaseAt county, String centre) {
        county.act("clerk", "acceptance", NOTHING);
        equal("FORWARDED", county.act("reviewer", "pre-review", AGREE).path("state").asText());
        say("海阳受理、初审后上报", "accepted and pre-reviewed at Haiyang");
        return takenOver(county, centre);
    }

    private CaseAt takenOver(CaseAt below, String centre) {
        CaseAt above = below.above(centre);
        above.act("clerk", "acceptance", NOTHING);
        below.awaits("the receipt", view -> view.path("upper").path("number").asText().equals(above.number()));
        say(centre + " 接收，回执到达 " + below.tenant(), "taken over as " + above.number()
                + ", the receipt is back at " + below.tenant());
        return above;
    }

    private void questionAndAnswer(CaseAt county, CaseAt city) {
        equal("CORRECTING", city.act("reviewer", "correction-notice", Map.of("items",
                        List.of(Map.of("target", "材料", "demand", "请补充盖章的情况说明。"))))
                .path("state").asText());
        county.awaits("QUESTIONED");
        say("烟台一次性要求补正，海阳收到", "Yantai asks once; the question is at Haiyang");
        county.act("clerk", "correction", Map.of("statement", "情况说明已盖章补充。"));
        JsonNode answered = city.awaits("ACCEPTED");
        JsonNode last = answered.path("corrections").path(answered.path("corrections").size() - 1);
        equal("情况说明已盖章补充。", last.path("statement").asText());
        say("海阳答复，烟台继续办理", "Haiyang answers, Yantai goes on");
    }

    /**
     * Yantai, which decides, tells the right to a hearing; who applied at Haiyang is told, asks and thinks better of it
     * there.
     */
    private void standsForAHearing(CaseAt county, CaseAt city) {
        city.act("reviewer", "hearing", Map.of("step", "RIGHT_NOTIFIED", "reason", "影响相邻住户的采光。"));
        county.awaits("the right to a hearing", view -> view.path("hearing").hasNonNull("requestUntil"));
        city.awaits("the day on which it was told", view -> view.path("hearing").hasNonNull("requestUntil"));
        say("烟台告知听证权利，海阳出具告知书并回告日期", "Yantai tells the right to a hearing; Haiyang puts it in writing and says when");
        county.act("clerk", "hearing-request", Map.of("wanted", true, "statement", "要求当面陈述。"));
        JsonNode asked =
                city.awaits("the hearing for which the limits stand", view -> isOpen(view.path("suspensions")));
        equal("REQUESTED", asked.path("hearing").path("state").asText());
        equal("true", Boolean.toString(isOpen(county.view().path("suspensions"))));
        say("申请人在海阳要求听证，两级期限中止", "the applicant asks for it at Haiyang; the limits stand at both");
        county.act("clerk", "hearing-request", Map.of("wanted", false, "statement", "已经协商一致。"));
        JsonNode over = city.awaits("the limits that go on", view -> !isOpen(view.path("suspensions")));
        equal("NOT_REQUESTED", over.path("hearing").path("state").asText());
        say("申请人不再要求听证，期限恢复", "the applicant asks no longer, the limits go on");
        List<String> kinds = new ArrayList<>();
        county.documents().forEach(document -> kinds.add(document.path("kind").asText()));
        if (!kinds.containsAll(List.of("hearing-right-notice", "suspension-notice"))) {
            throw new Deviation(county.path() + " has told no right to a hearing: " + kinds);
        }
    }

    private static boolean isOpen(JsonNode suspensions) {
        return suspensions.size() > 0 && !suspensions.path(suspensions.size() - 1).hasNonNull("to");
    }

    private void explainClocks(CaseAt place) {
        List<String> seen = new ArrayList<>();
        for (JsonNode clock : place.deadlines()) {
            String explanation = clock.path("explanation").asText();
            if (explanation.isBlank() || clock.path("explanationEn").asText().isBlank()) {
                throw new Deviation("A clock without explanation: " + clock);
            }
            seen.add(clock.path("kind").asText() + "@" + clock.path("centre").asText());
            say("  " + place.tenant() + " 看到：" + clock.path("kindName").asText() + " "
                    + clock.path("date").asText() + "，" + explanation, clock.path("explanationEn").asText());
        }
        if (!seen.contains("pre-review@haiyang") || !seen.contains("decision@yantai")) {
            throw new Deviation(place.path() + " shows not both clocks but " + seen);
        }
    }

    private void handsOver(CaseAt place) {
        JsonNode issued = place.act("clerk", "issue", NOTHING);
        equal("ISSUED", issued.path("state").asText());
        String document = issued.path("issued").path("documentNumber").asText();
        say(place.tenant() + " 制证", place.tenant() + " issues " + document);
        Map<String, Object> handedOver = Map.of("method", "DIRECT", "receivedBy", "申请人");
        equal("DELIVERED", place.act("clerk", "delivery", handedOver).path("state").asText());
        say(place.tenant() + " 送达申请人", "delivered at " + place.tenant());
        papers(place);
    }

    /** The decision has one number, that of the centre that has made it; what is delivered names it. */
    private void papers(CaseAt place) {
        List<String> kinds = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (JsonNode document : place.documents()) {
            kinds.add(document.path("kind").asText());
            numbers.add(document.path("number").asText());
        }
        long decisions = kinds.stream().filter(List.of("grant", "decision")::contains).count();
        if (decisions != 1 || !kinds.contains("delivery")) {
            throw new Deviation(place.path() + " has the documents " + kinds);
        }
        say(place.tenant() + " 的文书：" + String.join("、", numbers), "the documents of the case there");
    }

    private void followed(CaseAt county, String code) {
        Answer progress = network.anybody()
                .get("/api/haiyang/progress/" + county.number() + "?code=" + code).expect(200);
        equal("DELIVERED", progress.text("state"));
        for (JsonNode step : progress.json().path("steps")) {
            say("  " + step.path("centreName").asText() + "：" + step.path("zh").asText(), step.path("en").asText());
        }
        network.anybody().get("/api/haiyang/progress/" + county.number() + "?code=AAAAAAAA")
                .expectProblem(404, "progress-unknown");
    }

    private static void equal(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new Deviation("Expected " + expected + ", got " + actual);
        }
    }

    private void head(String zh, String en) {
        log.accept("");
        log.accept("== " + zh + " / " + en);
    }

    private void say(String zh, String en) {
        log.accept(zh + " / " + en);
    }
}
