package org.yichuang.itests;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;

/** A fee of the county that is demanded, paid and reconciled. */
final class FeeSample {
    private static final String ROOT = "/api/haiyang/fees";
    private static final String ACCOUNT = "6222021605001234567";

    private static final Map<String, String> PROVED = Map.ofEntries(
            Map.entry("FEES_BANK", "fee-bank"),
            Map.entry("FEES_BILL", "fee-bill"),
            Map.entry("FEES_BYPASS", "fee-bypass"),
            Map.entry("FEES_DAY", "fee-day"),
            Map.entry("FEES_DIFFERENCE", "fee-difference"),
            Map.entry("FEES_ENTRY", "fee-entry"),
            Map.entry("FEES_INCOME", "fee-income"),
            Map.entry("FEES_ITEM", "fee-item"),
            Map.entry("FEES_LINK", "fee-link"),
            Map.entry("FEES_LOT", "fee-lot"),
            Map.entry("FEES_NUMBERS", "fee-numbers"),
            Map.entry("FEES_PAYMENT", "fee-payment"),
            Map.entry("FEES_REFUND", "fee-refund"),
            Map.entry("FEES_STATEMENT", "fee-statement"),
            Map.entry("FEES_STOP", "fee-stop"));

    private FeeSample() {}

    /** The tables whose rows the audit trail proves, with those of agents and the module's own. */
    static Map<String, String> proved(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(AgencySample.proved(others));
        all.putAll(PROVED);
        return all;
    }

    /** A row in each table. */
    static void make(Network network) throws IOException {
        String item = new DemoItems(network).decidedByCounty("haiyang");
        charge(network, item);
        CaseAt open = CaseAt.submitted(
                network, "haiyang", "clerk", CaseAt.application(item, Samples.enterprise(503), Map.of()));
        open.act("clerk", "acceptance", Map.of());
        Session clerk = network.as("haiyang", "clerk");
        String code = clerk.command(ROOT + "/bills", Map.of("case", open.number()))
                .expect(201)
                .text("code");
        String payment = network.as("haiyang", "cashier")
                .command(
                        ROOT + "/payments",
                        Map.of(
                                "bank", "农商银行",
                                "serial", "S1",
                                "code", code,
                                "fen", 500,
                                "at", Instant.now().toString(),
                                "branch", "中心网点",
                                "channel", "COUNTER",
                                "account", ACCOUNT,
                                "payer", "示范公司"))
                .expect(200)
                .text("id");
        clerk.command(
                        ROOT + "/refunds",
                        Map.of("payment", payment, "fen", 1, "ground", "ERROR", "words", "误收", "account", ACCOUNT))
                .expect(201);
        reconcile(network);
    }

    /** A fee of five yuan for an item. */
    static void charge(Network network, String item) {
        Session editor = network.as("haiyang", "fee-editor");
        Map<String, Object> draft = new HashMap<>(Map.of(
                "code", "SAMPLE-1",
                "name", "证照工本费",
                "kind", "ADMINISTRATIVE_CHARGE",
                "unit", "海阳市市场监督管理局",
                "basis", Map.of("title", "某法", "rank", "LAW"),
                "payers", List.of("PERSON", "ENTERPRISE"),
                "standard", Map.of("method", "FIXED", "lines", List.of(Map.of("price", 500))),
                "fund", "TREASURY",
                "subject", "1030401",
                "from", "2026-01-05"));
        draft.put("reviewBy", "2099-12-31");
        editor.command(ROOT + "/items", draft).expect(201);
        network.as("haiyang", "centre-manager")
                .command(ROOT + "/items/SAMPLE-1/publication", Map.of())
                .expect(200);
        editor.command(ROOT + "/items/SAMPLE-1/links", Map.of("item", item, "due", "ACCEPTANCE"))
                .expect(200);
        network.as("haiyang", "centre-manager")
                .command(ROOT + "/items/SAMPLE-1/links/publication", Map.of("item", item))
                .expect(200);
    }

    /** What the bank alone has is a difference; a day on which all say that nothing was done is closed. */
    private static void reconcile(Network network) {
        Session treasury = network.as("haiyang", "treasury-officer");
        network.as("haiyang", "fee-editor")
                .command(ROOT + "/banks", Map.of("name", "农商银行", "source", "BANK"))
                .expect(200);
        network.as("haiyang", "centre-manager")
                .command(
                        ROOT + "/banks/" + URLEncoder.encode("农商银行", StandardCharsets.UTF_8) + "/confirmation",
                        Map.of())
                .expect(200);
        treasury.command(ROOT + "/bypasses", Map.of("place", "某单位", "words", "在单位缴过费"))
                .expect(200);
        Map<String, Object> receipts = Map.of("kind", "专用票据", "unit", "某局", "first", "0001", "last", "0050");
        treasury.command(ROOT + "/paper-receipts", receipts).expect(200);
        Map<String, Object> stop = Map.of("unit", "某局", "lastDay", "2099-12-31", "decision", "1号");
        treasury.command(ROOT + "/paper-receipts/stops", stop).expect(200);
        Map<String, Object> income = Map.of("month", "2025-12", "fen", 1000, "source", "财政月报");
        treasury.command(ROOT + "/incomes", income).expect(200);
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        Map<String, Object> line = Map.of("serial", "S2", "code", "11111111111111111111", "fen", 7);
        state(network, "BANK", today, List.of(line));
        state(network, "TREASURY", today, List.of());
        treasury.command(ROOT + "/reconciliation", Map.of("day", today)).expect(200);
        state(network, "BANK", "2026-01-05", List.of());
        state(network, "TREASURY", "2026-01-05", List.of());
        treasury.command(ROOT + "/days", Map.of("day", "2026-01-05")).expect(200);
    }

    /** One person types it, another one confirms it. */
    private static void state(Network network, String source, String day, List<Map<String, Object>> lines) {
        Map<String, Object> said = new HashMap<>(Map.of("source", source, "day", day, "lines", lines));
        if (source.equals("BANK")) {
            said.put("bank", "农商银行");
        }
        String statement = network.as("haiyang", "treasury-officer")
                .command(ROOT + "/statements", said)
                .expect(200)
                .text("id");
        network.as("haiyang", "centre-manager")
                .command(ROOT + "/statements/" + statement + "/confirmation", Map.of())
                .expect(200);
    }
}
