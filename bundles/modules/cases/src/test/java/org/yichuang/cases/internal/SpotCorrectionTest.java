package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.CorrectOnTheSpot;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

/** What can be put right on the spot is put right on the spot, before the acceptance (R1 §1.2 outcome 3). */
public class SpotCorrectionTest extends DocumentsOfCases {
    private static final Map<String, Object> SICK = Map.of("illness", "肺炎", "f1", "一号楼");

    private String submitted() {
        return service.submit(
                        Centres.whole(new CaseRequests.Submit(
                                Items.LONG, PERSON, Map.of("f1", "一号楼", "f2", "三楼"), List.of(), null)),
                        centres.clerk(HAIYANG))
                .number();
    }

    private AuditEntry last() {
        return centres.entries().get(centres.entries().size() - 1).entry();
    }

    private void refused(ErrorCode code, String number, CorrectOnTheSpot correction) {
        assertEquals(
                code,
                assertThrows(
                                ProblemException.class,
                                () -> service.correctOnTheSpot(number, correction, centres.clerk(HAIYANG)))
                        .code());
    }

    @Test
    public void theDaysGoOnAndTheTrailHasBothValues() {
        String number = submitted();
        centres.province.at("2026-09-15T10:00");

        CaseView view = service.correctOnTheSpot(
                number,
                new CorrectOnTheSpot(
                        Map.of("f1", "二号楼，电话13812345678", "f2", "三楼"),
                        List.of(new MaterialGiven("m1", null, null, true)),
                        "楼号写错"),
                centres.clerk(HAIYANG));

        assertEquals(CaseState.RECEIVED, view.state());
        assertEquals(
                "from the receipt, as before",
                LocalDate.of(2026, 9, 14),
                centres.deadline("notice", HAIYANG, number, HAIYANG).start());
        assertEquals("f1", last().details().get("fields"));
        assertEquals("一号楼", last().details().get("before.f1"));
        assertTrue(last().details().get("after.f1").startsWith("二号楼，电话138"));
        assertFalse(last().details().get("after.f1").contains("13812345678"));
        assertNull("unchanged", last().details().get("before.f2"));
        assertEquals("paper", last().details().get("after.material.m1"));
        assertEquals(
                "{\"fields\":[\"f1\"],\"materials\":[\"m1\"]}", last().event().data());
        assertEquals(List.of(), view.corrections());
        assertEquals("二号楼，电话13812345678", form(number).get("f1"));
    }

    private Map<String, Object> form(String number) {
        return service.unmask(number, new CaseRequests.Unmask("核对更正的内容"), centres.clerk(HAIYANG))
                .view()
                .form();
    }

    @Test
    public void theApplicantSignsWhatWasCorrected() {
        String number = submitted();
        service.correctOnTheSpot(number, new CorrectOnTheSpot(Map.of("f1", "二号楼"), null, null), centres.clerk(HAIYANG));

        assertTrue(said(), said().startsWith("当场更正确认书\n"));
        assertSaid("更正的申请内容：栏目1：由“一号楼”更正为“二号楼”");
        assertNotSaid("更正后提交的材料");
    }

    @Test
    public void whatIsPersonalIsToldByNothing() {
        String number = service.submit(
                        Centres.whole(new CaseRequests.Submit(Items.SIMPLE, PERSON, SICK, List.of(), null)),
                        centres.clerk(HAIYANG))
                .number();
        service.correctOnTheSpot(
                number, new CorrectOnTheSpot(Map.of("illness", "哮喘"), null, null), centres.clerk(HAIYANG));

        assertFalse(last().details().toString(), last().details().toString().contains("哮喘"));
        assertFalse(last().details().toString(), last().details().toString().contains("肺炎"));
        assertSaid("病情：已经更正");
        assertNotSaid("哮喘");
    }

    @Test
    public void nothingIsCorrectedByWhatStandsThereAndNothingAfterTheAcceptance() {
        String number = submitted();
        refused(CommonError.FIELDS_INVALID, number, new CorrectOnTheSpot(Map.of("f1", "一号楼"), null, null));
        refused(CommonError.FIELDS_INVALID, number, new CorrectOnTheSpot(null, null, "没有改"));

        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        refused(CaseError.CASE_STATE, number, new CorrectOnTheSpot(Map.of("f1", "二号楼"), null, null));
    }

    @Test
    public void anApplicantDoesNotDoItFromAfar() {
        String number = submitted();
        assertEquals(
                CommonError.NOT_ALLOWED,
                assertThrows(
                                ProblemException.class,
                                () -> service.correctOnTheSpot(
                                        number,
                                        new CorrectOnTheSpot(Map.of("f1", "二号楼"), null, null),
                                        centres.as("applicant", HAIYANG)))
                        .code());
    }
}
