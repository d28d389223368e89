package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.OnTheSpotRequest;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** Registrations: on the spot, else within three working days, and three more where it is complex (R1-17). */
public class RegistrationTest extends DocumentsOfCases {
    private CaseView extend(String number, int days) {
        return service.extend(
                number, new CaseRequests.Extend(days, ExtensionApprover.ORGAN_HEAD, "情形复杂"), centres.chief(HAIYANG));
    }

    private LocalDate due(String number) {
        return centres.deadline("decision", HAIYANG, number, HAIYANG).date();
    }

    @Test
    public void whatIsCompleteAndInFormIsRegisteredOnTheSpot() {
        String number = submit(Items.REGISTERED, PERSON, "m1");
        CaseView registered = centres.cases
                .reception()
                .decideOnTheSpot(number, new OnTheSpotRequest(null, "符合法定形式", Map.of()), centres.chief(HAIYANG));
        assertEquals(CaseState.GRANTED, registered.state());
        assertSaid("依据《中华人民共和国行政许可法》第五十六条，本机关当场予以登记");
    }

    @Test
    public void whatTheLawHasOtherGroundsAgainstIsRefused() {
        String number = accepted(Items.REGISTERED, PERSON);
        assertEquals(
                CaseState.REFUSED,
                service.decide(number, Centres.REFUSE, centres.chief(HAIYANG)).state());
    }

    @Test
    public void whatIsNotComesWithinThreeWorkingDaysOfItsAcceptance() {
        String number = accepted(Items.REGISTERED, PERSON);
        assertEquals("a Monday, and no other limit", LocalDate.of(2026, 9, 17), due(number));
        assertSaid("2026年9月17日");
        centres.province.at("2026-09-18T09:00");
        assertEquals(
                "MISSED", centres.deadline("decision", HAIYANG, number, HAIYANG).state());
    }

    @Test
    public void theDaysOffAreNoneOfTheThree() {
        centres.province.at("2026-11-05T09:00");
        String number = accepted(Items.REGISTERED, PERSON);
        assertEquals("over Saturday and Sunday", LocalDate.of(2026, 11, 10), due(number));
        centres.province.at("2026-11-10T16:00");
        extend(number, 3);
        assertEquals(LocalDate.of(2026, 11, 13), due(number));
    }

    @Test
    public void whatHasRunOutIsNotExtended() {
        String number = accepted(Items.REGISTERED, PERSON);
        centres.province.at("2026-09-18T09:00");
        assertEquals(
                CaseError.CASE_STATE,
                assertThrows(ProblemException.class, () -> extend(number, 3)).code());
    }

    @Test
    public void whereItIsComplexTheHeadOfTheOrganAddsThreeAndNoMore() {
        String number = accepted(Items.REGISTERED, PERSON);
        ProblemException refusal = assertThrows(ProblemException.class, () -> extend(number, 4));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("workingDays", refusal.fields().get(0).field());
        assertTrue(refusal.zh(), refusal.zh().contains("3"));
        centres.province.at("2026-09-17T16:00");
        extend(number, 3);
        assertEquals("over Sunday the 20th, which is worked", LocalDate.of(2026, 9, 21), due(number));
        assertSaid("经本行政机关负责人批准，延长3个工作日");
        assertSaid("依据"
                + Intake.facts(new Items().version(YANTAI, Items.REGISTERED, 1, centres.clerk(HAIYANG)))
                        .legalBasis());
        assertNotSaid("第四十二条");
        assertEquals(
                CaseError.CASE_STATE,
                assertThrows(ProblemException.class, () -> extend(number, 1)).code());
        assertEquals(List.of("receipt", "acceptance", "extension-notice"), kinds(number, centres.clerk(HAIYANG)));
    }

    @Test
    public void whatWasKeptBeforeIsNoRegistration() {
        ItemLabels kept =
                Json.read("{\"handling\":{\"onlinePreReview\":true,\"correctionDays\":10}}", ItemLabels.class);
        assertNull(kept.handling().registration());
        ItemLabels now = Intake.facts(new Items().version(YANTAI, Items.REGISTERED, 1, centres.clerk(HAIYANG)));
        assertEquals(
                Handling.Registration.MARKET_ENTITY,
                Json.read(Json.write(now), ItemLabels.class).handling().registration());
    }
}
