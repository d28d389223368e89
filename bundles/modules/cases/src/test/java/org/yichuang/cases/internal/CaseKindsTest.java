package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.AnswerKind;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseTag;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.cases.api.KindsView;
import org.yichuang.cases.api.SpecialGround;
import org.yichuang.cases.api.SpecialHandlingRequest;

/** The kinds of the hall follow from what becomes of a case, apart from the kind by law, under the centre's names. */
public class CaseKindsTest extends DocumentsOfCases {
    private static KindsView kinds(CaseView view) {
        return view.filing().kinds();
    }

    private KindsView kinds(String number) {
        return kinds(centres.find(number, HAIYANG));
    }

    @Test
    public void aCaseIsOfTheKindOfItsItemAndNothingElseUntilSomethingBecomesOfIt() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        assertEquals(new KindsView("承诺件", List.of(), List.of()), kinds(number));
        assertSaid("办件类型：承诺件");
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        assertEquals(List.of(CaseTag.CORRECTED), kinds(number).tags());
        service.correct(number, new CaseRequests.Correct("已补", Map.of(), List.of()), centres.clerk(HAIYANG));
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        centres.cases
                .reception()
                .handleSpecially(
                        number,
                        new SpecialHandlingRequest(SpecialGround.CENTRE_FINDING, "重点项目", null, null, null),
                        centres.chief(HAIYANG));
        assertSaid("承诺件、补办件、特办件");
        CaseView refused = service.decide(number, Centres.REFUSE, centres.chief(HAIYANG));
        assertEquals(
                List.of(CaseTag.CORRECTED, CaseTag.RETURNED, CaseTag.SPECIAL),
                kinds(refused).tags());
        assertEquals(List.of("补办件", "退回件", "特办件"), kinds(refused).tagNames());
    }

    @Test
    public void whatIsDecidedAboveIsSentUpOnBothSides() {
        String number = forwarded();
        assertEquals(List.of(CaseTag.UPWARD), kinds(number).tags());
        centres.post();
        CaseView above = centres.find(centres.numberAt(YANTAI, number), YANTAI);
        assertEquals(List.of(CaseTag.UPWARD), kinds(above).tags());
    }

    @Test
    public void whatIsAnsweredInWritingIsAKindOfItsOwn() {
        String number = centres.submit(Items.SERVICE, null, HAIYANG).number();
        CaseView answered = centres.cases
                .reception()
                .answerClearly(
                        number,
                        new ClearAnswer(AnswerKind.NOT_AT_ALL, "不属于救助范围", "办法第三条", null),
                        centres.clerk(HAIYANG));
        assertEquals(List.of(CaseTag.ANSWER), kinds(answered).tags());
    }

    @Test
    public void theCentreCallsThemAsItsHallDoes() {
        centres.province.policy(HAIYANG, "policy.cases.kind-name.committed", "限期待办件");
        centres.province.policy(HAIYANG, "policy.cases.kind-name.corrected", "补正件");
        String number = submit(Items.SIMPLE, PERSON, "m1");
        assertSaid("办件类型：限期待办件");
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        assertEquals(new KindsView("限期待办件", List.of(CaseTag.CORRECTED), List.of("补正件")), kinds(number));
    }
}
