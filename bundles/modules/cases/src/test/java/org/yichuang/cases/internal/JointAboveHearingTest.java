package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.HearingTest.NOT_WANTED;
import static org.yichuang.cases.internal.HearingTest.RECORD;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.cases.internal.JointSamples.AGREE;
import static org.yichuang.cases.internal.JointSamples.CIVIL;
import static org.yichuang.cases.internal.JointSamples.HOUSING;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.HearingView;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions.Sent;

/**
 * What the city decides of a joint case, the city hears: the county tells the applicant and passes on what they say,
 * and the clock of that member stands (R1-22, R1-25 to R1-28).
 */
public class JointAboveHearingTest extends DocumentsOfCases {
    private DefaultJointCases joint;
    private String county;

    @Before
    public void handIn() {
        joint = centres.cases.joint();
        county = service.submit(JointSamples.application(JointSamples.GARDEN, Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        joint.giveOpinion(county, "b2", AGREE, of(HOUSING));
        joint.giveOpinion(county, "b3", AGREE, of(HOUSING));
        centres.post();
    }

    @Test
    public void theApplicantIsToldHereAsksHereAndIsHeardAbove() {
        String city = accepted("b2");
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        centres.province.at("2026-09-16T10:00");
        centres.post();
        assertEquals("b2", hearing().branch());
        assertEquals(HearingState.NOTIFIED, hearing().state());
        assertEquals(LocalDate.of(2026, 9, 16), hearing().notifiedOn());
        assertEquals(hearing().requestUntil(), heardAt(city).requestUntil());
        assertTrue(kinds().containsAll(List.of("hearing-right-notice", "hearing-party-right-notice")));
        assertTrue(seen().commands().contains("hearing-request"));
        assertFalse("the city holds it", seen().commands().contains("hearing"));

        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        assertEquals(List.of(false, true, false), stands());
        assertNull("nor is the whole decided without it", due());
        assertTrue(kinds().contains("suspension-notice"));
        centres.post();
        assertEquals(HearingState.REQUESTED, heardAt(city).state());

        service.hearing(city, session("2026-09-28T09:00", "王主持"), centres.reviewer(YANTAI));
        centres.post();
        assertEquals(HearingState.CONVENED, hearing().state());
        assertEquals("王主持", hearing().presider());
        assertNotNull("the city knows that they were told", heardAt(city).toldOn());
        assertTrue(kinds().contains("hearing-notice"));

        centres.province.at("2026-09-28T12:00");
        service.hearing(city, RECORD, centres.reviewer(YANTAI));
        centres.post();
        assertEquals(HearingState.HELD, hearing().state());
        assertEquals(List.of(false, false, false), stands());
        assertNotNull(due());
        service.decide(city, GRANT, centres.chief(YANTAI));
        service.issue(city, Centres.ISSUE, centres.clerk(YANTAI));
        centres.post();
        assertEquals("AGREED", seen().branches().get(1).state());
    }

    @Test
    public void thatNobodyAsksIsSaidAbove() {
        String city = accepted("b2");
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        centres.post();
        centres.province.at("2026-09-22T00:10");
        centres.run(centres.timer);
        centres.post();
        assertEquals(HearingState.NOT_REQUESTED, hearing().state());
        assertEquals(HearingState.NOT_REQUESTED, heardAt(city).state());
        assertEquals(
                CaseState.GRANTED,
                service.decide(city, GRANT, centres.chief(YANTAI)).state());
    }

    @Test
    public void oneHearingIsUnderWayAtATime() {
        String trees = accepted("b2");
        String built = accepted("b3");
        service.hearing(trees, RIGHT, centres.reviewer(YANTAI));
        centres.post();
        assertEquals(
                "the county's own waits",
                CaseError.CASE_STATE,
                assertThrows(ProblemException.class, () -> service.hearing(county, RIGHT, centres.reviewer(HAIYANG)))
                        .code());
        service.hearing(built, session("2026-09-28T09:00", "王主持"), centres.reviewer(YANTAI));
        Sent other = transactions.messages().remove(0);
        assertEquals(
                CaseError.CASE_STATE,
                assertThrows(ProblemException.class, () -> centres.carry(other)).code());
        assertEquals("b2", hearing().branch());

        service.requestHearing(county, NOT_WANTED, centres.clerk(HAIYANG));
        service.requestHearing(county, new HearingWish(false, "周邻", null), centres.clerk(HAIYANG));
        centres.post();
        assertEquals(HearingState.NOT_REQUESTED, heardAt(trees).state());
        centres.carry(other);
        centres.post();
        assertEquals("b3", hearing().branch());
        assertEquals(HearingState.CONVENED, hearing().state());
        assertEquals(List.of(false, false, true), stands());
        centres.province.at("2026-09-28T12:00");
        service.hearing(built, RECORD, centres.reviewer(YANTAI));
        centres.post();

        service.hearing(county, RIGHT, centres.reviewer(HAIYANG));
        assertNull("now the county's own", hearing().branch());
        assertEquals(HearingState.NOTIFIED, hearing().state());
        assertEquals(
                "of which its department has to wait for the end",
                CaseError.HEARING_OUTSTANDING,
                assertThrows(ProblemException.class, () -> joint.giveOpinion(county, "b1", AGREE, of(CIVIL)))
                        .code());
    }

    @Test
    public void whoTakesTheApplicationBackIsSummonedNoLonger() {
        String city = accepted("b2");
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        centres.post();
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        centres.post();
        service.hearing(city, session("2026-09-28T09:00", "王主持"), centres.reviewer(YANTAI));
        centres.post();
        service.requestHearing(county, NOT_WANTED, centres.clerk(HAIYANG));
        assertTrue(kinds().contains("hearing-cancellation"));
        assertEquals(List.of(false, false, false), stands());
        centres.post();
        assertNull("the city has heard it", heardAt(city).time());
        assertEquals(
                CaseState.WITHDRAWN,
                service.withdraw(county, Centres.WITHDRAW, centres.clerk(HAIYANG))
                        .state());
        centres.post();
        assertEquals(CaseState.WITHDRAWN, centres.find(city, YANTAI).state());
    }

    private String accepted(String branch) {
        String city = centres.numberAt(YANTAI, county + "-" + branch);
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        centres.post();
        return city;
    }

    private CaseView seen() {
        return centres.find(county, HAIYANG);
    }

    private HearingView hearing() {
        return seen().hearing();
    }

    private HearingView heardAt(String city) {
        return centres.find(city, YANTAI).hearing();
    }

    private List<Boolean> stands() {
        return seen().branches().stream().map(branch -> branch.stands()).toList();
    }

    private LocalDate due() {
        return centres.deadline("decision", HAIYANG, county, HAIYANG).date();
    }

    private List<String> kinds() {
        return kinds(county, centres.clerk(HAIYANG));
    }

    private CallContext of(String... departments) {
        return centres.as("staff-" + departments[0], "reviewer", Set.of(departments), HAIYANG);
    }
}
