package org.yichuang.itests.browser;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;

/** A day of fees: from the fee item to the closed day, by everybody who has to do with it. */
public class FeeJourney extends AtBothWidths {
    private static final String ROOT = "/haiyang/fees";
    private static final String BANK = "巡礼银行";
    private static final String TREASURY = "海阳国库";
    private static final String KEY = "K1";
    private static final String BRANCH = "中心网点";
    private static final String ACCOUNT = "6222021605001234567";
    private static final Charset FILES = Charset.forName("GB18030");
    /** Both runs have the same bank, which signs with one key and has one book. */
    private static final KeyPair PAIR = pair();

    private static final List<String> BOOK = new ArrayList<>();

    private Network network;
    private String item;
    private String fee;

    /** What somebody has to pay. */
    private record Demand(String number, String code) {}

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void fromTheFeeItemToTheClosedDay() throws Exception {
        network = PagesIT.platform().network();
        item = new DemoItems(network).decidedByCounty("haiyang");
        fee = either("ROUND-1", "ROUND-2");
        Person editor = named("fee-editor", "haiyang");
        Person manager = named("manager", "haiyang");
        drafts(editor);
        publishes(manager);
        everybodySeesIt();
        bankIsKnown(editor, manager);

        Person clerk = named("clerk", "haiyang");
        CaseAt first = accepted("applicant", 970);
        Demand online = demands(clerk, first.number());
        payerPays(first.number(), online);
        CaseAt second = accepted("clerk", 972);
        Demand atCounter = demands(clerk, second.number());
        cashierTakes(atCounter);

        Person treasury = named("treasury-officer", "haiyang");
        statements(treasury);
        reconciles(treasury, clerk, online, atCounter);
        closes(treasury, manager);
        reports(treasury);
    }

    private static void pick(Person person, String field, String value) {
        for (int i = 0; i < 30 && !value.equals(person.valueOf(field)); i++) {
            person.goDown(field, 1);
        }
        assertEquals(value, person.valueOf(field));
    }

    private void drafts(Person editor) {
        editor.open(ROOT + "/drafts");
        editor.look();
        editor.type("code", fee);
        pick(editor, "kind", "ADMINISTRATIVE_CHARGE");
        editor.type("unit", "海阳市市场监督管理局");
        editor.type("name", "证照工本费" + fee);
        editor.type("basis.title", "某法");
        editor.type("basis.article", "第三条");
        pick(editor, "basis.rank", "LAW");
        editor.tick("standard.method", "FIXED");
        editor.type("standard.lines", "二十五元");
        pick(editor, "fund", "TREASURY");
        editor.type("subject", "103044550");
        editor.press("main form button");
        assertTrue("an amount is a number", editor.has("#problems"));
        editor.look();
        editor.type("standard.lines", "25.00");
        editor.press("main form button");
        assertTrue(editor.text(), editor.text().contains("已起草"));
        editor.open(ROOT + "/items/" + fee);
        assertFalse("whoever drafts does not publish", editor.has("form[action$='" + fee + "/publication']"));
        editor.look();
        editor.type("item", item);
        editor.tick("due", "ACCEPTANCE");
        editor.press("form[action$='/links'] button");
        assertTrue(editor.text(), editor.text().contains("由另一人发布"));
    }

    private void publishes(Person manager) {
        manager.open(ROOT + "/items");
        manager.look();
        manager.open(ROOT + "/items/" + fee);
        manager.press("form[action$='" + fee + "/publication'] button");
        assertTrue(manager.text(), manager.text().contains("已发布"));
        manager.press("form[action$='/links/publication'] button");
        assertTrue(manager.text(), manager.text().contains("关联已发布"));
        manager.look();
    }

    private void everybodySeesIt() {
        Person stranger = stranger();
        stranger.open(ROOT);
        assertTrue(stranger.text(), stranger.text().contains("证照工本费" + fee));
        assertTrue(stranger.text(), stranger.text().contains("某法"));
        stranger.look();
    }

