package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.HearingView;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A case that the county takes in and the city decides, on its way to a hearing. */
public abstract class LinkedHearings extends DocumentsOfCases {
    String county;
    String city;

    void atTheCity(String item) {
        county = centres.submit(item, null, HAIYANG).number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
    }

    void told() {
        atTheCity(Items.LINKED_HEARD);
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        centres.post();
    }

    void asked() {
        told();
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        centres.post();
    }

    void convened() {
        asked();
        service.hearing(city, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI));
        centres.post();
    }

    CaseView seen(TenantId centre) {
        return centres.find(centre.equals(YANTAI) ? city : county, centre);
    }

    HearingView hearing(TenantId centre) {
        return seen(centre).hearing();
    }

    void assertUndecided(String words) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> service.decide(city, GRANT, centres.chief(YANTAI)));
        assertEquals(CaseError.HEARING_OUTSTANDING, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains(words));
    }

    CaseState decided() {
        return service.decide(city, GRANT, centres.chief(YANTAI)).state();
    }

    /** What a day is where the law of the limits is told of a case. */
    LocalDate due(TenantId centre) {
        return centres.deadline("decision", YANTAI, centre.equals(YANTAI) ? city : county, centre)
                .date();
    }
}
