package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.AnswerKind;
import org.yichuang.cases.api.AnswerPromise;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** What cannot be done at once or at all is answered in writing, within the days of a policy (K15, R3-12, R3-13). */
public class ClearAnswerTest extends DocumentsOfCases {
    private static final AnswerPromise PROMISE = new AnswerPromise("须向上级核实政策");
    private static final ClearAnswer NEVER = new ClearAnswer(AnswerKind.NOT_AT_ALL, "不属于救助范围", "办法第三条", null);
    private static final ClearAnswer LATER = new ClearAnswer(AnswerKind.NOT_NOW, "申报期未到", "办法第九条", "明年三月一日起在本窗口申报");

    private CaseReception reception() {
        return centres.cases.reception();
    }

    private String service() {
        return centres.submit(Items.SERVICE, null, HAIYANG).number();
    }

    private CaseView promise(String number) {
        return reception().promiseAnswer(number, PROMISE, centres.clerk(HAIYANG));
    }

    private CaseView answer(String number, ClearAnswer answer) {
        return reception().answerClearly(number, answer, centres.clerk(HAIYANG));
    }

    private String data() {
        return centres.entries()
                .get(centres.entries().size() - 1)
                .entry()
                .event()
                .data();
    }

    @Test
    public void whatCannotBeDoneAtOnceIsPromisedAnAnswerBesideTheDaysOfTheAcceptance() {
        String number = service();
        CaseView view = promise(number);
        assertEquals(CaseState.RECEIVED, view.state());
        assertEquals(LocalDate.of(2026, 9, 17), view.due());
        assertEquals("{\"due\":\"2026-09-17\"}", data());
        assertEquals(
                LocalDate.of(2026, 9, 20),
                centres.deadline("notice", HAIYANG, number, HAIYANG).date());
        assertFalse(view.commands().contains("answer-promise"));
        assertTrue(view.commands().contains("clear-answer"));
    }

    @Test
    public void theAnswerEndsItWithAPaperOfItsOwn() {
        String number = service();
        promise(number);
        CaseView ended = answer(number, LATER);
        assertEquals(CaseState.ANSWERED, ended.state());
        assertEquals("NOT_NOW", ended.ending().kind());
        assertNull(ended.due());
        assertEquals(List.of(), ended.commands());
        assertSaid("现明确答复");
        assertSaid("目前不能办理");
        assertSaid("明年三月一日起在本窗口申报");
        assertSaid("六十日内");
        assertSaid("办法第九条");
        assertEquals(
                "MET",
                centres.deadline("clear-answer", HAIYANG, number, HAIYANG).state());
        assertEquals("{\"outcome\":\"NOT_NOW\",\"centre\":\"haiyang\",\"holder\":\"审批局\"}", data());
    }

    @Test
    public void itCanBeGivenAtOnce() {
        CaseView ended = answer(service(), NEVER);
        assertEquals(CaseState.ANSWERED, ended.state());
        assertSaid("不能办理");
        assertSaid("办法第三条");
    }

    @Test
    public void aLateOneIsLate() {
        String number = service();
        promise(number);
        centres.province.at("2026-09-18T09:00");
        assertEquals(
                "a promise is no law",
                "yellow",
                centres.deadline("clear-answer", HAIYANG, number, HAIYANG).light());
        answer(number, NEVER);
        assertEquals(
                "MISSED",
                centres.deadline("clear-answer", HAIYANG, number, HAIYANG).state());
    }

    @Test
    public void whatTurnsOutToBePossibleIsAccepted() {
        String number = service();
        promise(number);
        CaseView accepted = service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        assertEquals(CaseState.ACCEPTED, accepted.state());
        assertEquals(
                "MET",
                centres.deadline("clear-answer", HAIYANG, number, HAIYANG).state());
    }

    @Test
    public void aLicenceIsAcceptedOrRefusedAcceptanceByLaw() {
        String number = submit(Items.SIMPLE, Centres.ENTERPRISE, "m1");
        assertFalse(centres.find(number, HAIYANG).commands().contains("clear-answer"));
        ProblemException refusal = assertThrows(ProblemException.class, () -> answer(number, NEVER));
        assertEquals(CaseError.CASE_STATE, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains("行政许可须依法受理或者不予受理"));
        assertEquals(
                CaseError.CASE_STATE,
                assertThrows(ProblemException.class, () -> promise(number)).code());
    }

    @Test
    public void itSaysByWhichProvisionOrWhatCanBeDone() {
        String number = service();
        assertEquals("basis", field(number, new ClearAnswer(AnswerKind.NOT_AT_ALL, "不行", " ", null)));
        assertEquals("basis", field(number, new ClearAnswer(AnswerKind.NOT_NOW, "不行", null, "明年再来")));
        assertEquals("advice", field(number, new ClearAnswer(AnswerKind.NOT_NOW, "不行", "办法", null)));
    }

    @Test
    public void whatIsMissingIsToldAndNotAnswered() {
        String number = service();
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        MaterialGiven paper = new MaterialGiven("m2", null, null, true);
        service.correct(number, new CaseRequests.Correct("已补", Map.of(), List.of(paper)), centres.clerk(HAIYANG));
        ProblemException refusal = assertThrows(ProblemException.class, () -> answer(number, LATER));
        assertTrue(refusal.zh(), refusal.zh().contains("应当受理"));
        assertEquals(CaseState.ANSWERED, answer(number, NEVER).state());
    }

    @Test
    public void nothingIsAnsweredForWhatIsMissingBeforeItIsTold() {
        String number = submit(Items.SERVICE, PERSON);
        ProblemException refusal = assertThrows(ProblemException.class, () -> answer(number, LATER));
        assertTrue(refusal.zh(), refusal.zh().contains("一次性告知补正"));
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        service.correct(number, new CaseRequests.Correct("没有", Map.of(), List.of()), centres.clerk(HAIYANG));
        assertEquals(CaseState.ANSWERED, answer(number, LATER).state());
    }

    private String field(String number, ClearAnswer answer) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> answer(number, answer));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        return refusal.fields().get(0).field();
    }
}
