package org.yichuang.itests;

import java.io.IOException;
import java.util.Map;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.Network;
import org.yichuang.bench.Session;

/** An agent of the county, and a project that they serve with a case. */
final class AgencySample {
    private static final String ROOT = "/api/haiyang/agency";

    private AgencySample() {}

    /** Has the clerk of the window act for the applicant of a case. */
    static void serve(Network network, CaseAt written, Map<String, Object> applicant) throws IOException {
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
                .expect(200)
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
                .expect(200)
                .json()
                .path("summary")
                .path("id")
                .asText();
        String at = ROOT + "/requests/" + request;
        manager.command(at + "/consent", Map.of("words", "同意")).expect(200);
        manager.command(at + "/assignment", Map.of("agent", agent)).expect(200);
        clerk.command(at + "/entrustment", Map.of("signer", "陈总", "paper", true))
                .expect(200);
        clerk.command(ROOT + "/requests/served/" + request + "/cases", Map.of("number", written.number()))
                .expect(200);
    }
}