    /** One person says what signs for the bank and how its files are read, another one confirms it. */
    private void bankIsKnown(Person editor, Person manager) {
        editor.open(ROOT + "/banks");
        if (editor.text().contains(BANK)) {
            return;
        }
        editor.look();
        for (String name : List.of(BANK, TREASURY)) {
            editor.open(ROOT + "/banks/new");
            editor.look();
            editor.type("name", name);
            editor.tick("source", name.equals(BANK) ? "BANK" : "TREASURY");
            if (name.equals(BANK)) {
                editor.type("branches", BRANCH);
                editor.type("keys.name", KEY);
                pick(editor, "keys.algorithm", "ED25519");
                editor.type("keys.publicKey", base64(PAIR.getPublic().getEncoded()));
            }
            editor.type("mapping.serial", "交易流水号");
            editor.type("mapping.code", "缴款码");
            editor.type("mapping.amount", "金额");
            editor.press("main form button");
            assertTrue(editor.text(), editor.text().contains("由另一人确认"));
            manager.open(ROOT + "/banks/one?bank=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            manager.look();
            manager.press("form[action$='/confirmation'] button");
            assertTrue(manager.text(), manager.text().contains("已确认"));
        }
    }

    private CaseAt accepted(String role, int applicant) {
        CaseAt file = CaseAt.submitted(
                network,
                "haiyang",
                role,
                CaseAt.application(item, Samples.enterprise(applicant + either(0, 1)), Map.of()));
        file.act("clerk", "acceptance", Map.of());
        return file;
    }

    private Demand demands(Person clerk, String number) {
        clerk.open(ROOT + "/bills");
        clerk.look();
        clerk.type("case", number);
        clerk.type("counted", fee);
        clerk.press("form[action$='/fees/bills'] button");
        assertTrue(clerk.text(), clerk.text().contains("已开具缴款通知书"));
        assertTrue("the arithmetic is shown", clerk.text().contains("25.00"));
        clerk.look();
        clerk.open("/haiyang/cases/" + number);
        assertTrue("the case has it", clerk.text().contains("缴款通知书"));
        clerk.pressWords("缴款通知书");
        String bill = clerk.place().replaceFirst(".*/bills/([^?]+).*", "$1");
        String code = network.as("haiyang", "clerk")
                .get("/api/haiyang/fees/bills/" + bill)
                .expect(200)
                .text("code");
        return new Demand(bill, code);
    }

    private void payerPays(String number, Demand demand) throws Exception {
        Person citizen = named("citizen", "haiyang");
        citizen.open("/haiyang/my/" + number);
        citizen.pressWords("缴款通知书 " + demand.number());
        assertTrue(citizen.text(), citizen.text().contains(grouped(demand.code())));
        assertTrue("a code to scan", citizen.has("main svg"));
        citizen.look();
        assertEquals("%PDF", citizen.opensFile("缴款通知书"));
        bankCalls(demand, "ON-" + demand.number());
        citizen.awaitText("已收到缴款");
        citizen.look();
        assertEquals("%PDF", citizen.opensFile("缴款凭据"));
    }

    private static String grouped(String code) {
        return code.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void bankCalls(Demand demand, String serial) throws GeneralSecurityException {
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, Object> payment = Map.of(
                "bank",
                BANK,
                "serial",
                serial,
                "code",
                demand.code(),
                "fen",
                2500,
                "at",
                at,
                "branch",
                "网上银行",
                "channel",
                "ONLINE",
                "account",
                ACCOUNT,
                "payer",
                "示范公司");
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(PAIR.getPrivate());
        signer.update(String.join(
                        "\n",
                        "yichuang-payment-1",
                        "haiyang",
                        BANK,
                        serial,
                        demand.code(),
                        "2500",
                        at,
                        "网上银行",
                        "ONLINE",
                        ACCOUNT,
                        "示范公司")
                .getBytes(StandardCharsets.UTF_8));
        network.anybody()
                .post(
                        "/api/haiyang/fees/payments/call-backs",
                        Map.of("payment", payment, "key", KEY, "signature", base64(signer.sign())))
                .expect(200);
        BOOK.add(serial + "," + demand.code() + ",25.00");
    }

    private void cashierTakes(Demand demand) throws IOException {
        Person cashier = named("cashier", "haiyang");
        cashier.open(ROOT + "/counter");
        cashier.look();
        cashier.type("q", grouped(demand.code()));
        cashier.press("main form button");
        assertTrue(cashier.text(), cashier.text().contains(demand.number()));
        cashier.look();
        String serial = "AT-" + demand.number();
        pick(cashier, "bank", BANK);
        cashier.type("branch", BRANCH);
        pick(cashier, "channel", "COUNTER");
        cashier.type("serial", serial);
        cashier.type("fen", "25");
        cashier.type("account", ACCOUNT);
        cashier.type("payer", "示范公司");
        cashier.press("form[action$='/counter/payments'] button");
        assertTrue(cashier.text(), cashier.text().contains("已登记缴款"));
        cashier.look();
        BOOK.add(serial + "," + demand.code() + ",25.00");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private void statements(Person treasury) throws IOException {
        Path file = PagesIT.platform().home().resolve("statement-" + width + ".csv");
        Files.write(file, ("交易流水号,缴款码,金额\n" + String.join("\n", BOOK) + "\n").getBytes(FILES));
        for (String name : List.of(BANK, TREASURY)) {
            treasury.open(ROOT + "/statements?day=" + today());
            treasury.look();
            pick(treasury, "bank", name);
            treasury.attach("file", file);
            treasury.press("form[action$='/statements/file'] button");
            assertTrue(treasury.text(), treasury.text().contains("对账单已提交"));
        }
        treasury.look();
    }

    private void reconciles(Person treasury, Person clerk, Demand... demands) {
        treasury.open(ROOT + "/books?day=" + today());
        treasury.look();
        treasury.press("form[method='post'][action$='/fees/books'] button");
        assertTrue(treasury.text(), treasury.text().contains("已对账"));
        treasury.look();
        for (Demand each : demands) {
            clerk.open(ROOT + "/bills/" + each.number());
            assertTrue(clerk.text(), clerk.text().contains("已核销"));
        }
        clerk.look();
    }

    /** A day before on which nothing came, as bank and treasury say and another person confirms. */
    private void closes(Person treasury, Person manager) {
        LocalDate day = today().minusDays(either(1, 2));
        treasury.open(ROOT + "/books?day=" + day);
        treasury.press("form[action$='/fees/books/day'] button");
        assertTrue("nobody has said what came", treasury.has("#problems") || treasury.has("[data-problem]"));
        for (String name : List.of(BANK, TREASURY)) {
            treasury.open(ROOT + "/statements?day=" + day);
            treasury.tick("source", name.equals(BANK) ? "BANK" : "TREASURY");
            pick(treasury, "whose", name);
            treasury.press("form[action$='/fees/statements'] button");
            assertTrue(treasury.text(), treasury.text().contains("对账单已提交"));
            manager.open(ROOT + "/statements?day=" + day);
            manager.look();
            if (manager.valueOf("statement").isEmpty()) {
                manager.goDown("statement", 1);
            }
            manager.press("form[action$='/statements/confirmation'] button");
            assertTrue(manager.text(), manager.text().contains("对账单已确认计入"));
        }
        treasury.open(ROOT + "/books?day=" + day);
        treasury.press("form[action$='/fees/books/day'] button");
        assertTrue(treasury.text(), treasury.text().contains("已结账"));
        treasury.look();
    }

    private void reports(Person treasury) {
        treasury.open(ROOT + "/report");
        assertTrue(treasury.text(), treasury.text().contains(fee));
        assertTrue(treasury.text(), treasury.text().contains("50.00"));
        treasury.look();
        treasury.open(ROOT + "/report/entries");
        treasury.look();
        treasury.open(ROOT + "/report/year");
        treasury.type("month", today().minusMonths(either(1, 2)).toString().substring(0, 7));
        treasury.type("fen", "1000.00");
        treasury.type("source", "财政月报");
        treasury.press("form[action$='/report/incomes'] button");
        assertTrue(treasury.text(), treasury.text().contains("由另一人确认"));
        treasury.look();
        treasury.open(ROOT + "/paper-receipts");
        treasury.type("kind", "专用票据");
        treasury.type("unit", "海阳市林业局");
        treasury.type("first", either("1001", "2001"));
        treasury.type("last", either("1050", "2050"));
        treasury.press("form[action$='/paper-receipts'] button");
        assertTrue(treasury.text(), treasury.text().contains("已登记购领"));
        treasury.look();
        treasury.open(ROOT + "/paper-receipts");
        treasury.look();
        treasury.open(ROOT + "/refunds");
        treasury.look();
    }
}
