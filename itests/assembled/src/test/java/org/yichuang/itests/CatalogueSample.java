package org.yichuang.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.bench.Network;
import org.yichuang.bench.Session;

/** A draft of the county that goes up, and its catalogue on paper. */
final class CatalogueSample {
    private static final String ROOT = "/api/haiyang/catalogue";

    private static final String DRAFT =
            "item_code,name,item_type,competent_department,implementing_org,exercise_level,acceptance_level,"
                    + "statutory_days,promised_days,legal_basis,case_type,fee\n"
                    + "HY-901,建筑垃圾处置核准,行政许可,市场监督管理局,海阳市市场监督管理局,县级,县级,20,5,《城市建筑垃圾管理规定》,承诺件,不收费\n";

    private static final Map<String, String> PROVED = Map.ofEntries(
            Map.entry("CATALOGUE_MARK", "clean-up-mark"),
            Map.entry("CATALOGUE_OPINION", "draft-opinion"),
            Map.entry("CATALOGUE_WORD", "import-word"),
            Map.entry("CATALOGUE_EDITION", "catalogue-edition"),
            Map.entry("CATALOGUE_PUBLICITY", "publicity-record"),
            Map.entry("CATALOGUE_SUBMISSION", "submission"),
            Map.entry("CATALOGUE_SUBMITTED", "submitted-item"),
            Map.entry("CATALOGUE_TARGET", "compression-target"),
            Map.entry("CATALOGUE_CAMPAIGN", "clean-up-campaign"),
            Map.entry("CATALOGUE_CAMPAIGN_WORD", "campaign-word"),
            Map.entry("CATALOGUE_DEMAND", "listed-demand"),
            Map.entry("CATALOGUE_BASIC", "basic-item"),
            Map.entry("CATALOGUE_SAMPLE", "sample-file"));

    private CatalogueSample() {}

    /** The tables whose rows the audit trail proves, with these. */
    static Map<String, String> proved(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.putAll(PROVED);
        return all;
    }

    /** A row in each table. */
    static void make(Network network) throws IOException {
        Session editor = network.as("haiyang", "catalogue-editor");
        editor.file(ROOT + "/imports?publish=false", "items.csv", "text/csv", DRAFT.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        editor.command(ROOT + "/submissions", Map.of("title", "2026年清单", "codes", List.of("HY-901")))
                .expect(201);
        editor.command(ROOT + "/compression-targets", Map.of("year", 2026, "percent", 30, "document", "海政〔2026〕1号"))
                .expect(200);
        editor.command(
                        ROOT + "/demands",
                        Map.of(
                                "code", "Z-01",
                                "kind", "CERTIFICATE",
                                "name", "无犯罪记录证明",
                                "basis", "《保安服务管理条例》第十六条",
                                "issuer", "公安机关"))
                .expect(200);
        setBasic(network.as("yantai", "catalogue-editor"));
        orderCampaign(editor, network.as("haiyang", "centre-manager"));
        editor.file(
                        ROOT + "/items/000123014000/samples/m1/sample",
                        "样表.pdf",
                        "application/pdf",
                        "%PDF-1.7 a sample".getBytes(StandardCharsets.UTF_8))
                .expect(200);
        editor.command(ROOT + "/editions", Map.of("kind", "BOARD")).expect(201);
        editor.command(
                        ROOT + "/publicity",
                        Map.of(
                                "channel", "HALL",
                                "on", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                                "organ", "海阳市政务服务中心",
                                "proof", "一楼公示栏",
                                "codes", List.of("HY-001")))
                .expect(200);
    }

    private static void setBasic(Session city) throws IOException {
        Map<String, Object> basic = Map.of(
                "code", "000117099000",
                "name", "城市建筑垃圾处置核准",
                "type", "LICENCE",
                "basis", "《城市建筑垃圾管理规定》",
                "levels", List.of("COUNTY"));
        city.command("/api/yantai/catalogue/basics", Map.of("entries", List.of(basic)))
                .expect(200);
    }

    /** One that an office has signed. */
    private static void orderCampaign(Session editor, Session manager) throws IOException {
        Map<String, Object> campaign = Map.of(
                "name", "事项清理",
                "document", "海政〔2026〕2号",
                "begunOn", "2026-01-01",
                "lastDays", List.of(Map.of("level", "TOWNSHIP", "on", "2026-01-31")),
                "completeOn", "2026-02-28",
                "coSigners", List.of("CENTRE"));
        String id = editor.command(ROOT + "/campaigns", campaign)
                .expect(201)
                .json()
                .get("campaign")
                .get("id")
                .asText();
        manager.command(ROOT + "/campaigns/" + id + "/signatures", Map.of("office", "CENTRE", "words", "同意"))
                .expect(200);
    }
}
