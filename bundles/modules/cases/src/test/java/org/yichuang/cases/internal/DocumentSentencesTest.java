package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.internal.document.Remedies;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** What documents say is so, also after a case has come back, was late, or stands under another law. */
public class DocumentSentencesTest extends DocumentsOfCases {
    @Test
    public void reconsiderationComesFirstWhereTheItemSaysSoWhateverWasTyped() {
        for (String typed : List.of("60日内可申请行政复议", "不必先申请行政复议，可以直接提起行政诉讼。")) {
            refused(Items.RECONSIDERED, typed, null);
            assertSaid("应当先自收到");
            assertSaid("十五日内");
            assertNotSaid("直接");
            refused(Items.SIMPLE, typed, null);
            assertSaid("六个月内直接向有管辖权的人民法院");
        }
        refused(Items.SIMPLE, "本案属于复议前置，应当先申请行政复议。", false);
        assertSaid("六个月内直接向有管辖权的人民法院");
        assertNotSaid("先");
        assertNotSaid("前置");
    }

    @Test
    public void whoeverTypesThatReconsiderationComesFirstIsAskedWhereTheItemDoesNotSaySo() {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> refused(Items.SIMPLE, "本案属于复议前置，应当先申请行政复议。", null));

        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("reconsiderationFirst", refusal.fields().get(0).field());
        refused(Items.SIMPLE, "本案属于复议前置，应当先申请行政复议。", true);
        assertSaid("应当先自收到");
    }

    @Test
    public void whatIsTypedOfACourtIsToldUnlessItSaysWhatComesFirst() {
        refused(Items.SIMPLE, "本案由海阳市经济开发区人民法院管辖。未经行政复议，不得提起诉讼。", false);
        assertSaid("海阳市经济开发区人民法院管辖");
        assertNotSaid("不得提起诉讼");
    }

    @Test
    public void whoeverRefusesMaySayOtherwiseThanTheItem() {
        refused(Items.SIMPLE, "无", true);
        assertSaid("应当先自收到");
        refused(Items.RECONSIDERED, "无", false);
        assertSaid("六个月内直接向有管辖权的人民法院");
        String number = submit(Items.SIMPLE, PERSON);
        service.notAccept(
                number,
                new CaseRequests.NotAccept(NonAcceptance.NOT_COMPETENT, "理由", "条例", "无", "海阳市水利局", true, Map.of()),
                centres.clerk(HAIYANG));
        assertSaid("应当先自收到本决定书");
    }

    @Test
    public void untilWhenAResultHoldsIsWrittenAsEveryOtherDate() {
        String number = accepted(Items.SIMPLE, Centres.ENTERPRISE);
        service.decide(number, Centres.GRANT, centres.chief(HAIYANG));
        service.issue(number, new CaseRequests.Issue(null, LocalDate.of(2027, 12, 31)), centres.clerk(HAIYANG));
        service.deliver(
                number,
                new CaseRequests.Deliver(CaseRequests.DeliveryMethod.DIRECT, "张晓明", null),
                centres.clerk(HAIYANG));

        assertSaid("2027年12月31日");
        assertNotSaid("2027-12-31");
    }

    @Test
    public void whoeverIsReconsideredElsewhereNamesWhere() {
        centres.province.policy(HAIYANG, Remedies.BODY, "海阳市人民政府");
        refused(Items.SIMPLE, "可以向国家税务总局烟台市税务局依法申请行政复议。", null);
        assertSaid("六十日内向国家税务总局烟台市税务局申请行政复议");
        refused(Items.SIMPLE, "可以向烟台市住建局申请行政复议。", null);
        assertSaid("六十日内向海阳市人民政府申请行政复议");
    }

    private void refused(String item, String remedies, Boolean isFirst) {
        String number = accepted(item, Centres.ENTERPRISE);
        service.decide(
                number,
                new CaseRequests.Decide(CaseRequests.Outcome.REFUSE, null, "不符合规划", "条例", remedies, isFirst, Map.of()),
                centres.chief(HAIYANG));
    }

    @Test
    public void whoeverWasToldInTimeWhatToCorrectIsNotToldTheContrary() {
        String number = submit(Items.SIMPLE, PERSON);
        centres.province.at("2026-09-15T09:00");
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        centres.province.at("2026-09-16T09:00");
        service.correct(
                number,
                new CaseRequests.Correct("补上", null, List.of(new MaterialGiven("m1", null, null, true))),
                centres.clerk(HAIYANG));
        centres.province.at("2026-09-27T09:00");
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));

        assertTrue(said(), said().startsWith("视为受理告知书\n"));
        assertNotSaid("没有告知需要补正");
        assertSaid("本机关已于2026年9月15日告知需要补正的内容，但在2026年9月16日收到补正材料后的法定期限内");
        assertSaid("自收到补正材料之日即2026年9月16日起视为已经受理");
    }

    @Test
    public void whatTheCentreAboveAsksForIsToldOnPaper() {
        centres.province.policy(YANTAI, Remedies.BODY, "烟台市人民政府");
        String number = forwarded();
        String city = centres.acceptedAt(YANTAI, number);
        service.notifyCorrection(city, Centres.ask("m2", "form.trees"), centres.clerk(YANTAI));
        centres.post();

        assertEquals(List.of("receipt", "acceptance", "correction-notice"), kinds(number, centres.clerk(HAIYANG)));
        assertTrue(said(), said().startsWith("补正材料一次性告知书\n烟台市城管局\n"));
        assertSaid("1．请补充 m2\n2．请补充 form.trees");
        assertSaid("请将补正材料交至海阳市政务服务中心");
        assertNotSaid("自受理之日起才开始计算");
        assertNotSaid("不予受理");
        assertNotSaid("第三十二条");
        assertEquals("nothing above", List.of(), kinds(city, centres.clerk(YANTAI)));
        assertEquals(List.of(true, true, true), inForce(number));
        service.correct(number, new CaseRequests.Correct("补上", null, List.of()), centres.clerk(HAIYANG));
        assertEquals("it is answered", List.of(true, true, false, true), inForce(number));
    }

    @Test
    public void aNoticeAsksForNothingWhenItIsAnsweredOrTheCaseHasEnded() {
        String number = submit(Items.SIMPLE, PERSON);
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        assertEquals(List.of(true, true), inForce(number));
        service.correct(number, new CaseRequests.Correct("补上", null, List.of()), centres.clerk(HAIYANG));
        assertEquals(List.of(true, false, true), inForce(number));
        assertEquals("补正材料已经收到，出具了《补正材料接收凭证》（海阳市政务服务中心补收〔2026〕1号）", whyNotInForce(number, 1));
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(List.of(true, false, true, false, true), inForce(number));
        assertEquals("申请人已经撤回申请，办理终止", whyNotInForce(number, 3));
    }

    @Test
    public void aNoticeOfTheCentreAboveAsksForNothingFromWhoWithdraws() {
        String number = forwarded();
        String city = centres.acceptedAt(YANTAI, number);
        service.notifyCorrection(city, Centres.ask("m2"), centres.clerk(YANTAI));
        centres.post();
        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));

        assertEquals(List.of(true, true, false), inForce(number));
        assertEquals("本告知书所要求的补正不再需要", whyNotInForce(number, 2));
    }

    @Test
    public void aReceiptProvesWhatHasHappenedAndIsInForceForNobody() {
        String number = accepted(Items.SIMPLE, PERSON);
        assertEquals(
                List.of(true, false),
                documents.list(number, centres.clerk(HAIYANG)).stream()
                        .map(each -> centres.documents
                                .verify(each.code(), centres.clerk(HAIYANG))
                                .orElseThrow()
                                .isProof())
                        .toList());
    }

    private String whyNotInForce(String number, int place) {
        String code = documents.list(number, centres.clerk(HAIYANG)).get(place).code();
        return centres.documents
                .verify(code, centres.clerk(HAIYANG))
                .orElseThrow()
                .reason();
    }

    @Test
    public void onlyALicenceIsAcceptedByTheLaw() {
        String number = submit(Items.SERVICE, PERSON, "m1");
        assertSaid("本机关在2026年9月20日以前（含当日）告知是否受理，或者一次性告知需要补正的全部内容。");
        assertNotSaid("即为受理");
        assertEquals(
                "该事项不是行政许可，依据本中心的承诺：在五个工作日内告知是否受理，或者一次告知需要补正的全部内容。",
                notice(number).why().zh().substring(notice(number).why().zh().indexOf("该事项")));
        centres.province.at("2026-09-28T09:00");
        centres.run(centres.timer);

        CaseView late = centres.find(number, HAIYANG);
        assertEquals(CaseState.RECEIVED, late.state());
        assertEquals("shown as overdue", "MISSED", notice(number).state());
        assertEquals("red", notice(number).light());
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        service.correct(number, new CaseRequests.Correct("补上", null, List.of()), centres.clerk(HAIYANG));
        assertNotSaid("即为受理");
        centres.province.at("2026-10-20T09:00");
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));

        assertTrue(said(), said().startsWith("受理通知书\n"));
        CaseView accepted = centres.find(number, HAIYANG);
        assertEquals("EXPRESS", accepted.acceptance().mode());
        assertEquals(LocalDate.of(2026, 10, 20), accepted.acceptance().clockFrom());
    }

    private DeadlineView notice(String number) {
        return centres.deadline("notice", HAIYANG, number, HAIYANG);
    }

    @Test
    public void whatIsSaidOfAnotherLawIsOnlySaidOfLicences() {
        submit(Items.SIMPLE, PERSON, "m1");
        assertSaid("依据《中华人民共和国行政许可法》第三十二条第一款第（四）项，逾期不告知的，自收到申请材料之日起即为受理。");

        String back = handedBack();
        service.notifyCorrection(back, Centres.ask("m1"), centres.clerk(HAIYANG));
        service.correct(back, new CaseRequests.Correct("补上", null, List.of()), centres.clerk(HAIYANG));
        assertSaid("补正材料接收凭证");
        assertNotSaid("即为受理");
    }

    @Test
    public void whereAnotherCentreDecidesThePromiseCountsFromThisAcceptance() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertSaid("承诺办结时限：2026年10月10日");
        String above = centres.submit(Items.LINKED_EXAMINED, null, HAIYANG).number();
        service.accept(above, ACCEPT, centres.clerk(HAIYANG));
        assertSaid("法定办结时限：自决定机关受理之日起20个工作日，在本机关审查的时间另计。");
    }

    @Test
    public void besideAnAcceptanceThereIsNeverItsContrary() {
        String number = handedBack();
        CaseRequests.NotAccept refusal = refusal(NonAcceptance.NOT_COMPETENT, "海阳市水利局", "无");
        ProblemException refused =
                assertThrows(ProblemException.class, () -> service.notAccept(number, refusal, centres.clerk(HAIYANG)));

        assertEquals(CaseError.CASE_STATE, refused.code());
        assertEquals(List.of(true, true), inForce(number));
    }

    @Test
    public void whatIsWithdrawnIsNotAcceptedAnyMore() {
        String number = accepted(Items.SIMPLE, Centres.ENTERPRISE);
        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));

        assertEquals(List.of(true, false, true), inForce(number));
    }

    @Test
    public void afterAnAcceptanceNobodyIsToldThatNoneHasBeen() {
        String number = submit(Items.SIMPLE, PERSON);
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        assertSaid("办理期限自受理之日起才开始计算");
        assertSaid("五个工作日内，本机关告知是否受理");
        assertSaid("没有按照本告知书补正的，本机关可以依法决定不予受理。");
        assertSaid("补正没有规定最后日期，请尽早补正。");

        String back = handedBack();
        service.notifyCorrection(back, Centres.ask("m1"), centres.clerk(HAIYANG));
        assertNotSaid("补正没有规定最后日期");
        assertNotSaid("自受理之日起才开始计算");
        assertNotSaid("告知是否受理");
    }

    /** Accepted here, sent up from the intake, and handed back. */
    private String handedBack() {
        String number = centres.submit(Items.CITY, null, HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.post();
        service.notAccept(
                centres.numberAt(YANTAI, number),
                refusal(NonAcceptance.NOT_COMPETENT, "海阳市水利局", "无"),
                centres.clerk(YANTAI));
        centres.post();
        return number;
    }

    private List<Boolean> inForce(String number) {
        return centres.documents.of("case", number, centres.clerk(HAIYANG)).stream()
                .map(DocumentView::isInForce)
                .toList();
    }

    @Test
    public void aRefusalTellsTheLimitsOfTheLawAndNobodyTypesOthers() {
        centres.province.policy(YANTAI, Remedies.BODY, "烟台市人民政府");
        centres.province.policy(HAIYANG, Remedies.BODY, "海阳市人民政府");
        centres.province.policy(HAIYANG, Remedies.CHANNEL, "https://example.invalid/fuyi");
        String number = submit(Items.SIMPLE, PERSON);
        for (String wrong : List.of("15日内申请行政复议，或3个月内提起行政诉讼", "可在６０日内申请行政复议，或者三个月内提起行政诉讼", "30个工作日内申请复议", "三年内起诉")) {
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> service.notAccept(
                            number, refusal(NonAcceptance.NOT_COMPETENT, "海阳市水利局", wrong), centres.clerk(HAIYANG)));
            assertEquals(wrong, "remedies", refused.fields().get(0).field());
        }
        service.notAccept(
                number,
                refusal(NonAcceptance.NOT_COMPETENT, "海阳市水利局", "60日内申请行政复议，或六个月内提起行政诉讼；对复议决定不服的，十五日内起诉。材料请在3日内取回。"),
                centres.clerk(HAIYANG));

        assertSaid("不予受理决定书");
        assertSaid("自收到本决定书之日起六十日内向海阳市人民政府申请行政复议");
        assertSaid("六个月内直接向有管辖权的人民法院");
        assertSaid("https://example.invalid/fuyi");
        assertSaid("有权办理的机关：海阳市水利局。");
    }

    @Test
    public void whatMustBeToldBesidesTheLimitsIsTold() {
        String number = accepted(Items.SIMPLE, Centres.ENTERPRISE);
        service.decide(
                number,
                new CaseRequests.Decide(
                        CaseRequests.Outcome.REFUSE, null, "不符合规划", "条例", "复议期间不停止本决定的执行。请先到窗口核对材料，诉求可拨打12345反映。"),
                centres.chief(HAIYANG));

        assertTrue(said(), said().startsWith("不予行政许可决定书\n"));
        assertSaid("请先到窗口核对材料，诉求可拨打12345反映。");
        assertSaid("自收到本决定书之日起六十日内向本机关的本级人民政府申请行政复议");
        assertSaid("\n复议期间不停止本决定的执行。");
    }
}
