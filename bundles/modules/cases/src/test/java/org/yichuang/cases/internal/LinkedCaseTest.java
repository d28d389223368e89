package org.yichuang.cases.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** Cases that the county pre-reviews and the city decides; on a real database. */
public class LinkedCaseTest {
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private static ModuleTransactions transactions;
    private Centres centres;
    private CaseService service;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
        service = centres.service;
    }

    private CaseState state(String number, TenantId tenant) {
        return centres.find(number, tenant).state();
    }

    /** A case of the county that lies at the city, received there. */
    private String forwarded() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(number, AGREE, centres.reviewer(HAIYANG));
        return number;
    }

    @Test
    public void theCountyPreReviewsAndTheCityDecides() {
        String county = forwarded();
        CaseView forwarded = centres.find(county, HAIYANG);
        assertEquals(CaseState.FORWARDED, forwarded.state());
        assertEquals("yantai", forwarded.upper().centre());
        assertNull(forwarded.upper().number());
        assertNull("it is the city's turn", forwarded.due());

        String city = centres.acceptedAt(YANTAI, county);
        CaseView above = centres.find(city, YANTAI);
        assertEquals(CaseState.ACCEPTED, above.state());
        assertEquals("城管局", above.department());
        assertEquals("符合条件，建议准予", above.opinions().get(0).opinion());
        assertEquals(county, above.lower().number());
        assertNull("the code belongs to the centre of the applicant", above.queryCode());
        assertEquals(city, centres.above(county, HAIYANG));
        assertEquals("ACCEPTED", centres.find(county, HAIYANG).upper().state());

        service.decide(city, GRANT, centres.chief(YANTAI));
        assertEquals("the county issues", CaseState.GRANTED, state(city, YANTAI));
        assertThrows(ProblemException.class, () -> service.issue(city, ISSUE, centres.clerk(YANTAI)));
        centres.post();
        assertEquals(CaseState.GRANTED, state(county, HAIYANG));
        service.issue(county, ISSUE, centres.clerk(HAIYANG));
        assertEquals(
                CaseState.DELIVERED,
                service.deliver(county, DELIVER, centres.clerk(HAIYANG)).state());
        centres.post();
        assertEquals(
                "the city hears the end",
                "DELIVERED",
                centres.find(city, YANTAI).lower().state());
        assertEquals("MET", centres.deadline("delivery", HAIYANG, city, YANTAI).state());
        assertEquals("and nothing else", CaseState.GRANTED, state(city, YANTAI));
    }

    @Test
    public void theCountySeesFromTheReceiptOnUnderWhichNumberTheFileLiesAboveAndUntilWhen() {
        String county = forwarded();
        centres.post();

        CaseView seen = centres.find(county, HAIYANG);
        String city = centres.numberAt(YANTAI, county);
        assertEquals(city, seen.upper().number());
        assertEquals("RECEIVED", seen.upper().state());
        assertEquals(
                centres.deadline("notice", YANTAI, city, YANTAI), centres.deadline("notice", YANTAI, county, HAIYANG));
        assertNull("it is the city's turn", seen.due());

        centres.province.at("2026-09-15T10:00");
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        centres.post();
        assertEquals(city, centres.above(county, HAIYANG));
        assertEquals("ACCEPTED", centres.find(county, HAIYANG).upper().state());
        assertEquals(
                centres.deadline("notice", YANTAI, city, YANTAI), centres.deadline("notice", YANTAI, county, HAIYANG));
        assertEquals(
                "once",
                1,
                service.deadlines(county, centres.clerk(HAIYANG)).stream()
                        .filter(each ->
                                each.kind().equals("notice") && each.centre().equals("yantai"))
                        .count());
    }

    @Test
    public void bothClocksAreSeenAndExplainedOnBothSides() {
        String county = forwarded();
        centres.province.at("2026-09-21T10:00");
        String city = centres.acceptedAt(YANTAI, county);

        DeadlineView review = centres.deadline("pre-review", HAIYANG, county, HAIYANG);
        DeadlineView decision = centres.deadline("decision", YANTAI, county, HAIYANG);
        assertEquals(LocalDate.of(2026, 9, 14), review.start());
        assertEquals("MET", review.state());
        assertEquals("the law's twenty days from the city's acceptance", LocalDate.of(2026, 9, 21), decision.start());
        assertEquals(LocalDate.of(2026, 10, 26), decision.date());
        DeadlineView promise = centres.deadline("promise", YANTAI, county, HAIYANG);
        assertEquals("as the applicant was told", LocalDate.of(2026, 9, 14), promise.start());
        assertEquals(LocalDate.of(2026, 10, 10), promise.date());
        assertEquals(decision, centres.deadline("decision", YANTAI, city, YANTAI));
        assertEquals(review, centres.deadline("pre-review", HAIYANG, city, YANTAI));
        assertTrue(review.explanation(), review.explanation().contains("第四十三条"));

        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        assertEquals(
                "MET", centres.deadline("decision", YANTAI, county, HAIYANG).state());
        DeadlineView delivery = centres.deadline("delivery", HAIYANG, county, HAIYANG);
        assertEquals("ten days from the decision", LocalDate.of(2026, 9, 21), delivery.start());
    }

    @Test
    public void theCityAsksAndTheCountyAnswers() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        service.notifyCorrection(city, ask("m2"), centres.reviewer(YANTAI));
        centres.post();
        CaseView questioned = centres.find(county, HAIYANG);
        assertEquals(CaseState.QUESTIONED, questioned.state());
        assertEquals(
                "the city's clock does not stop",
                centres.deadline("promise", YANTAI, city, YANTAI).date(),
                questioned.due());
        assertEquals("yantai", questioned.corrections().get(0).centre());

        String file = upload(HAIYANG);
        CaseRequests.Correct answer =
                new CaseRequests.Correct("已补图纸", null, List.of(new MaterialGiven("m2", null, file, false)));
        assertEquals(
                CaseState.FORWARDED,
                service.correct(county, answer, centres.clerk(HAIYANG)).state());
        centres.post();

        CaseView answered = centres.find(city, YANTAI);
        assertEquals("back to where it was", CaseState.ACCEPTED, answered.state());
        assertEquals("已补图纸", answered.corrections().get(0).statement());
        assertEquals("图纸", answered.materials().get(1).name());
        assertArrayEquals(PDF, centres.bytes(city, file, centres.clerk(YANTAI)));
        ProblemException second = assertThrows(
                ProblemException.class, () -> service.notifyCorrection(city, ask("m1"), centres.reviewer(YANTAI)));
        assertEquals(CaseError.SECOND_NOTICE, second.code());
    }

    @Test
    public void aQuestionBeforeAcceptanceLeadsBackToIt() {
        String county = forwarded();
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        centres.post();
        service.correct(county, new CaseRequests.Correct("说明", null, null), centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.RECEIVED, state(city, YANTAI));
        assertEquals(CaseState.FORWARDED, state(county, HAIYANG));
    }

    private String upload(TenantId tenant) {
        return service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), centres.clerk(tenant))
                .file();
    }

    @Test
    public void theMaterialsTravelWithTheFile() {
        String file = upload(HAIYANG);
        CaseRequests.Submit request = new CaseRequests.Submit(
                Items.TREES,
                Centres.ENTERPRISE,
                Map.of("route", "county-city"),
                List.of(new MaterialGiven("m1", null, file, false)),
                null);
        String county = service.submit(request, centres.clerk(HAIYANG)).number();
        ProblemException used =
                assertThrows(ProblemException.class, () -> service.submit(request, centres.clerk(HAIYANG)));
        assertEquals("a file belongs to one case", CaseError.MATERIAL_INVALID, used.code());
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));

        ModuleTransactions.Sent letter = transactions.messages().get(0);
        String payload = centres.linked.payload(HAIYANG, letter.message());
        List<Attachment> files = centres.linked.attachments(HAIYANG, payload);
        Attachment altered = new Attachment(
                files.get(0).file(), "图纸.pdf", "application/pdf", Digests.sha256(new byte[] {1}), new byte[] {1});
        assertThrows(ProblemException.class, () -> centres.carry(letter, payload, List.of(altered)));
        assertThrows(ProblemException.class, () -> centres.carry(letter, payload, List.of()));
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        assertArrayEquals(PDF, centres.bytes(city, file, centres.clerk(YANTAI)));
        CallContext township = centres.clerk(LIUGEZHUANG);
        assertThrows(ProblemException.class, () -> service.content(county, file, township));
    }

    @Test
    public void theTrailOfACaseTellsThatALetterOfItIsParked() {
        String county = forwarded();
        OutgoingMessage letter = transactions.messages().get(0).message();
        transactions.write(CallContext.system(HAIYANG, centres.province.now(), "outbox"), Void.class, unit -> {
            centres.linked.parked(letter, "receiver-unknown: 市里未开通", unit);
            return null;
        });

        AuditEntry last =
                transactions.entries().get(transactions.entries().size() - 1).entry();
        assertEquals("message-parked", last.action());
        assertEquals(county, last.aggregateId());
        assertEquals("receiver-unknown: 市里未开通", last.details().get("reason"));
        assertEquals("yantai", last.details().get("receiver"));
        assertEquals("nothing else has changed", CaseState.FORWARDED, state(county, HAIYANG));
    }

    @Test
    public void doublesAndLateLettersHaveNoEffect() {
        String county = forwarded();
        ModuleTransactions.Sent forward = transactions.messages().remove(0);
        String first = centres.carry(forward);
        assertEquals(centres.numberAt(YANTAI, county), first);
        assertNotEquals(first, centres.carry(forward));
        assertEquals(1, centres.find(first, YANTAI).version());

        service.accept(first, ACCEPT, centres.clerk(YANTAI));
        ModuleTransactions.Sent receipt = transactions.messages().remove(0);
        service.decide(first, GRANT, centres.chief(YANTAI));
        ModuleTransactions.Sent decision = transactions.messages().remove(0);
        assertThrows("not before the receipt", ProblemException.class, () -> centres.carry(decision));
        centres.carry(receipt);
        centres.carry(decision);
        long version = centres.find(county, HAIYANG).version();
        assertTrue(centres.carry(receipt), centres.carry(receipt).contains("without effect"));
        assertEquals(version, centres.find(county, HAIYANG).version());
    }

    @Test
    public void aStrangersLetterIsNotTaken() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        service.decide(city, GRANT, centres.chief(YANTAI));
        ModuleTransactions.Sent decision = transactions.messages().remove(0);
        ModuleTransactions.Sent forged = new ModuleTransactions.Sent(LIUGEZHUANG, decision.message());
        String payload = centres.linked.payload(YANTAI, decision.message());
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> centres.carry(forged, payload, List.of()));
        assertEquals(CaseError.CASE_UNKNOWN, refusal.code());
        assertEquals(CaseState.FORWARDED, state(county, HAIYANG));
    }

    @Test
    public void aWithdrawalBeforeTheDecisionIsConfirmedAbove() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        assertEquals(
                CaseState.WITHDRAWING,
                service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG)).state());
        centres.post();
        assertEquals(CaseState.WITHDRAWN, state(city, YANTAI));
        assertEquals(CaseState.WITHDRAWN, state(county, HAIYANG));
        assertThrows(ProblemException.class, () -> service.decide(city, GRANT, centres.chief(YANTAI)));
    }

    @Test
    public void aWithdrawalThatMeetsTheDecisionOnTheWayComesTooLate() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        service.decide(city, REFUSE, centres.chief(YANTAI));
        service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        List<String> receipts = centres.post();

        assertEquals(CaseState.REFUSED, state(city, YANTAI));
        assertEquals("the decision stands", CaseState.REFUSED, state(county, HAIYANG));
        assertTrue(receipts.toString(), receipts.stream().anyMatch(words -> words.contains("without effect")));
        assertEquals(
                CaseState.DELIVERED,
                service.deliver(county, DELIVER, centres.clerk(HAIYANG)).state());
    }

    @Test
    public void aWithdrawalBeforeTheFileHasArrivedFollowsIt() {
        String county = forwarded();
        service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.WITHDRAWN, state(county, HAIYANG));
        String city = centres.numberAt(YANTAI, county);
        assertEquals(CaseState.WITHDRAWN, state(city, YANTAI));
        assertEquals("WITHDRAWN", centres.find(city, YANTAI).lower().state());
    }

    @Test
    public void theCityHandsBackAndTheCountyForwardsAnew() {
        String county = forwarded();
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        service.notAccept(city, BACK, centres.clerk(YANTAI));
        centres.post();
        assertEquals(CaseState.RETURNED, state(city, YANTAI));
        CaseView back = centres.find(county, HAIYANG);
        assertEquals(CaseState.ACCEPTED, back.state());
        assertEquals("初审意见不完整", back.ending().reasons());
        assertEquals(
                "RUNNING",
                centres.deadline("pre-review", HAIYANG, county, HAIYANG).state());
        assertEquals(List.of("examination", "pre-review", "withdrawal"), back.commands());

        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        assertEquals("the same case there", city, centres.numberAt(YANTAI, county));
        assertEquals(CaseState.RECEIVED, state(city, YANTAI));
        assertEquals(2, centres.find(city, YANTAI).opinions().size());
        assertNull(centres.find(county, HAIYANG).ending());
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        assertEquals(CaseState.GRANTED, state(county, HAIYANG));
    }

    @Test
    public void aWithdrawalThatMeetsTheHandingBackEndsTheCase() {
        String county = forwarded();
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        service.notAccept(city, BACK, centres.clerk(YANTAI));
        service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.WITHDRAWN, state(county, HAIYANG));
        assertEquals(CaseState.RETURNED, state(city, YANTAI));
    }
}
