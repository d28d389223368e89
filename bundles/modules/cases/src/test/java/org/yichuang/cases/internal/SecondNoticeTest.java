package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.Correct;
import org.yichuang.cases.api.CaseRequests.CorrectOnTheSpot;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.DemandAnswer;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.NotifyCorrection;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.DemandView;
import org.yichuang.cases.internal.view.EarlierDemands;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

/** Demands are answered one by one, and another notice repeats what is still missing, and nothing else (R1-05). */
public class SecondNoticeTest extends DocumentsOfCases {
    private static final CorrectionItem FORM = new CorrectionItem("m1", "申请书未签名，请签名");
    private static final CorrectionItem PLAN = new CorrectionItem("m2", "请提供图纸");
    private static final CorrectionItem TREES = new CorrectionItem("form.trees", "请更正株数");
    private static final CorrectionItem WORDS = new CorrectionItem("其他1", "请说明施工时间");

    private static NotifyCorrection notice(CorrectionItem... items) {
        return new NotifyCorrection(Arrays.asList(items), null);
    }

    private String noticed() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        service.notifyCorrection(number, notice(FORM, PLAN, TREES, WORDS), centres.clerk(HAIYANG));
        return number;
    }

    private CaseView answered(String number) {
        return service.correct(
                number,
                new Correct(
                        null,
                        Map.of("trees", 3),
                        List.of(new MaterialGiven("m2", null, null, true)),
                        List.of(new DemandAnswer(0, "申请书已经签名"))),
                centres.clerk(HAIYANG));
    }

    private List<String> refused(String number, NotifyCorrection again) {
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> service.notifyCorrection(number, again, centres.clerk(HAIYANG)));
        assertEquals(CaseError.SECOND_NOTICE, refusal.code());
        return refusal.fields().stream().map(FieldProblem::field).toList();
    }

    @Test
    public void eachDemandIsAnsweredForItself() {
        CaseView view = answered(noticed());

        assertEquals(
                List.of(
                        new DemandView(false, "STATEMENT", "申请书已经签名"),
                        new DemandView(true, "MATERIAL", null),
                        new DemandView(true, "FORM", null),
                        new DemandView(false, "NONE", null)),
                view.corrections().get(0).answers());
        EarlierDemands earlier = EarlierDemands.of(view, "haiyang");
        assertEquals(List.of(FORM, WORDS), earlier.open());
        assertEquals("申请书未签名，请签名", earlier.words("M1", "usual"));
        assertEquals("申请书未签名，请签名", earlier.line(0, List.of(), List.of()));
        assertEquals("请说明施工时间", earlier.line(1, List.of(), List.of()));
        assertFalse(earlier.isFirst());
    }

    @Test
    public void whatWasSuppliedIsNotDemandedAgainAndWhatIsMissingIs() {
        String number = noticed();
        answered(number);

        assertEquals(List.of("items[0].target", "items[1].target"), refused(number, notice(PLAN, TREES, FORM, WORDS)));
        service.notifyCorrection(number, notice(FORM, WORDS), centres.clerk(HAIYANG));
    }

    @Test
    public void anotherDemandOnTheSameThingIsANewOne() {
        String number = noticed();
        answered(number);

        assertEquals(
                List.of("items[0].target", "items[1].target"),
                refused(
                        number,
                        notice(new CorrectionItem("m1", "申请表须另附第三方审计报告"), new CorrectionItem("其他1", "请另行提供资金证明"))));
    }

    @Test
    public void freeWordsAreRepeatedInAnyLine() {
        String number = noticed();
        answered(number);

        service.notifyCorrection(number, notice(new CorrectionItem("其他3", WORDS.demand())), centres.clerk(HAIYANG));
    }

    @Test
    public void whatAChiefAddsIsCountedForTheSupervision() {
        String number = noticed();
        answered(number);
        CorrectionItem added = new CorrectionItem("m2", "图纸须加盖图审章");

        service.notifyCorrection(number, new NotifyCorrection(List.of(FORM, added), "首次告知遗漏"), centres.chief(HAIYANG));

        assertEquals(
                "{\"round\":2,\"demands\":2,\"late\":1}",
                centres.entries()
                        .get(centres.entries().size() - 1)
                        .entry()
                        .event()
                        .data());
    }

    @Test
    public void anAnswerToNoDemandIsRefused() {
        String number = noticed();
        Correct answer = new Correct(null, null, null, List.of(new DemandAnswer(4, "没有这一项")));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> service.correct(number, answer, centres.clerk(HAIYANG)));

        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("answers[0].demand", refusal.fields().get(0).field());
    }

    private String incomplete(String number) {
        NotAccept incomplete = new NotAccept(NonAcceptance.INCOMPLETE, "仍缺材料", "许可法第三十二条", "可申请复议", null);
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> service.notAccept(number, incomplete, centres.clerk(HAIYANG)));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("outcome", refusal.fields().get(0).field());
        return refusal.fields().get(0).message().zh();
    }

    private List<String> grounds(String number) {
        CaseView view = centres.find(number, HAIYANG);
        return EarlierDemands.of(view, "haiyang").grounds(view);
    }

    @Test
    public void aNoticeOfTodayIsNotOverdue() {
        String number = noticed();
        assertEquals(List.of("NOT_NEEDED", "NOT_COMPETENT"), grounds(number));
        assertTrue(incomplete(number), incomplete(number).contains("尚未答复"));

        centres.province.at("2027-09-14T09:00");
        assertTrue("the law sets no last day", incomplete(number).contains("尚未答复"));
        assertEquals(CaseState.CORRECTING, centres.find(number, HAIYANG).state());
    }

    @Test
    public void whatWasSuppliedInFullIsAccepted() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        service.notifyCorrection(number, notice(PLAN, TREES), centres.clerk(HAIYANG));
        answered(number);

        assertEquals(List.of("NOT_NEEDED", "NOT_COMPETENT"), grounds(number));
        assertTrue(incomplete(number), incomplete(number).contains("应当受理"));
        assertEquals(CaseState.RECEIVED, centres.find(number, HAIYANG).state());
    }

    @Test
    public void whatIsMissingStillAfterTheAnswerIsNotAccepted() {
        String number = noticed();
        answered(number);

        assertEquals(List.of("NOT_NEEDED", "NOT_COMPETENT", "INCOMPLETE"), grounds(number));
        NotAccept incomplete = new NotAccept(NonAcceptance.INCOMPLETE, "未签名", "许可法第三十二条", "可申请复议", null);
        assertEquals(
                CaseState.NOT_ACCEPTED,
                service.notAccept(number, incomplete, centres.clerk(HAIYANG)).state());
    }

    @Test
    public void whatWasPutRightOnTheSpotSinceIsNotMissing() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        service.notifyCorrection(number, notice(PLAN), centres.clerk(HAIYANG));
        service.correct(number, new Correct("稍后当面补交", null, null), centres.clerk(HAIYANG));
        centres.province.at("2026-09-15T09:00");
        service.correctOnTheSpot(
                number,
                new CorrectOnTheSpot(null, List.of(new MaterialGiven("m2", null, null, true)), null),
                centres.clerk(HAIYANG));

        assertTrue(incomplete(number), incomplete(number).contains("应当受理"));
    }
}
