package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.SuspensionView;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/**
 * The clocks of the centre that decides stand, go on and run longer as anyone's do (R1-20, R1-21); where somebody
 * applied they are told in writing, by whoever decides, and see it at once.
 */
public class LinkedClocksTest extends DocumentsOfCases {
    private static final CaseRequests.Suspend HEARING =
            new CaseRequests.Suspend(SpecialProcedure.HEARING, 15, "利害关系人要求听证");
    private static final CaseRequests.Resume OVER = new CaseRequests.Resume(null);
    private static final CaseRequests.Extend LONGER =
            new CaseRequests.Extend(10, ExtensionApprover.ORGAN_HEAD, "需要补充现场踏勘");

    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private String county;
    private String city;

    private void atTheCity() {
        county = forwarded();
        city = centres.acceptedAt(YANTAI, county);
    }

    private void suspended() {
        atTheCity();
        service.suspend(city, HEARING, centres.reviewer(YANTAI));
        centres.post();
    }

    private CaseView seen(TenantId centre) {
        return centres.find(centre.equals(YANTAI) ? city : county, centre);
    }

    @Test
    public void whereSomebodyAppliedTheyAreToldInWritingByWhoDecides() {
        suspended();

        SuspensionView open = seen(HAIYANG).standing().orElseThrow();
        assertEquals(SpecialProcedure.HEARING, open.procedure());
        assertEquals(LocalDate.of(2026, 9, 14), open.from());
        assertEquals(15, open.plannedWorkingDays());
        assertEquals(CaseState.FORWARDED, seen(HAIYANG).state());
        assertEquals(List.of("receipt", "acceptance", "suspension-notice"), kinds(county, centres.clerk(HAIYANG)));
        assertEquals("the city prints none", List.of(), kinds(city, centres.clerk(YANTAI)));
        assertSaid("听证");
        assertSaid("城管局");
        assertFalse("it is the city's to go on", seen(HAIYANG).commands().contains("resumption"));
    }

    @Test
    public void bothSidesSeeTheSameClock() {
        suspended();

        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            String number = centre.equals(YANTAI) ? city : county;
            assertNull(centres.deadline("decision", YANTAI, number, centre).date());
        }
        centres.province.at("2026-09-21T10:00");
        service.resume(city, OVER, centres.reviewer(YANTAI));
        centres.post();

