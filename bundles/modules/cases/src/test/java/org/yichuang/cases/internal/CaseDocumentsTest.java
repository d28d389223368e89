package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.cases.internal.rest.DocumentResource;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** What cases issue: each step's document, in its transaction, with sentences that are so. */
public class CaseDocumentsTest extends DocumentsOfCases {
    private static final String COMPLETE = "申请材料齐全、符合法定形式";

    @Test
    public void everyStepOfALifeIssuesItsDocumentOnce() {
        String number = accepted(Items.SIMPLE, Centres.ENTERPRISE);
        service.decide(number, GRANT, centres.chief(HAIYANG));
        service.issue(number, ISSUE, centres.clerk(HAIYANG));
        service.deliver(number, DELIVER, centres.clerk(HAIYANG));

        assertEquals(List.of("receipt", "acceptance", "grant", "delivery"), kinds(number, centres.clerk(HAIYANG)));
        String decision = documents.list(number, centres.clerk(HAIYANG)).get(2).number();
        assertEquals("海阳市政务服务中心准〔2026〕1号", decision);
        assertSaid("送达的文书：准予行政许可决定书（" + decision + "）");
        assertSaid("证件（文书）编号：" + decision);
    }

    @Test
    public void aCertificateBesidesTheDecisionHasANumberOfItsOwn() {
        String number = accepted(Items.RECONSIDERED, Centres.ENTERPRISE);
        service.decide(number, GRANT, centres.chief(HAIYANG));
        assertSaid("颁发、送达采伐许可证");
        service.issue(number, ISSUE, centres.clerk(HAIYANG));
        service.deliver(number, DELIVER, centres.clerk(HAIYANG));

        assertSaid("证件（文书）编号：" + number + "-Z");
    }

    @Test
    public void theReceiptSaysWhatWasHandedInThen() {
        String number = submit(Items.SIMPLE, PERSON, "m2");
        assertTrue(said(), said().startsWith("申请材料接收凭证\n" + Items.ORGAN + "\n李明\n"));
        assertSaid("1．图纸：纸质材料，窗口已查看（事项要求1份）");
        assertSaid("尚未收到的必要材料：申请书。");
        assertSaid("本机关在2026年9月20日以前（含当日）告知是否受理");
        assertSaid(centres.find(number, HAIYANG).queryCode());
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        service.correct(
                number,
                new CaseRequests.Correct("补上", null, List.of(new MaterialGiven("m1", null, null, true))),
                centres.clerk(HAIYANG));
        assertSaid("1．申请书：纸质材料，窗口已查看（事项要求1份）\n补正说明：补上");
        assertNotSaid("图纸");
    }

    @Test
    public void materialsAreCalledCompleteOnlyIfTheyAre() {
        accepted(Items.SIMPLE, Centres.ENTERPRISE);
        assertTrue(said(), said().startsWith("受理通知书\n" + Items.ORGAN + "\n海阳建设有限公司\n你单位于2026年9月14日提出的"));
        assertSaid(COMPLETE);
        assertSaid("第三十二条第一款第（五）项");
        assertSaid("法定办结时限：2026年10月16日。");
        assertSaid("国庆节");

        String gaps = submit(Items.GAPS, PERSON, "m1");
        int before = centres.made.issued();
        service.accept(
                gaps,
                new CaseRequests.Accept(
                        null,
                        List.of(
                                new MaterialPromise("m3", PromiseKind.DEFERRAL, null),
                                new MaterialPromise("m4", PromiseKind.DECLARATION, null)),
                        null),
                centres.clerk(HAIYANG));
        String acceptance = centres.made.said(before);
        assertTrue(acceptance, acceptance.contains("你于2026年9月14日提出的"));
        assertTrue(acceptance, acceptance.contains("受理时尚未收到的必要材料：检测报告、停车场地证明。以申请人在《容缺受理通知书》、《告知承诺书》上签名或者盖章作出的承诺为准。"));
        assertFalse(acceptance, acceptance.contains(COMPLETE));
        assertFalse(acceptance, acceptance.contains("行政许可法"));
        String deferral = centres.made.said(before + 1);
        assertTrue(deferral, deferral.startsWith("容缺受理通知书\n" + Items.ORGAN + "\n李明\n你于2026年9月14日提出的"));
        assertTrue(deferral, deferral.contains("1．检测报告（2026年9月20日以前（含当日）补交）"));
        assertFalse(deferral, deferral.contains("停车场地证明"));
        assertSaid("1．停车场地证明（承诺不实的：撤销许可）");
        assertSaid("依法撤销据此作出的决定");
        assertNotSaid("检测报告");
    }

