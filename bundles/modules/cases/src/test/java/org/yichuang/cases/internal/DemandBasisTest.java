package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.NotifyCorrection;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

/** Nobody is asked for what has nothing to do with the item (R1-09). */
public class DemandBasisTest extends DocumentsOfCases {
    private static final CorrectionItem UNFOUNDED = new CorrectionItem("其他 1", "须另附第三方审计报告");

    private void notify(String number, CorrectionItem... items) {
        service.notifyCorrection(number, new NotifyCorrection(List.of(items), null), centres.clerk(HAIYANG));
    }

    private String unfounded() {
        return centres.entries()
                .get(centres.entries().size() - 1)
                .entry()
                .details()
                .get("unfounded");
    }

    @Test
    public void howManySayNeitherProvisionNorMaterialStandsInTheTrail() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        notify(number, new CorrectionItem("m2", "请补充"), UNFOUNDED);
        assertEquals("1", unfounded());
    }

    @Test
    public void wordsThatNameNeitherProvisionNorMaterialAreRefusedWhereACentreWantsThat() {
        centres.province.policy(HAIYANG, "policy.cases.demand.basis", "required");
        String number = submit(Items.SIMPLE, PERSON, "m1");
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> notify(number, new CorrectionItem("m2", "请补充"), UNFOUNDED));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("items[1].demand", refusal.fields().get(0).field());
        assertEquals(CaseState.RECEIVED, centres.find(number, HAIYANG).state());

        notify(number, new CorrectionItem("其他 1", "请按《老年人权益保障法》第二十条更正"), new CorrectionItem("其他 2", "申请书缺签名"));
        assertEquals(CaseState.CORRECTING, centres.find(number, HAIYANG).state());
        assertNull(unfounded());
    }

    @Test
    public void whatWasDemandedBeforeACentreWantedThatIsRepeatedInTheSameWords() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        CorrectionItem sketch = new CorrectionItem("其他 2", "须另附手绘草图");
        notify(number, UNFOUNDED, sketch);
        centres.province.policy(HAIYANG, "policy.cases.demand.basis", "required");
        service.correct(
                number,
                new CaseRequests.Correct(null, null, List.of(), List.of(new CaseRequests.DemandAnswer(1, "草图已附在申请书后"))),
                centres.clerk(HAIYANG));

        CorrectionItem other = new CorrectionItem("其他 2", "须另附法定代表人承诺");
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> service.notifyCorrection(
                        number, new NotifyCorrection(List.of(UNFOUNDED, other), "首次告知时遗漏"), centres.chief(HAIYANG)));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals(
                List.of("items[1].demand"),
                refusal.fields().stream().map(FieldProblem::field).toList());

        notify(number, UNFOUNDED);
        assertEquals(CaseState.CORRECTING, centres.find(number, HAIYANG).state());
        assertEquals("and the trail says so still", "1", unfounded());
    }
}
