package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.cases.internal.view.EarlierDemands;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** What was asked for after an acceptance, and what goes on without it; on a real database. */
public class ContinuationTest extends DocumentsOfCases {
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);
    private static final ContinuationRequest ON = new ContinuationRequest(null);

    private String township;
    private String county;
    private String city;

    private void accepted(String route) {
        township = centres.submit(Items.AGENCY, route, LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        county = centres.numberAt(HAIYANG, township);
    }

    /** Accepted at the township, handed back by the county, and asked for m2 on 14 September. */
    private void asked() {
        accepted("two");
        service.notAccept(county, BACK, centres.clerk(HAIYANG));
        centres.post();
        service.notifyCorrection(township, ask("m2"), centres.clerk(LIUGEZHUANG));
    }

    /** Accepted at the city, which asks for m2 on 14 September. */
    private void askedByTheCity() {
        accepted("three");
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        city = centres.acceptedAt(YANTAI, county);
        service.notifyCorrection(city, ask("m2"), centres.reviewer(YANTAI));
        centres.post();
    }

    private CaseView seen(TenantId centre) {
        String number = centre.equals(YANTAI) ? city : centre.equals(HAIYANG) ? county : township;
        return centres.find(number, centre);
    }

    private CaseView goOn(String number, CallContext context) {
        return centres.cases.reception().goOn(number, ON, context);
    }

    private void bring() {
        CallContext clerk = centres.clerk(LIUGEZHUANG);
        String file = service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), clerk)
                .file();
        List<MaterialGiven> given = List.of(new MaterialGiven("m2", null, file, false));
        service.correct(township, new CaseRequests.Correct("已补图纸", null, given), clerk);
        centres.post();
    }

    private List<String> materials(TenantId centre) {
        return seen(centre).materials().stream().map(MaterialView::code).toList();
    }

    private List<String> events(String number) {
        return centres.entries().stream()
                .filter(entry -> entry.entry().aggregateId().equals(number))
                .map(entry -> entry.entry().event().type())
                .toList();
    }

    private static List<String> late() {
        return transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE LATE"
                + " UNION SELECT CASE_NUMBER FROM CASES_FACT WHERE LATE=1");
    }

    private static List<String> revoked() {
        return transactions.texts("SELECT KIND FROM DOCUMENTS_DOCUMENT WHERE REVOKED_MICROS IS NOT NULL");
    }

    @Test
    public void whatWasAskedForThisMorningIsNotSentUpBeforeItsDay() {
        asked();
        assertSaid("本件已经受理。2026年9月20日");
        assertNotSaid("补正没有规定最后日期");
        for (String day : List.of("2026-09-14", "2026-09-20")) {
            centres.province.at(day + "T10:00");
            assertEquals(List.of("correction", "withdrawal"), seen(LIUGEZHUANG).commands());
            ProblemException early =
                    assertThrows(ProblemException.class, () -> goOn(township, centres.clerk(LIUGEZHUANG)));
            assertEquals(CaseError.CASE_STATE, early.code());
            assertTrue(early.getMessage(), early.zh().contains("等待补正的期限还没有届满"));
        }
        assertThrows(
                "nor by another way",
                ProblemException.class,
                () -> service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG)));
        centres.province.at("2026-09-21T10:00");
        centres.run(centres.timer);
        assertEquals(
                "the timer ends nothing",
                CaseState.CORRECTING,
                seen(LIUGEZHUANG).state());
        assertEquals(
                List.of("correction", "continuation", "withdrawal"),
                seen(LIUGEZHUANG).commands());

        assertEquals(
                CaseState.FORWARDED, goOn(township, centres.clerk(LIUGEZHUANG)).state());
        assertEquals(List.of("correction-notice"), revoked());
        centres.post();
        assertEquals(CaseState.RECEIVED, seen(HAIYANG).state());
        assertEquals(List.of(), late());
    }

    @Test
    public void whoeverIsNotPermittedToAskGivesUpNothing() {
        asked();
        centres.province.at("2026-09-21T10:00");
        assertThrows(ProblemException.class, () -> goOn(township, centres.as("applicant", LIUGEZHUANG)));
    }

    @Test
    public void whoAnswersAfterAHandBackOnTheEighthDayMakesNobodyLate() {
        asked();
        assertEquals(
                "after the applicant's days come five of the house",
                LocalDate.of(2026, 9, 28),
                seen(LIUGEZHUANG).due());
        centres.province.at("2026-09-28T10:00");
        bring();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        assertEquals(List.of(), late());
        assertEquals(List.of("m1", "m2"), materials(HAIYANG));
    }

    @Test
    public void nobodyIsToldAgainThatItIsAccepted() {
        asked();
        centres.province.at("2026-09-21T10:00");
        goOn(township, centres.clerk(LIUGEZHUANG));
        centres.post();
        service.notAccept(county, BACK, centres.clerk(HAIYANG));
        centres.post();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        List<String> events = events(township);
        assertEquals(
                events.toString(), 1, events.stream().filter("accepted"::equals).count());
        assertTrue(events.toString(), events.contains("gone-on"));
        assertEquals("taken-up-again", events.get(events.size() - 1));
    }

    @Test
    public void whatComesAfterwardsGoesUpIntoTheFile() {
        asked();
        centres.province.at("2026-09-21T10:00");
        goOn(township, centres.clerk(LIUGEZHUANG));
        centres.post();
        assertTrue(seen(LIUGEZHUANG).commands().contains("correction"));
        assertEquals(
                ask("m2").items(),
                EarlierDemands.askedNow(seen(LIUGEZHUANG)).orElseThrow().items());
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        bring();
        assertEquals(CaseState.FORWARDED, seen(LIUGEZHUANG).state());
        assertEquals(List.of("m1", "m2"), materials(HAIYANG));
        assertEquals(CaseState.ACCEPTED, seen(HAIYANG).state());
        CaseView below = seen(LIUGEZHUANG);
        assertEquals("已补图纸", below.corrections().get(0).statement());
        assertFalse("once", below.commands().contains("correction"));
        assertSaid("已补图纸");
        service.decide(county, GRANT, centres.chief(HAIYANG));
    }

    @Test
    public void aQuestionFromAboveIsAnsweredBeforeWhatWasAskedHere() {
        asked();
        centres.province.at("2026-09-21T10:00");
        goOn(township, centres.clerk(LIUGEZHUANG));
        centres.post();
        service.notifyCorrection(county, ask("m2"), centres.clerk(HAIYANG));
        centres.post();
        bring();
        assertEquals(CaseState.RECEIVED, seen(HAIYANG).state());
        assertEquals("已补图纸", seen(HAIYANG).corrections().get(0).statement());
        assertNotNull(seen(LIUGEZHUANG).corrections().get(1).answeredAt());
        assertNull(seen(LIUGEZHUANG).corrections().get(0).answeredAt());
    }

    @Test
    public void theCityDecidesThoughNobodyAnswers() {
        askedByTheCity();
        assertFalse(seen(YANTAI).commands().contains("continuation"));
        centres.province.at("2026-09-21T10:00");
        assertTrue(seen(YANTAI).commands().contains("continuation"));
        assertEquals(CaseState.ACCEPTED, goOn(city, centres.reviewer(YANTAI)).state());
        centres.post();
        assertEquals(
                "not theirs to do any more",
                CaseState.FORWARDED,
                seen(LIUGEZHUANG).state());
        assertEquals(CaseState.FORWARDED, seen(HAIYANG).state());
        assertTrue(events(township).contains("question-given-up"));
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        assertEquals(CaseState.GRANTED, seen(HAIYANG).state());
        assertEquals(List.of(), late());
    }

    @Test
    public void whoIsAskedByTheCityIsToldUntilWhenItWaits() {
        askedByTheCity();
        assertSaid("2026年9月20日以前（含当日）没有补正的，上级中心可以按现有材料继续办理");
        assertNotSaid("补正没有规定最后日期");
        for (TenantId centre : List.of(YANTAI, HAIYANG, LIUGEZHUANG)) {
            assertEquals(
                    LocalDate.of(2026, 9, 20), seen(centre).corrections().get(0).awaitedUntil());
        }
        bring();
        assertEquals(
                "and it stays known",
                LocalDate.of(2026, 9, 20),
                seen(LIUGEZHUANG).corrections().get(0).awaitedUntil());
    }

    /** A city of before says no day, and a letter that has lain says one that is over. */
    @Test
    public void aDayThatIsNotSaidOrIsOverIsToldToNobody() {
        for (String day : List.of("", "2026-09-13", "2031-09-20")) {
            begin();
            accepted("three");
            service.accept(county, ACCEPT, centres.clerk(HAIYANG));
            service.preReview(county, AGREE, centres.reviewer(HAIYANG));
            city = centres.acceptedAt(YANTAI, county);
            service.notifyCorrection(city, ask("m2"), centres.reviewer(YANTAI));
            ModuleTransactions.Sent letter = transactions.messages().remove(0);
            String said = "\"awaitedUntil\":\"2026-09-20\"";
            String payload = centres.linked.payload(YANTAI, letter.message());
            assertTrue(payload, payload.contains(said));
            centres.carry(
                    letter,
                    payload.replace(said, day.isEmpty() ? "\"later\":1" : "\"awaitedUntil\":\"" + day + "\"")
                            .replace("\"awaitedDays\":5", "\"later\":2"),
                    List.of());
            centres.post();
            assertEquals(CaseState.QUESTIONED, seen(LIUGEZHUANG).state());
            assertNull(seen(LIUGEZHUANG).corrections().get(0).awaitedUntil());
            assertNotSaid("补正没有规定最后日期");
            assertNotSaid("以前（含当日）没有补正的");
        }
    }

    @Test
    public void whatComesAfterTheCityHasGoneOnIsInItsFile() {
        askedByTheCity();
        centres.province.at("2026-09-21T10:00");
        goOn(city, centres.reviewer(YANTAI));
        centres.post();
        bring();
        assertEquals(CaseState.FORWARDED, seen(LIUGEZHUANG).state());
        assertEquals(CaseState.FORWARDED, seen(HAIYANG).state());
        assertEquals(CaseState.ACCEPTED, seen(YANTAI).state());
        assertEquals(List.of("m1", "m2"), materials(YANTAI));
        assertEquals("已补图纸", seen(YANTAI).corrections().get(0).statement());
    }

    /** A county without a stage of its own, to which the city has handed back, and which asks the township. */
    private void askedByTheOneBetween() {
        accepted("pass");
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.post();
        city = centres.numberAt(YANTAI, county);
        service.notAccept(city, BACK, centres.clerk(YANTAI));
        centres.post();
        service.notifyCorrection(county, ask("m2"), centres.clerk(HAIYANG));
        centres.post();
    }

    @Test
    public void aCentreBetweenWithoutAStageSendsUpWhatWasAnswered() {
        askedByTheOneBetween();
        bring();
        assertEquals("it decides nothing", CaseState.RECEIVED, seen(HAIYANG).state());
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(List.of("m1", "m2"), materials(YANTAI));
    }

    @Test
    public void andGoesOnWhereNobodyAnswers() {
        askedByTheOneBetween();
        centres.province.at("2026-09-21T10:00");
        assertEquals(CaseState.FORWARDED, goOn(county, centres.clerk(HAIYANG)).state());
        centres.post();
        assertEquals(CaseState.RECEIVED, seen(YANTAI).state());
        bring();
        assertEquals(List.of("m1", "m2"), materials(YANTAI));
    }
}