    @Test
    public void whatComesAfterwardsIsReceipted() {
        String gaps = submit(Items.GAPS, PERSON, "m1");
        MaterialPromise report = new MaterialPromise("m3", PromiseKind.DEFERRAL, null);
        MaterialPromise site = new MaterialPromise("m4", PromiseKind.DEFERRAL, null);
        service.accept(gaps, new CaseRequests.Accept(null, List.of(report, site), null), centres.clerk(HAIYANG));
        service.supply(
                gaps,
                new CaseRequests.Supply(List.of(new CaseRequests.MaterialGiven("m3", null, null, true))),
                centres.clerk(HAIYANG));

        assertTrue(said(), said().startsWith("补交材料接收凭证\n"));
        assertSaid("1．检测报告：纸质材料，窗口已查看");
        assertSaid("尚未补交的材料：停车场地证明（2026年9月28日以前（含当日）补交）。");
    }

    @Test
    public void whereNothingWasHandedInNothingIsNumbered() {
        String number = submit(Items.SIMPLE, PERSON);
        assertSaid("收到的申请材料\n没有提交材料。\n");
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        service.correct(number, new CaseRequests.Correct("稍后", null, List.of()), centres.clerk(HAIYANG));
        assertSaid("收到的补正材料\n没有提交材料。\n补正说明：稍后");
    }

    @Test
    public void everythingThatIsAskedForIsToldHoweverMuchItIs() {
        List<CorrectionItem> most = IntStream.range(0, 50)
                .mapToObj(i -> new CorrectionItem("m" + i, "补".repeat(500)))
                .toList();
        String number = submit(Items.SIMPLE, PERSON);
        service.notifyCorrection(number, new CaseRequests.NotifyCorrection(most, null), centres.clerk(HAIYANG));

        assertTrue(said(), said().startsWith("补正材料一次性告知书\n"));
        assertSaid("\n50．" + "补".repeat(500) + "\n");
    }

    @Test
    public void aDecisionNamesEachFieldAndReadsOnInTheApplication() {
        Map<String, Object> form = new LinkedHashMap<>();
        IntStream.range(0, Items.LONG_FORM).forEach(i -> form.put("f" + i, "长".repeat(2000)));
        form.put("f19", "五十株");
        String number = granted(Items.LONG, form, null);

        assertSaid("准予的内容\n1．栏目0：长长");
        assertSaid("7．栏目6：" + "长".repeat(2000) + "\n8．栏目7：详见申请表\n");
        assertSaid("19．栏目18：详见申请表\n20．栏目19：五十株");
        service.issue(number, ISSUE, centres.clerk(HAIYANG));
    }

    @Test
    public void whatIsSaidBesidesAnApplicationIsNotGranted() {
        granted(Items.SIMPLE, Map.of(), "请尽快办理，家父卧病，联系电话13812345678");

        assertSaid("准予的内容\n1．事项 simple\n");
        assertNotSaid("家父");
    }

    private String granted(String item, Map<String, Object> form, String remark) {
        String number = service.submit(
                        Centres.whole(new CaseRequests.Submit(item, PERSON, form, List.of(), remark)),
                        centres.clerk(HAIYANG))
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        service.decide(number, GRANT, centres.chief(HAIYANG));
        return number;
    }

