package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.HearingTest.NOT_WANTED;
import static org.yichuang.cases.internal.HearingTest.RECORD;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** What the city decides, the city hears; who applied below is told there, and what they say there counts there. */
public class LinkedHearingTest extends LinkedHearings {
    @Test
    public void whereSomebodyAppliedTheyAreToldInWritingAndTheDaysCountFromThere() {
        atTheCity(Items.LINKED_HEARD);
        assertUndecided("应当告知");
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        assertUndecided("尚未回告");
        assertNull(hearing(YANTAI).requestUntil());
        centres.province.at("2026-09-16T10:00");
        centres.post();

        assertEquals(LocalDate.of(2026, 9, 16), hearing(HAIYANG).notifiedOn());
        assertEquals(
                "the 20th is worked",
                LocalDate.of(2026, 9, 22),
                hearing(HAIYANG).requestUntil());
        assertEquals(hearing(HAIYANG).requestUntil(), hearing(YANTAI).requestUntil());
        assertEquals(
                List.of("receipt", "acceptance", "hearing-right-notice", "hearing-party-right-notice"),
                kinds(county, centres.clerk(HAIYANG)));
        assertEquals("the city prints none", List.of(), kinds(city, centres.clerk(YANTAI)));
        assertSaid("影响相邻住户采光");
        assertSaid("2026年9月22日以前（含当日）");
        assertSaid("城管局");
        assertEquals(
                LocalDate.of(2026, 9, 22),
                centres.deadline("hearing-request", HAIYANG, county, HAIYANG).date());
        assertTrue(seen(HAIYANG).commands().contains("hearing-request"));
        assertFalse("it is the city's to hold", seen(HAIYANG).commands().contains("hearing"));
        assertFalse("it is told below", seen(YANTAI).commands().contains("hearing-request"));
        assertUndecided("2026-09-22");
    }

