package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.kernel.api.ProblemException;

/** Nothing is decided upon what nobody has looked at. */
public class ExaminedAnewTest extends DocumentsOfCases {
    private void examined(String number) {
        service.examine(
                number,
                ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "符合"),
                centres.as("zhang", "reviewer", Set.of(), HAIYANG));
        service.examine(
                number,
                ExaminationRequest.of(ExaminationKind.VERIFICATION, Recommendation.GRANT, "同意"),
                centres.as("li", "reviewer", Set.of(), HAIYANG));
    }

    @Test
    public void whatIsSuppliedAfterTheVerificationIsExaminedAnew() {
        String number = centres.submit(Items.EXAMINED_GAPS, null, HAIYANG).number();
        List<MaterialPromise> promised = List.of(
                new MaterialPromise("m3", PromiseKind.DEFERRAL, null),
                new MaterialPromise("m4", PromiseKind.DECLARATION, null));
        service.accept(number, new CaseRequests.Accept(null, promised, null), centres.clerk(HAIYANG));
        examined(number);
        service.supply(
                number,
                new CaseRequests.Supply(List.of(new MaterialGiven("m3", null, null, true))),
                centres.clerk(HAIYANG));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> service.decide(number, GRANT, centres.chief(HAIYANG)));
        assertEquals(CaseError.EXAMINATION_OUTSTANDING, refusal.code());
        examined(number);
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }
}
