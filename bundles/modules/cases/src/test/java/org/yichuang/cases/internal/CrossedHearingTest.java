package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.HearingTest.NOT_WANTED;
import static org.yichuang.cases.internal.HearingTest.RECORD;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** What is said of a hearing at one centre while the other says something else. */
public class CrossedHearingTest extends LinkedHearings {
    @Test
    public void whatIsAskedBelowWhileAQuestionIsOnItsWayIsTakenAbove() {
        told();
        service.notifyCorrection(city, Centres.ask("m2"), centres.reviewer(YANTAI));
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.CORRECTING, seen(YANTAI).state());
        assertEquals(HearingState.REQUESTED, hearing(YANTAI).state());
        assertEquals(CaseState.QUESTIONED, seen(HAIYANG).state());
    }

    @Test
    public void whatEndsAboveWhileSomebodyAsksBelowLeavesTheLimitsStanding() {
        told();
        service.suspend(city, new CaseRequests.Suspend(SpecialProcedure.APPRAISAL, 5, "鉴定"), centres.reviewer(YANTAI));
        centres.post();
        service.resume(city, new CaseRequests.Resume(null), centres.reviewer(YANTAI));
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        int papers = kinds(county, centres.clerk(HAIYANG)).size();
        centres.post();

        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals(
                    SpecialProcedure.HEARING,
                    seen(centre).standing().orElseThrow().procedure());
        }
        assertEquals(
                "is told now", papers + 1, kinds(county, centres.clerk(HAIYANG)).size());
    }

    @Test
    public void aSpecialProcedureThatCrossesARequestEndsAndTheHearingStaysOpen() {
        told();
        service.suspend(city, new CaseRequests.Suspend(SpecialProcedure.APPRAISAL, 5, "鉴定"), centres.reviewer(YANTAI));
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        centres.post();
        service.resume(city, new CaseRequests.Resume(null), centres.reviewer(YANTAI));
        centres.post();
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals(
                    SpecialProcedure.HEARING,
                    seen(centre).standing().orElseThrow().procedure());
        }
    }

    @Test
    public void whoAsksNoLongerWhileItIsConvenedIsNotHeardAnyMore() {
        asked();
        service.hearing(city, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI));
        service.requestHearing(county, NOT_WANTED, centres.clerk(HAIYANG));
        centres.post();
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals(HearingState.NOTIFIED, hearing(centre).state());
            assertTrue(seen(centre).standing().isEmpty());
        }
        assertEquals(due(YANTAI), due(HAIYANG));
    }

    @Test
    public void whoAsksWhileTheOrganCallsItOffIsHeard() {
        told();
        service.hearing(city, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI));
        centres.post();
        service.hearing(city, HearingRightsTest.OFF, centres.reviewer(YANTAI));
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        centres.post();
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals(HearingState.REQUESTED, hearing(centre).state());
            assertTrue(seen(centre).standing().isPresent());
        }
    }

    @Test
    public void whoAsksNoLongerBeforeTheDayIsHeardInVainHoweverLateTheirLetterComes() {
        convened();
        centres.province.at("2026-09-18T10:00");
        service.requestHearing(county, NOT_WANTED, centres.clerk(HAIYANG));
        ModuleTransactions.Sent declared = transactions.messages().remove(0);
        centres.province.at("2026-09-25T12:00");
        service.hearing(city, RECORD, centres.reviewer(YANTAI));
        LocalDate asHeard = due(YANTAI);
        transactions.messages().add(0, declared);
        centres.post();

        assertEquals(
                "what was heard is heard", HearingState.HELD, hearing(YANTAI).state());
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals(
                    "the limits go on from the day on which it was said",
                    LocalDate.of(2026, 9, 18),
                    seen(centre).suspensions().get(0).to());
        }
        assertEquals(due(HAIYANG), due(YANTAI));
        assertTrue(due(YANTAI).isBefore(asHeard));
        assertEquals(CaseState.GRANTED, decided());
    }

    @Test
    public void whatIsHandedBackIsHeardByNobody() {
        atTheCity(Items.LINKED_HEARD);
        String other = centres.submit(Items.LINKED_HEARD, null, HAIYANG).number();
        service.accept(other, Centres.ACCEPT, centres.clerk(HAIYANG));
        service.preReview(other, Centres.AGREE, centres.reviewer(HAIYANG));
        centres.post();
        String above = centres.numberAt(YANTAI, other);
        service.notifyCorrection(above, Centres.ask("m2"), centres.reviewer(YANTAI));
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> service.hearing(above, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI)));
        assertEquals("nobody has accepted it", CaseError.CASE_STATE, refusal.code());
    }

    @Test
    public void aWithdrawalThatCrossesTheNoticeOfTheRightStands() {
        atTheCity(Items.LINKED_HEARD);
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.WITHDRAWN, seen(HAIYANG).state());
        assertNull(hearing(HAIYANG));
    }
}