    @Test
    public void whatIsAskedForInTimeBelowCountsHoweverLateItsLetterComes() {
        told();
        centres.province.at("2026-09-20T23:00");
        CaseView asked = service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        assertEquals(SpecialProcedure.HEARING, asked.standing().orElseThrow().procedure());
        assertEquals(
                List.of(
                        "receipt",
                        "acceptance",
                        "hearing-right-notice",
                        "hearing-party-right-notice",
                        "suspension-notice"),
                kinds(county, centres.clerk(HAIYANG)));
        centres.province.at("2026-09-24T09:00");
        assertUndecided("要求听证的期限");
        centres.post();

        assertEquals(HearingState.REQUESTED, hearing(YANTAI).state());
        assertEquals(LocalDate.of(2026, 9, 20), hearing(YANTAI).requestedOn());
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals(
                    LocalDate.of(2026, 9, 20),
                    seen(centre).standing().orElseThrow().from());
            assertNull(due(centre));
        }
        assertEquals(
                "20 working days from the request",
                LocalDate.of(2026, 10, 23),
                centres.deadline("hearing", YANTAI, city, YANTAI).date());
        assertUndecided("听证笔录");
    }

    @Test
    public void whenNobodyAsksTheCentreBelowSaysSo() {
        told();
        centres.province.at("2026-09-20T23:00");
        centres.run(centres.timer);
        assertEquals(List.of(), centres.post());
        centres.province.at("2026-09-21T00:10");
        assertUndecided("要求听证的期限");
        centres.run(centres.timer);
        centres.post();

        assertEquals(HearingState.NOT_REQUESTED, hearing(YANTAI).state());
        assertEquals(
                "MET",
                centres.deadline("hearing-request", HAIYANG, county, HAIYANG).state());
        assertEquals(
                CaseError.CASE_STATE,
                assertThrows(
                                ProblemException.class,
                                () -> service.requestHearing(county, WANTED, centres.clerk(HAIYANG)))
                        .code());
        assertEquals(CaseState.GRANTED, decided());
        centres.run(centres.timer);
        centres.post();
        assertEquals(CaseState.GRANTED, seen(HAIYANG).state());
    }

    @Test
    public void whoDeclaresAndWhoAsksNoLongerIsHeardAbove() {
        told();
        service.requestHearing(county, NOT_WANTED, centres.clerk(HAIYANG));
        service.requestHearing(county, new HearingWish(true, "周邻", "采光"), centres.clerk(HAIYANG));
        centres.post();
        assertEquals("周邻", hearing(YANTAI).requestedBy());
        assertTrue(seen(YANTAI).standing().isPresent());
        centres.province.at("2026-09-16T10:00");
        service.requestHearing(county, new HearingWish(false, "周邻", "已和解"), centres.clerk(HAIYANG));
        centres.province.at("2026-09-17T10:00");
        centres.post();

        assertEquals(HearingState.NOT_REQUESTED, hearing(YANTAI).state());
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals(
                    "on the day on which it was said below",
                    LocalDate.of(2026, 9, 16),
                    seen(centre).suspensions().get(0).to());
        }
        assertEquals(due(YANTAI), due(HAIYANG));
        assertEquals(CaseState.GRANTED, decided());
    }

    @Test
    public void timeRecordAndResultTravelDownAndTheLimitsStandUntilTheSession() {
        convened();
        assertEquals(hearing(YANTAI).time(), hearing(HAIYANG).time());
        assertEquals(LocalDate.of(2026, 9, 14), hearing(YANTAI).toldOn());
        assertTrue(kinds(county, centres.clerk(HAIYANG)).contains("hearing-notice"));
        assertSaid("2026年9月25日9时00分");
        assertSaid("听证公开举行");
        centres.province.at("2026-09-28T10:00");
        service.hearing(city, RECORD, centres.reviewer(YANTAI));
        String record = hearing(YANTAI).recordNumber();
        assertEquals(List.of("hearing-record"), kinds(city, centres.clerk(YANTAI)));
        centres.post();

        assertEquals(HearingState.HELD, hearing(HAIYANG).state());
        assertEquals(record, hearing(HAIYANG).recordNumber());
        assertEquals("双方陈述如下", hearing(HAIYANG).record());
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals(
                    "the day of the session",
                    LocalDate.of(2026, 9, 25),
                    seen(centre).suspensions().get(0).to());
        }
        assertEquals(due(YANTAI), due(HAIYANG));
        service.decide(city, REFUSE, centres.chief(YANTAI));
        assertSaid("本决定根据听证笔录（" + record);
        centres.post();
        assertEquals(CaseState.REFUSED, seen(HAIYANG).state());
    }

    @Test
    public void nothingIsRecordedBeforeTheApplicantWasToldOfTheTime() {
        asked();
        service.hearing(city, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI));
        centres.province.at("2026-09-25T11:00");
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> service.hearing(city, RECORD, centres.reviewer(YANTAI)));
        assertTrue(refusal.zh(), refusal.zh().contains("尚未回告"));
    }

    @Test
    public void anotherPresiderIsToldAndTheDayOfTheFirstNoticeStays() {
        convened();
        centres.province.at("2026-09-24T10:00");
        service.hearing(city, session("2026-09-25T09:00", "赵主持"), centres.reviewer(YANTAI));
        centres.post();
        assertEquals("赵主持", hearing(HAIYANG).presider());
        assertEquals(LocalDate.of(2026, 9, 14), hearing(YANTAI).toldOn());
    }

    @Test
    public void whatTheItemDemandsIsHeldAboveWithoutBeingAskedFor() {
        atTheCity(Items.LINKED_ALWAYS_HEARD);
        assertUndecided("应当举行听证");
        service.hearing(city, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI));
        centres.post();
        assertTrue(seen(HAIYANG).standing().isPresent());
        assertSaid("公众利益重大");
        assertSaid("不计算在办理期限内");
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> service.requestHearing(county, WANTED, centres.clerk(HAIYANG)));
        assertEquals(CaseError.CASE_STATE, refusal.code());
        centres.province.at("2026-09-25T12:00");
        service.hearing(city, RECORD, centres.reviewer(YANTAI));
        centres.post();
        assertTrue(seen(HAIYANG).standing().isEmpty());
        assertEquals(CaseState.GRANTED, decided());
    }

    @Test
    public void aQuestionFromAboveLeavesTheHearingAsItIs() {
        asked();
        service.notifyCorrection(city, Centres.ask("m2"), centres.reviewer(YANTAI));
        centres.post();
        assertEquals(CaseState.QUESTIONED, seen(HAIYANG).state());
        service.requestHearing(county, new HearingWish(true, "周邻", "采光"), centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.CORRECTING, seen(YANTAI).state());
        service.hearing(city, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI));
        centres.post();
        assertEquals(HearingState.CONVENED, hearing(HAIYANG).state());
        centres.province.at("2026-09-25T12:00");
        service.hearing(city, RECORD, centres.reviewer(YANTAI));
        centres.post();
        assertEquals(CaseState.QUESTIONED, seen(HAIYANG).state());
        assertEquals(HearingState.HELD, hearing(HAIYANG).state());
        service.correct(county, new CaseRequests.Correct("已说明", Map.of(), List.of()), centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.GRANTED, decided());
    }

    @Test
    public void aWithdrawalEndsItOnBothSides() {
        asked();
        service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.WITHDRAWN, seen(HAIYANG).state());
        assertEquals(CaseState.WITHDRAWN, seen(YANTAI).state());
        assertTrue(seen(YANTAI).standing().isEmpty());
        assertEquals(
                "STOPPED", centres.deadline("hearing", YANTAI, city, YANTAI).state());
    }

    @Test
    public void everyCentreOnTheWayPassesItOn() {
        String township = centres.submit(Items.AGENCY, "three", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        centres.post();
        assertEquals(List.of(), kinds(county, centres.clerk(HAIYANG)));
        assertTrue(kinds(township, centres.clerk(LIUGEZHUANG)).contains("hearing-right-notice"));
        assertEquals(hearing(HAIYANG).requestUntil(), hearing(YANTAI).requestUntil());

        service.requestHearing(township, WANTED, centres.clerk(LIUGEZHUANG));
        centres.post();
        assertEquals(HearingState.REQUESTED, hearing(HAIYANG).state());
        assertTrue(seen(HAIYANG).standing().isPresent());
        service.hearing(city, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI));
        centres.post();
        assertEquals(LocalDate.of(2026, 9, 14), hearing(YANTAI).toldOn());
        centres.province.at("2026-09-25T12:00");
        service.hearing(city, RECORD, centres.reviewer(YANTAI));
        centres.post();
        assertEquals(
                HearingState.HELD, centres.find(township, LIUGEZHUANG).hearing().state());
        assertTrue(centres.find(township, LIUGEZHUANG).standing().isEmpty());
    }
}
