package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.yichuang.bench.Answer;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;

/** Modules come and go while the others work. */
public class ModulesIT extends InContainer {
    private static List<String> and(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static final EnumSet<FeaturesService.Option> AS_CONFIGURED = EnumSet.noneOf(FeaturesService.Option.class);

    @Inject
    private FeaturesService features;

    @Test
    public void aModuleThatIsTakenOutAndPutBackDisturbsNoOther() throws Exception {
        CaseAt kept = linkedCase();
        takenOutAndPutBack(List.of("linkage"), kept);
        takenOutAndPutBack(List.of("agency"), kept);
        takenOutAndPutBack(List.of("fees"), kept);
        takenOutAndPutBack(List.of("licences"), kept);
        takenOutAndPutBack(List.of("ratings"), kept);
        takenOutAndPutBack(List.of("windows"), kept);
        List<String> onCases = List.of("agency", "fees", "windows", "ratings", "licences", "cases");
        takenOutAndPutBack(onCases, kept);
        takenOutAndPutBack(and(List.of("linkage"), onCases), kept);
        takenOutAndPutBack(and(onCases, List.of("catalogue")), kept);
        takenOutAndPutBack(and(and(List.of("linkage"), onCases), List.of("catalogue")), kept);

        CaseAt city = kept.above("yantai");
        city.act("clerk", "acceptance", Map.of());
        city.act("chief-representative", "decision", Map.of("outcome", "GRANT"));
        kept.awaits("GRANTED");
    }

    @Test
    public void aModuleStaysAsLongAsAnotherStandsOnIt() throws Exception {
        try (Sampler sampler = new Sampler(paths(linkedCase()))) {
            for (String module : List.of("catalogue", "cases")) {
                features.uninstallFeature("yichuang-" + module, AS_CONFIGURED);
                sampler.rounds(10);
                features.installFeature("yichuang-" + module, AS_CONFIGURED);
                sampler.rounds(10);
            }
            sampler.allWereGood();
        }
    }

    @Test
    public void aModuleIsSwitchedOffForOneCentreOnly() throws Exception {
        CaseAt kept = linkedCase();
        TenantFile haiyang = TenantFile.of(home(), "haiyang");
        String before = haiyang.get("modules");
        haiyang.set("modules", "catalogue");
        try {
            awaits(404, "haiyang", kept.path());
            Session clerk = network().as("haiyang", "clerk");
            clerk.get(kept.path()).expectProblem(404, "module-off");
            clerk.command("/api/haiyang/cases", Map.of()).expectProblem(404, "module-off");
            network().anybody().get("/api/haiyang/catalogue/items").expect(200);
            network().as("laishan", "clerk").get("/api/laishan/cases").expect(200);
        } finally {
            haiyang.set("modules", before);
        }
        awaits(200, "haiyang", kept.path());
        assertEquals("FORWARDED", kept.view().path("state").asText());
    }

    private void takenOutAndPutBack(List<String> going, CaseAt kept) throws Exception {
        Map<String, Session> others = paths(kept);
        Map<String, Session> gone = new TreeMap<>();
        for (String module : going) {
            String path = pathOf(module, kept);
            gone.put(path, others.remove(path));
        }
        List<String> pages = going.stream().map(ModulesIT::pageOf).collect(Collectors.toList());
        pages.forEach(others::remove);
        Session nobody = network().anybody();
        Session staff = network().as("haiyang", "clerk");
        try (Sampler sampler = new Sampler(others)) {
            sampler.rounds(10);
            for (String module : going) {
                features.uninstallFeature("yichuang-" + module, AS_CONFIGURED);
            }
            for (Map.Entry<String, Session> path : gone.entrySet()) {
                Wait.upTo(Duration.ofSeconds(180))
                        .until(
                                path.getKey() + " off",
                                () -> path.getValue().get(path.getKey()).status() == 404);
                path.getValue().get(path.getKey()).expectProblem(404, "module-off");
            }
            areGone(pages, nobody);
            sampler.rounds(10);
            for (int i = going.size(); i > 0; i--) {
                features.installFeature("yichuang-" + going.get(i - 1), AS_CONFIGURED);
            }
            for (Map.Entry<String, Session> path : gone.entrySet()) {
                Wait.upTo(Duration.ofSeconds(180))
                        .until(
                                path.getKey() + " back",
                                () -> path.getValue().get(path.getKey()).status() == 200);
            }
            for (String page : pages) {
                Wait.upTo(Duration.ofSeconds(180))
                        .until(page + " back", () -> nobody.get(page).status() < 400);
            }
            sampler.rounds(10);
            sampler.allWereGood();
        }
        Answer back = staff.get(kept.path()).expect(200);
        assertEquals("FORWARDED", back.text("state"));
    }

    private static void areGone(List<String> pages, Session nobody) throws IOException {
        String home = nobody.get("/haiyang/").text();
        for (String page : pages) {
            assertEquals(page, 404, nobody.get(page).status());
            assertFalse(page, home.contains("href=\"" + page + "\""));
        }
    }

    /** A path of each module, with one who may read it. */
    private static Map<String, Session> paths(CaseAt kept) throws IOException {
        Map<String, Session> paths = new TreeMap<>();
        paths.put("/api/openapi.json", network().anybody());
        paths.put("/health/live", network().anybody());
        paths.put("/haiyang/", network().anybody());
        paths.put("/haiyang/register", network().anybody());
        paths.put(pageOf("agency"), network().anybody());
        paths.put(pageOf("catalogue"), network().anybody());
        paths.put(pageOf("cases"), network().anybody());
        paths.put(pageOf("fees"), network().anybody());
        paths.put(pageOf("licences"), network().anybody());
        paths.put(pageOf("ratings"), network().anybody());
        paths.put(pageOf("windows"), network().anybody());
        paths.put("/api/haiyang/tokens/current", network().as("haiyang", "clerk"));
        paths.put("/api/haiyang/accounts", network().as("haiyang", "security-admin"));
        paths.put(pathOf("agency", kept), network().anybody());
        paths.put(pathOf("catalogue", kept), network().anybody());
        paths.put(pathOf("cases", kept), network().as("haiyang", "clerk"));
        paths.put(pathOf("fees", kept), network().anybody());
        paths.put(pathOf("licences", kept), network().anybody());
        paths.put(pathOf("linkage", kept), network().as("haiyang", "system-admin"));
        paths.put(pathOf("ratings", kept), network().anybody());
        paths.put(pathOf("windows", kept), network().anybody());
        return paths;
    }

    private static String pathOf(String module, CaseAt kept) {
        return switch (module) {
            case "agency" -> "/api/haiyang/agency/classes";
            case "catalogue" -> "/api/haiyang/catalogue/items?limit=5";
            case "cases" -> kept.path();
            case "fees" -> "/api/haiyang/fees/items?limit=5";
            case "licences" -> "/api/haiyang/licences/published?limit=5";
            case "ratings" -> "/api/haiyang/ratings/summary";
            case "windows" -> "/api/haiyang/windows/service-points";
            default -> "/api/haiyang/exchange/messages?limit=5";
        };
    }

    /** A page of each module, which anybody may open; that of linkage leads to signing in. */
    private static String pageOf(String module) {
        return switch (module) {
            case "agency" -> "/haiyang/agency";
            case "catalogue" -> "/haiyang/items";
            case "cases" -> "/haiyang/progress";
            case "fees" -> "/haiyang/fees";
            case "licences" -> "/haiyang/granted";
            case "ratings" -> "/haiyang/ratings";
            case "windows" -> "/haiyang/windows";
            default -> "/haiyang/exchange";
        };
    }

    private static void awaits(int status, String tenant, String path) throws IOException {
        Session clerk = network().as(tenant, "clerk");
        Wait.upTo(Duration.ofSeconds(180))
                .until(path + " " + status, () -> clerk.get(path).status() == status);
    }

    private static CaseAt linkedCase() throws IOException {
        String item = new DemoItems(network()).reviewedByCountyDecidedByCity("haiyang");
        Map<String, Object> applicant = Map.of(
                "kind",
                "enterprise",
                "name",
                "海阳市留存公司" + UUID.randomUUID(),
                "idType",
                "uscc",
                "idNumber",
                Samples.socialCreditCode(77),
                "phone",
                "0535-3220000");
        CaseAt fresh = CaseAt.submitted(network(), "haiyang", "clerk", CaseAt.application(item, applicant, Map.of()));
        fresh.act("clerk", "acceptance", Map.of());
        fresh.act("reviewer", "pre-review", Map.of("opinion", "同意", "agree", true));
        return fresh;
    }
}
