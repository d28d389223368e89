package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.cases.api.ExtensionApprover;

/** No centre is late for days before it had the case; what it misses itself it misses; on a real database. */
public class OwnDaysTest extends DocumentsOfCases {
    private String county;
    private String city;

    /** Promised within 15 working days, asked for m2 at the city, and answered after the day that was promised. */
    private void answeredAfterTheDayThatWasPromised() {
        county = centres.submit(Items.CITY, "at-once", HAIYANG).number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.post();
        city = centres.numberAt(YANTAI, county);
        service.notifyCorrection(city, Centres.ask("m2"), centres.clerk(YANTAI));
        centres.post();
        centres.province.at("2026-11-20T10:00");
        service.correct(county, new CaseRequests.Correct("已补", null, null), centres.clerk(HAIYANG));
        centres.post();
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        assertEquals(List.of(), late());
    }

    private void decideOn(String day) {
        centres.province.at(day + "T10:00");
        service.decide(city, GRANT, centres.chief(YANTAI));
    }

    /** Which cases count as late, as cases or by what figures count of them. */
    private static List<String> late() {
        return transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE LATE"
                + " UNION SELECT CASE_NUMBER FROM CASES_FACT WHERE LATE=1");
    }

    @Test
    public void theApplicantsDaysMakeNoCityLate() {
        answeredAfterTheDayThatWasPromised();
        assertEquals(
                "the day that the applicant has in writing stays",
                "MISSED",
                centres.deadline("promise", YANTAI, city, YANTAI).state());
        decideOn("2026-11-25");
        centres.post();
        assertEquals(List.of(), late());
    }

    @Test
    public void asManyDaysOfItsOwnDo() {
        answeredAfterTheDayThatWasPromised();
        decideOn("2026-12-11");
        assertEquals("on the last of them", List.of(), late());
    }

    @Test
    public void andOneMoreMakesItLate() {
        answeredAfterTheDayThatWasPromised();
        decideOn("2026-12-14");
        assertEquals(List.of(city), late());
    }

    @Test
    public void anExtensionIsOfItsOwnDays() {
        answeredAfterTheDayThatWasPromised();
        service.extend(
                city, new CaseRequests.Extend(5, ExtensionApprover.ORGAN_HEAD, "需要补充现场踏勘"), centres.chief(YANTAI));
        decideOn("2026-12-18");
        assertEquals(List.of(), late());
    }

    @Test
    public void itsOwnQuestionStopsNoneOfThem() {
        answeredAfterTheDayThatWasPromised();
        centres.province.policy(YANTAI, "policy.cases.continuation.days", "20");
        service.notifyCorrection(city, Centres.ask("m2"), centres.clerk(YANTAI));
        centres.post();
        centres.province.at("2026-12-15T10:00");
        centres.cases.reception().goOn(city, new ContinuationRequest(null), centres.clerk(YANTAI));
        assertEquals(
                "MET", centres.deadline("continuation", YANTAI, city, YANTAI).state());
        assertEquals("its limit never stops for a question (R1-20)", List.of(city), late());
    }

    @Test
    public void whoeverHeldItTooLongBelowIsLateAndNobodyAbove() {
        String township = centres.submit(Items.AGENCY, "three", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.province.at("2026-11-20T10:00");
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
        decideOn("2026-11-23");
        assertEquals(List.of(county), late());
    }
}
