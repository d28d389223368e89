package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ComparedView;
import org.yichuang.cases.internal.domain.ComparedFact;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** That an original was seen beside the copy that stays: who says so, and where it is kept. */
public class OriginalsTest extends DocumentsOfCases {
    private static final MaterialGiven SEEN = new MaterialGiven("m1", null, null, true, true);

    private static CaseRequests.Submit application(MaterialGiven given) {
        return new CaseRequests.Submit(
                Items.SIMPLE, Centres.application(Items.SIMPLE, null).applicant(), Map.of(), List.of(given), null);
    }

    @Test
    public void whoHasSeenAnOriginalIsKeptAndStandsOnTheReceiptAndInTheTrail() {
        CallContext clerk = centres.clerk(HAIYANG);
        CaseView view = service.submit(application(SEEN), clerk);
        assertEquals(
                List.of(new ComparedView("m1", "申请书", "clerk", clerk.at(), 0)),
                view.filing().compared());
        assertTrue(centres.made.last(), centres.made.last().contains("已核验原件"));
        assertEquals(
                "m1",
                centres.entries()
                        .get(centres.entries().size() - 1)
                        .entry()
                        .details()
                        .get("compared"));
    }

    @Test
    public void whatIsBroughtAfterwardsIsSeenOnTheSpot() {
        CallContext citizen = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        String number = service.submit(centres.whole(Centres.application(Items.SIMPLE, null), citizen), citizen)
                .number();
        assertEquals(List.of(), centres.find(number, HAIYANG).filing().compared());
        assertFalse(centres.made.last(), centres.made.last().contains("已核验原件"));

        service.correctOnTheSpot(
                number, new CaseRequests.CorrectOnTheSpot(null, List.of(SEEN), null), centres.clerk(HAIYANG));
        assertEquals(1, centres.find(number, HAIYANG).filing().compared().size());
        assertNull(
                "staff are not named to applicants",
                service.find(number, citizen).filing().compared().get(0).by());
    }

    @Test
    public void ofAnotherCopyThatComesLaterNobodyHasSeenTheOriginal() {
        CallContext citizen = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        String number = service.submit(centres.whole(Centres.application(Items.SIMPLE, null), citizen), citizen)
                .number();
        service.correctOnTheSpot(
                number, new CaseRequests.CorrectOnTheSpot(null, List.of(SEEN), null), centres.clerk(HAIYANG));
        centres.province.at("2026-09-14T11:00");
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        CallContext later = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        String file = service.upload("新.pdf", "application/pdf", new ByteArrayInputStream(Centres.PDF), later)
                .file();
        service.correct(
                number,
                new CaseRequests.Correct(null, null, List.of(new MaterialGiven("m1", null, file, false))),
                later);

        assertSaid("补正材料接收凭证");
        assertNotSaid("已核验原件");
        CaseView view = centres.find(number, HAIYANG);
        assertEquals(3, view.materials().size());
        assertEquals(
                "of the copy at the window",
                List.of(1),
                view.filing().compared().stream().map(ComparedView::place).toList());
    }

    @Test
    public void whatWasKeptBeforeIsOfTheFirstCopyWithItsCode() {
        ComparedFact kept = Json.read("{\"material\":\"m2\",\"by\":\"clerk\"}", ComparedFact.class);
        assertEquals(1, kept.place(List.of("m1", "m2", "m2")));
        assertEquals(-1, kept.place(List.of("m1")));
    }

    @Test
    public void whoUploadsShowsNoOriginal() {
        CallContext citizen = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> service.submit(application(new MaterialGiven("m1", null, "f", false, true)), citizen));
        assertEquals(CaseError.MATERIAL_INVALID, refusal.code());
        assertTrue(refusal.fields().stream().anyMatch(problem -> problem.field().equals("materials[0].originalSeen")));
    }

    @Test
    public void aCaseOfBeforeKnowsOfNone() {
        assertEquals(List.of(), Json.read("{\"stage\":1}", Progress.class).compared());
    }
}