    @Test
    public void anAcceptanceByTheLawIsCalledSoAndHasTheDayOfReceipt() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        centres.province.at("2026-09-22T09:00");
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));

        assertTrue(said(), said().startsWith("视为受理告知书\n"));
        assertSaid("自收到申请材料之日即2026年9月14日起视为已经受理");
        assertSaid("（至2026年9月20日止）");
        assertSaid("第三十二条第一款第（四）项");
        assertNotSaid(COMPLETE);
        assertNotSaid("决定受理");
    }

    @Test
    public void whatTheTimerDeemsAcceptedIsToldOnPaper() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        centres.province.at("2026-09-22T09:00");
        centres.run(centres.timer);

        assertEquals("DEEMED", centres.find(number, HAIYANG).acceptance().mode());
        assertEquals(List.of("receipt", "deemed-acceptance"), kinds(number, centres.clerk(HAIYANG)));
        assertSaid("自收到申请材料之日即2026年9月14日起视为已经受理");
        centres.run(centres.timer);
        assertEquals("once", 2, kinds(number, centres.clerk(HAIYANG)).size());
    }

    @Test
    public void everyNoticeIsADocumentOfItsOwn() {
        String number = submit(Items.SIMPLE, PERSON);
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        assertSaid("1．请补充 m1");
        assertSaid("没有按照本告知书补正的");
        service.correct(number, new CaseRequests.Correct("稍后", null, List.of()), centres.clerk(HAIYANG));
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        assertSaid("此前的告知日期：2026年9月14日。");

        assertEquals(
                List.of("receipt", "correction-notice", "correction-receipt", "correction-notice"),
                kinds(number, centres.clerk(HAIYANG)));
    }

    @Test
    public void whatNeedsNoLicenceIsNotRefused() {
        String number = submit(Items.SIMPLE, PERSON);
        service.notAccept(number, refusal(NonAcceptance.NOT_NEEDED, null, "无"), centres.clerk(HAIYANG));

        assertTrue(said(), said().startsWith("不受理告知书\n"));
        assertSaid("依法不需要行政许可，现告知你不受理");
        assertSaid("不服本告知的");
        assertNotSaid("不予受理");
        assertNotSaid("决定");
        assertEquals(List.of("receipt", "not-needed"), kinds(number, centres.clerk(HAIYANG)));
    }

    @Test
    public void aServiceIsNoLicence() {
        String number = accepted(Items.SERVICE, PERSON);
        assertNotSaid("行政许可");
        service.decide(number, GRANT, centres.chief(HAIYANG));
        assertTrue(said(), said().startsWith("准予办理决定书\n"));
        assertNotSaid("行政许可");
    }

    @Test
    public void aWithdrawalIsConfirmed() {
        String number = submit(Items.SIMPLE, PERSON);
        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));

        assertTrue(said(), said().startsWith("撤回申请确认书\n"));
        assertSaid("撤回的原因：不再需要");
    }

    @Test
    public void whatIsRefusedOrPressedTwiceIssuesNothingMore() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        CallContext context = centres.clerk(HAIYANG);
        assertThrows(ProblemException.class, () -> service.deliver(number, DELIVER, context));
        service.accept(number, ACCEPT, centres.withKey("k", context));
        service.accept(number, ACCEPT, centres.withKey("k", context));

        assertEquals(List.of("receipt", "acceptance"), kinds(number, context));
    }

    @Test
    public void filesAreOpenedByThoseWhoHandleTheCaseAndByNobodyElse() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        String id = documents.list(number, centres.clerk(HAIYANG)).get(0).id();
        assertEquals("document-pending", refusalOf(number, id, centres.clerk(HAIYANG)));
        centres.run(centres.printing);

        assertEquals("%PDF", head(number, id, centres.clerk(HAIYANG)));
        assertEquals(
                "open-document",
                transactions
                        .entries()
                        .get(transactions.entries().size() - 1)
                        .entry()
                        .action());
        assertEquals(CommonError.NOT_ALLOWED.code(), refusalOf(number, id, centres.as("supervision-officer", HAIYANG)));
        CallContext stranger = centres.as("wang", "applicant", Set.of(), HAIYANG);
        assertEquals("case-unknown", refusalOf(number, id, stranger));
        String other = submit(Items.SIMPLE, PERSON, "m1");
        assertEquals("document-unknown", refusalOf(other, id, centres.clerk(HAIYANG)));
    }

    @Test
    public void overRestEachIsListedWithTheAddressOfItsFile() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        centres.run(centres.printing);
        DocumentResource rest = new DocumentResource(documents);
        CallContext clerk = centres.clerk(HAIYANG);
        CaseDocument receipt = documents.list(number, clerk).get(0);

        String listed = Json.write(rest.list(number, clerk));
        assertTrue(listed, listed.contains("\"kind\":\"receipt\",\"number\":\"海阳市政务服务中心收〔2026〕1号\""));
        String address = "/api/haiyang/cases/" + number + "/documents/" + receipt.id();
        assertTrue(listed, listed.contains("\"href\":\"" + address + "\""));
        assertTrue(
                listed,
                listed.contains("\"sha256\":\"" + receipt.sha256() + "\"")
                        && !receipt.sha256().isEmpty());
        Response file = rest.content(number, receipt.id(), clerk);
        assertEquals("application/pdf", file.getMediaType().toString());
    }

    @Test
    public void aCaseFromBeforeHasNoneAndGetsNone() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        transactions.sql("DELETE FROM DOCUMENTS_DOCUMENT");

        assertEquals(List.of(), documents.list(number, centres.clerk(HAIYANG)));
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(List.of("acceptance"), kinds(number, centres.clerk(HAIYANG)));
    }

    private String head(String number, String id, CallContext context) {
        return new String(bytes(documents.content(number, id, context)), 0, 4, StandardCharsets.US_ASCII);
    }
}
