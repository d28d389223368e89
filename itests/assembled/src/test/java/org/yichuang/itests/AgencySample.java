package org.yichuang.itests;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;

/** An agent of the county, and a project that they serve with a case. */
final class AgencySample {
    private static final String ROOT = "/api/haiyang/agency";

    private static final Map<String, String> PROVED = Map.of(
            "AGENCY_AGENT", "agent",
            "AGENCY_AGREEMENT", "recognition-agreement",
            "AGENCY_CASE", "served-case",
            "AGENCY_INSPECTED", "inspected-body",
            "AGENCY_INSPECTION", "inspection",
            "AGENCY_JOINT", "joint-request",
            "AGENCY_PROBLEM", "project-problem",
            "AGENCY_PROJECT", "tracked-project",
            "AGENCY_RECOGNITION", "recognition",
            "AGENCY_REQUEST", "agency-request");

    private AgencySample() {}

    /** The tables whose rows the audit trail proves, with the module's own. */
    static Map<String, String> proved(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.putAll(PROVED);
        return all;
    }

    /** A row in each table. */
    static void make(Network network, CaseAt written, Map<String, Object> applicant) throws IOException {
        serve(network, written, applicant);
        inspect(network);
        for (String department : List.of("卫生健康", "市场监督管理")) { // a centre with a list has no others
            network.as("haiyang", "system-admin")
                    .command("/api/haiyang/departments", Map.of("name", department))
                    .expect(201);
        }
        network.as("haiyang", "clerk")
                .command(
                        ROOT + "/joint-requests/at-window",
                        Map.of(
                                "items",
                                List.of("000123014000", "000131024000"),
                                "applicant",
                                applicant,
                                "reason",
                                "开办餐饮店"))
                .expect(201);
        String item = new DemoItems(network).decidedByCounty("haiyang");
        track(
                network,
                item,
                CaseAt.submitted(
                        network, "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(502), Map.of())));
    }

    /** Calls an enterprise to a joint annual inspection. */
    private static void inspect(Network network) throws IOException {
        Session manager = network.as("haiyang", "centre-manager");
        String inspection = manager.command(
                        ROOT + "/inspections",
                        Map.of(
                                "name", "联合年检",
                                "from", "2026-01-05",
                                "to", "2099-12-31",
                                "parts", List.of(Map.of("department", "市场监督管理", "certificate", "营业执照"))))
                .expect(201)
                .text("id");
        manager.command(
                        ROOT + "/inspections/" + inspection + "/bodies",
                        Map.of("bodies", List.of(Map.of("name", "示范公司", "idNumber", "91370602MA3C00003E"))))
                .expect(200);
    }

    /** Has the clerk of the window act for the applicant of a case. */
    private static void serve(Network network, CaseAt written, Map<String, Object> applicant) throws IOException {
        Session manager = network.as("haiyang", "centre-manager");
        Session clerk = network.as("haiyang", "clerk");
        String agent = manager.command(
                        ROOT + "/agents",
                        Map.of(
                                "name", "吴代办",
                                "source", "CENTRE",
                                "serviceArea", "全市",
                                "account", network.account("haiyang", "clerk").name(),
                                "phone", "13905351234"))
                .expect(201)
                .text("id");
        manager.command(
                        ROOT + "/agents/" + agent + "/training",
                        Map.of("heldOn", "2026-01-05", "passed", true, "validUntil", "2099-12-31"))
                .expect(200);
        manager.command(
                        ROOT + "/agents/" + agent + "/authorisation",
                        Map.of("until", "2099-12-31", "words", "海政服〔2026〕3号"))
                .expect(200);
        String request = clerk.command(
                        ROOT + "/requests/at-window",
                        Map.of(
                                "eligibility", "CAPITAL_CONSTRUCTION",
                                "project", "示范产业园",
                                "investmentFen", 50_000_000,
                                "applicant", applicant,
                                "needs", "规划许可"))
                .expect(201)
                .json()
                .path("summary")
                .path("id")
                .asText();
        String at = ROOT + "/requests/" + request;
        manager.command(at + "/consent", Map.of("words", "同意")).expect(200);
        manager.command(at + "/assignment", Map.of("agent", agent)).expect(200);
        manager.command(at + "/entrustment", Map.of("signer", "陈总", "paper", true))
                .expect(200);
        clerk.command(ROOT + "/requests/served/" + request + "/cases", Map.of("number", written.number()))
                .expect(200);
    }

    /** Has a leader of the centre track a project with a problem, and the review of a zone recognised in a case. */
    private static void track(Network network, String item, CaseAt open) throws IOException {
        Session manager = network.as("haiyang", "centre-manager");
        String project = manager.command(
                        ROOT + "/projects",
                        Map.of(
                                "name", "示范产业园",
                                "enterprise", "示范公司",
                                "investmentFen", 8_000_000_000L,
                                "leader",
                                        network.account("haiyang", "centre-manager")
                                                .name(),
                                "leaderName", "孙主任"))
                .expect(201)
                .json()
                .path("summary")
                .path("id")
                .asText();
        manager.command(
                        ROOT + "/projects/" + project + "/problems",
                        Map.of("problem", "地块未完成征收", "responsible", "东村街道", "by", "2099-12-31"))
                .expect(200);
        String agreement = manager.command(
                        ROOT + "/agreements",
                        Map.of(
                                "number", "9号",
                                "body", "海阳经济开发区管委会",
                                "scope", "开发区内项目",
                                "items", List.of(item),
                                "signedBy", "王主任、李主任",
                                "validFrom", "2026-01-05",
                                "validUntil", "2099-12-31"))
                .expect(201)
                .text("id");
        network.as("haiyang", "clerk")
                .command(
                        ROOT + "/agreements/" + agreement + "/reviews",
                        Map.of(
                                "caseNumber", open.number(),
                                "document", "海开审〔2026〕1号",
                                "signer", "赵主任",
                                "signedOn", "2026-01-05",
                                "seen", true))
                .expect(200);
    }
}
