package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.CheckPromise;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.Supply;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.PromiseState;
import org.yichuang.cases.internal.domain.ClockSign;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** What becomes of promises where files turn out to be harmful, and where a case goes back and forth. */
public class PromiseRoadsTest {
    private static final byte[] OTHER = "%PDF-1.7 another report".getBytes(StandardCharsets.US_ASCII);
    private static final CheckPromise TRUE = new CheckPromise("m4", true, "看过");

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

    private String accepted(String item) {
        String number = centres.submit(item, null, HAIYANG).number();
        Accept promising = new Accept(
                null,
                List.of(
                        new MaterialPromise("m3", PromiseKind.DEFERRAL, null),
                        new MaterialPromise("m4", PromiseKind.DECLARATION, null)),
                null);
        return service.accept(number, promising, centres.clerk(HAIYANG)).number();
    }

    private String forwarded() {
        String county = accepted(Items.LINKED_GAPS);
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        return county;
    }

    private CaseView supplied(String number, byte[] content) {
        String file = service.upload(
                        "检测报告.pdf", "application/pdf", new ByteArrayInputStream(content), centres.clerk(HAIYANG))
                .file();
        Supply report = new Supply(List.of(new MaterialGiven("m3", null, file, false)));
        return service.supply(number, report, centres.clerk(HAIYANG));
    }

    private static void scanned(byte[] content, String state) {
        transactions.sql(
                "UPDATE DOCUMENTS_FILE SET SCAN_STATE='" + state + "' WHERE SHA256='" + Digests.sha256(content) + "'");
    }

    private CaseError refusedGrant(String number, TenantId centre) {
        return (CaseError)
                assertThrows(ProblemException.class, () -> service.decide(number, GRANT, centres.chief(centre)))
                        .code();
    }

    private PromiseView report(String number) {
        return centres.find(number, HAIYANG).promises().get(0);
    }

    @Test
    public void whatIsFoundInfectedAfterItWasSuppliedIsOutstandingAgain() {
        String number = accepted(Items.GAPS);
        assertFalse(supplied(number, PDF).commands().contains("supply"));
        scanned(PDF, "INFECTED");

        assertTrue(centres.find(number, HAIYANG).commands().contains("supply"));
        assertEquals(PromiseState.OPEN, report(number).state());
        assertEquals(CaseError.MATERIALS_OUTSTANDING, refusedGrant(number, HAIYANG));
        supplied(number, OTHER);
        assertEquals(PromiseState.KEPT, report(number).state());
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }

    @Test
    public void afterAFalseAlarmItIsSuppliedAsBefore() {
        String number = accepted(Items.GAPS);
        supplied(number, PDF);
        scanned(PDF, "INFECTED");
        assertEquals(CaseError.MATERIALS_OUTSTANDING, refusedGrant(number, HAIYANG));
        scanned(PDF, "CLEAN");

        assertEquals(PromiseState.KEPT, report(number).state());
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }

    @Test
    public void whatIsLeftBehindOnTheWayIsOutstandingAbove() {
        String county = accepted(Items.LINKED_GAPS);
        supplied(county, PDF);
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        scanned(PDF, "INFECTED");
        String city = centres.acceptedAt(YANTAI, county);

        assertEquals(1, centres.find(city, YANTAI).outstanding().size());
        assertEquals(CaseError.MATERIALS_OUTSTANDING, refusedGrant(city, YANTAI));
        supplied(county, OTHER);
        centres.post();
        assertEquals(List.of(), centres.find(city, YANTAI).outstanding());
        assertEquals(
                CaseState.GRANTED,
                service.decide(city, GRANT, centres.chief(YANTAI)).state());
    }

    /** The scanner above may be later, or off: what comes in place of the infected file is taken all the same. */
    @Test
    public void whatIsFoundInfectedBelowFirstIsTakenAnewAbove() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        supplied(county, PDF);
        centres.post();
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED' WHERE TENANT='haiyang' AND SHA256='"
                + Digests.sha256(PDF) + "'");

        supplied(county, OTHER);
        centres.post();
        scanned(PDF, "INFECTED");
        assertEquals(List.of(), centres.find(city, YANTAI).outstanding());
        assertEquals(
                CaseState.GRANTED,
                service.decide(city, GRANT, centres.chief(YANTAI)).state());
    }

    @Test
    public void whatIsFoundInfectedAboveIsTakenAnew() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        supplied(county, PDF);
        centres.post();
        scanned(PDF, "INFECTED");
        assertEquals(CaseError.MATERIALS_OUTSTANDING, refusedGrant(city, YANTAI));

        supplied(county, OTHER);
        centres.post();
        assertEquals(
                CaseState.GRANTED,
                service.decide(city, GRANT, centres.chief(YANTAI)).state());
    }

    @Test
    public void whileTheCentreAboveAsksADeclarationIsCheckedToo() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        service.notifyCorrection(city, ask("m1"), centres.reviewer(YANTAI));
        centres.post();
        assertEquals(CaseState.QUESTIONED, centres.find(county, HAIYANG).state());

        service.checkPromise(county, TRUE, centres.reviewer(HAIYANG));
        centres.post();
        assertEquals(
                PromiseState.KEPT, centres.find(city, YANTAI).promises().get(1).state());
    }

    @Test
    public void whatWasPromisedComesAndIsCheckedAlsoAfterTheCentreAboveHasHandedTheCaseBack() {
        String county = handedBack();
        CaseView back = centres.find(county, HAIYANG);
        assertEquals(CaseState.RECEIVED, back.state());
        assertTrue(back.commands().containsAll(List.of("supply", "promise-check")));

        centres.province.at("2026-09-18T08:00");
        centres.run(centres.timer);
        assertEquals("promise-due", last());
        supplied(county, PDF);
        assertEquals(PromiseState.KEPT, report(county).state());
        assertEquals(
                CaseState.RECEIVED,
                service.checkPromise(county, TRUE, centres.reviewer(HAIYANG)).state());
    }

    @Test
    public void whatDoesNotComeMeanwhileIsBrokenOnItsDay() {
        String county = handedBack();
        centres.province.at("2026-09-21T00:10");
        centres.run(centres.timer);

        assertEquals("promise-broken", last());
        assertEquals(PromiseState.BROKEN, report(county).state());
    }

    private String handedBack() {
        String county = accepted(Items.STRAIGHT_GAPS);
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        NotAccept back = new NotAccept(NonAcceptance.NOT_COMPETENT, "不属本市", "条例第八条", "60日内可申请行政复议", "省厅");
        service.notAccept(city, back, centres.clerk(YANTAI));
        centres.post();
        return county;
    }

    private static String last() {
        return transactions.entries().stream()
                .map(entry -> entry.entry().event().type())
                .filter(type -> !Arrays.asList(ClockSign.events()).contains(type))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    @Test
    public void papersOfPromisesAreInForceAsLongAsTheAcceptance() {
        String number = accepted(Items.GAPS);
        assertEquals(List.of(), revoked());
        service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));

        assertEquals(List.of("acceptance", "declaration", "deferral-notice"), revoked());
    }

    private static List<String> revoked() {
        return transactions.texts("SELECT KIND FROM DOCUMENTS_DOCUMENT WHERE REVOKED_MICROS IS NOT NULL").stream()
                .sorted()
                .toList();
    }

    @Test
    public void lettersAboutPromisesAreOfVersionTwo() {
        forwarded();
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        assertTrue(centres.linked.payload(HAIYANG, letter.message()).contains("\"version\":2"));
    }
}
