package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.api.ExaminationKind.REVIEW;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** Who may do several things in one case, and who may not, is the centre's to say. */
public class DutiesTest extends DocumentsOfCases {
    @Test
    public void aCentreKeepsApartWhatItWants() {
        centres.province.policy(HAIYANG, "policy.cases.duties", "all");
        String number = accepted(Items.SIMPLE, PERSON);
        CallContext chief = centres.as("chief", "chief-representative", Set.of(), HAIYANG);
        service.examine(number, ExaminationRequest.of(REVIEW, Recommendation.GRANT, "材料属实"), chief);
        ProblemException examined = assertThrows(ProblemException.class, () -> service.decide(number, GRANT, chief));
        assertEquals(CaseError.DUTIES_SEPARATE, examined.code());
        assertTrue(examined.message().zh().contains("审查"));

        String own = submit(Items.SIMPLE, PERSON, "m1");
        service.accept(own, ACCEPT, chief);
        ProblemException accepted = assertThrows(ProblemException.class, () -> service.decide(own, GRANT, chief));
        assertTrue(accepted.message().zh().contains("受理"));
        assertNull(centres.find(own, HAIYANG).decision());
        service.decide(own, GRANT, centres.as("other", "chief-representative", Set.of(), HAIYANG));
    }

    @Test
    public void asUsualASmallCentreMayDecideWhatItHasAccepted() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        CallContext chief = centres.as("chief", "chief-representative", Set.of(), HAIYANG);
        service.accept(number, ACCEPT, chief);
        service.decide(number, GRANT, chief);
    }
}