        assertEquals(
                centres.deadline("decision", YANTAI, city, YANTAI).date(),
                centres.deadline("decision", YANTAI, county, HAIYANG).date());
        SuspensionView over = seen(HAIYANG).suspensions().get(0);
        assertEquals(LocalDate.of(2026, 9, 21), over.to());
        assertTrue(seen(HAIYANG).standing().isEmpty());
    }

    @Test
    public void whatGoesOnAboveWithoutLeavingItIsSeenBelow() {
        county = centres.submit(Items.TREES, "to-government", HAIYANG).number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
        centres.province.at("2026-09-17T10:00");
        service.preReview(city, AGREE, centres.reviewer(YANTAI));
        centres.post();

        centres.province.at("2026-11-17T10:00");
        assertEquals(
                centres.deadline("decision", YANTAI, city, YANTAI),
                centres.deadline("decision", YANTAI, county, HAIYANG));
    }

    @Test
    public void aDecisionWhoseResultIsStillMadeOutAboveIsNotLateBelow() {
        String township = centres.submit(Items.AGENCY, "pass", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();

        centres.province.at("2026-11-17T10:00");
        assertEquals(CaseState.FORWARDED, seen(HAIYANG).state());
        assertEquals(
                "MET", centres.deadline("decision", YANTAI, county, HAIYANG).state());
        assertEquals(
                "MET",
                centres.deadline("decision", YANTAI, township, LIUGEZHUANG).state());
    }

    @Test
    public void whoHasToMakeOutTheResultIsSeenBelow() {
        String township = centres.submit(Items.AGENCY, "three", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();

        assertEquals(
                centres.deadline("delivery", HAIYANG, county, HAIYANG),
                centres.deadline("delivery", HAIYANG, township, LIUGEZHUANG));
    }

    @Test
    public void anExtensionIsToldWithItsDays() {
        atTheCity();
        LocalDate before = centres.deadline("decision", YANTAI, city, YANTAI).date();
        service.extend(city, LONGER, centres.chief(YANTAI));
        centres.post();

        assertEquals(before, seen(HAIYANG).extension().dueBefore());
        assertEquals(
                centres.deadline("decision", YANTAI, city, YANTAI).date(),
                seen(HAIYANG).extension().due());
        assertEquals(List.of("receipt", "acceptance", "extension-notice"), kinds(county, centres.clerk(HAIYANG)));
        assertSaid("需要补充现场踏勘");
    }

    @Test
    public void theDecisionAndAWithdrawalEndIt() {
        suspended();
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        assertTrue(seen(HAIYANG).standing().isEmpty());

        suspended();
        service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.WITHDRAWN, seen(HAIYANG).state());
        assertTrue(seen(HAIYANG).standing().isEmpty());
        assertTrue(seen(YANTAI).standing().isEmpty());
    }

    @Test
    public void aWithdrawalThatCrossesASuspensionStands() {
        atTheCity();
        service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        service.suspend(city, HEARING, centres.reviewer(YANTAI));
        centres.post();

        assertEquals(CaseState.WITHDRAWN, seen(HAIYANG).state());
        assertEquals(CaseState.WITHDRAWN, seen(YANTAI).state());
        assertTrue(seen(YANTAI).standing().isEmpty());
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
        service.suspend(city, HEARING, centres.reviewer(YANTAI));
        centres.post();

        assertTrue(seen(HAIYANG).standing().isPresent());
        assertTrue(centres.find(township, LIUGEZHUANG).standing().isPresent());
        assertEquals(List.of(), kinds(county, centres.clerk(HAIYANG)));
        assertTrue(kinds(township, centres.clerk(LIUGEZHUANG)).contains("suspension-notice"));
        service.resume(city, OVER, centres.reviewer(YANTAI));
        centres.post();
        assertTrue(centres.find(township, LIUGEZHUANG).standing().isEmpty());
    }

    @Test
    public void aDayThatCannotBeIsNotKept() {
        assertEquals(LocalDate.of(2026, 9, 14), told("2026-09-14", "1999-01-01"));
        assertEquals(LocalDate.of(2026, 9, 14), told("2026-09-14", "2031-01-01"));
    }

    private LocalDate told(String day, String forged) {
        atTheCity();
        service.suspend(city, HEARING, centres.reviewer(YANTAI));
        carryForged("\"from\":\"" + day + "\",\"", "\"from\":\"" + forged + "\",\"");
        assertTrue(centres.entries().stream()
                .anyMatch(one -> one.entry().aggregateId().equals(county)
                        && "1".equals(one.entry().details().get("leftOut"))));
        return seen(HAIYANG).standing().orElseThrow().from();
    }

    @Test
    public void whatSaysTooLittleOrMoreThanTheLawAllowsIsRefusedInWords() {
        atTheCity();
        service.extend(city, LONGER, centres.chief(YANTAI));
        String due = seen(YANTAI).extension().due().toString();
        assertRefused("\"workingDays\":10", "\"workingDays\":90");
        assertRefused("\"due\":\"" + due + "\"}", "\"due\":\"2199-01-04\"}");

        centres.post();
        atTheCity();
        service.suspend(city, HEARING, centres.reviewer(YANTAI));
        assertRefused("\"procedure\":\"HEARING\",", "");
    }

    private void assertRefused(String part, String forged) {
        ProblemException refused = assertThrows(ProblemException.class, () -> carryForged(part, forged));
        assertEquals(CaseError.MATERIAL_INVALID, refused.code());
    }

    private void carryForged(String part, String forged) {
        ModuleTransactions.Sent letter = transactions.messages().get(0);
        String payload = centres.linked.payload(letter.sender(), letter.message());
        String said = payload.replace(part, forged);
        assertNotEquals(payload, said);
        centres.carry(letter, said, List.of());
        transactions.messages().remove(0);
    }

    @Test
    public void inWhichDaysARefusalIsDeliveredIsToldToNoOtherCentre() {
        atTheCity();
        service.decide(city, REFUSE, centres.chief(YANTAI));
        centres.post();
        assertEquals(
                "RUNNING",
                centres.deadline("refusal-delivery", HAIYANG, county, HAIYANG).state());
        service.deliver(county, DELIVER, centres.clerk(HAIYANG));

        ModuleTransactions.Sent letter = transactions.messages().get(0);
        String told = centres.linked.payload(letter.sender(), letter.message());
        assertTrue(told, told.contains("\"state\":\"DELIVERED\""));
        assertFalse("of before, it could not read the letter", told.contains("REFUSAL_DELIVERY"));
    }

    @Test
    public void severalStagesOfOneCentreAreDoneOneAfterTheOther() {
        county = centres.submit(Items.TREES, "to-government", HAIYANG).number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
        assertThrows(ProblemException.class, () -> service.decide(city, GRANT, centres.chief(YANTAI)));
        assertEquals(
                LocalDate.of(2026, 9, 22),
                centres.deadline("stage", YANTAI, city, YANTAI).date());
        LocalDate law = centres.deadline("decision", YANTAI, city, YANTAI).date();

        centres.province.at("2026-09-16T09:00");
        CaseView government = service.preReview(city, AGREE, centres.reviewer(YANTAI));
        assertEquals(CaseState.ACCEPTED, government.state());
        assertEquals("市人民政府", government.department());
        assertEquals("three days of its own", LocalDate.of(2026, 9, 20), government.due());
        assertEquals(
                "and the law's stay as they are",
                law,
                centres.deadline("decision", YANTAI, city, YANTAI).date());
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        assertEquals(2, centres.find(county, HAIYANG).opinions().size());
    }

    @Test
    public void whatWasPromisedRunsFromTheAcceptanceAndIsSeenOnBothSidesUntilTheCityKeepsIt() {
        county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        LocalDate promised = LocalDate.of(2026, 10, 10);
        assertEquals(
                promised, centres.deadline("promise", HAIYANG, county, HAIYANG).date());
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        city = centres.numberAt(YANTAI, county);
        assertEquals(
                "before anybody there has accepted",
                "RUNNING",
                centres.deadline("promise", HAIYANG, city, YANTAI).state());
        assertEquals(
                "RUNNING", centres.deadline("promise", HAIYANG, county, HAIYANG).state());

        centres.province.at("2026-09-16T10:00");
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        centres.post();
        for (String number : List.of(county, city)) {
            TenantId seenFrom = number.equals(city) ? YANTAI : HAIYANG;
            assertEquals(
                    "STOPPED",
                    centres.deadline("promise", HAIYANG, number, seenFrom).state());
            assertEquals(
                    promised,
                    centres.deadline("promise", YANTAI, number, seenFrom).date());
        }
    }

    @Test
    public void whatWasPromisedAndIsHandedBackRunsOnFromTheFirstAcceptance() {
        county = forwarded();
        centres.post();
        service.notAccept(centres.numberAt(YANTAI, county), BACK, centres.clerk(YANTAI));
        centres.post();
        assertEquals(LocalDate.of(2026, 10, 10), centres.find(county, HAIYANG).due());
    }
}
