package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** What came while the system was not there is entered afterwards, with its day, and counted as such (M-CAS-12). */
public class EnteredAfterwardsTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 9, 10);

    private static final CaseProof PAPER = CaseProof.onPaper("收件单");

    private static ModuleTransactions transactions;
    private Centres centres;

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
    }

    private CaseView enter(LocalDate cameOn, CallContext whose) {
        return enter(new Afterwards(cameOn, "当日停电", CaseProof.onPaper("手写收件单，三号柜")), whose);
    }

    private CaseView enter(Afterwards afterwards, CallContext whose) {
        Submit bare = Centres.whole(Centres.application(Items.SIMPLE, null));
        return centres.service.submit(
                new Submit(
                        bare.item(),
                        null,
                        bare.applicant(),
                        bare.form(),
                        bare.materials(),
                        null,
                        null,
                        CaseChannel.POST,
                        null,
                        null,
                        afterwards),
                whose);
    }

    @Test
    public void itsLimitsCountFromTheDayOnWhichItHadComeAndTheTrailSaysSo() {
        CaseView entered = enter(THURSDAY, centres.clerk(HAIYANG));
        assertEquals(LocalDate.of(2026, 9, 17), entered.due());
        assertEquals(THURSDAY, entered.filing().afterwards().cameOn());
        ModuleTransactions.Entry entry = centres.entries().get(0);
        assertEquals("2026-09-10", entry.entry().details().get("cameOn"));
        assertTrue(entry.entry().event().data(), entry.entry().event().data().contains("\"cameOn\":\"2026-09-10\""));
        assertEquals("enter-afterwards", centres.entries().get(1).entry().action());
        DomainEvent told = centres.entries().get(1).entry().event();
        assertEquals("entered-afterwards", told.type());
        assertEquals("{\"cameOn\":\"2026-09-10\",\"workingDays\":2}", told.data());

        CaseView plain = centres.submit(Items.SIMPLE, null, HAIYANG);
        assertEquals(LocalDate.of(2026, 9, 20), plain.due());
        assertNull(plain.filing().afterwards());
        assertEquals("nothing beside the receipt", 3, centres.entries().size());
    }

    @Test
    public void whatNobodyHasAnsweredFiveDaysAfterTheEntryTheLawHasAcceptedFromThatDay() {
        String number = enter(LocalDate.of(2026, 9, 4), chiefAtTheWindow()).number();
        for (String day : List.of("2026-09-14", "2026-09-20")) {
            centres.province.at(day + "T10:00");
            centres.run(centres.timer());
            assertNull(
                    "nobody could have answered it",
                    centres.find(number, HAIYANG).acceptance());
        }
        centres.province.at("2026-09-21T10:00");
        centres.run(centres.timer());
        CaseView deemed = centres.find(number, HAIYANG);
        assertEquals("DEEMED", deemed.acceptance().mode());
        assertEquals(LocalDate.of(2026, 9, 4), deemed.acceptance().clockFrom());
    }

    @Test
    public void untilThenItMayBeAskedForMoreOrAcceptedAndTheReceiptSaysADayThatIsToCome() {
        String asked = enter(LocalDate.of(2026, 9, 4), chiefAtTheWindow()).number();
        String receipt = centres.made.last();
        assertTrue(receipt, receipt.contains("本机关在2026年9月20日以前（含当日）告知是否受理"));
        assertTrue(receipt, receipt.contains("2026年9月4日"));
        assertFalse("not handed in by the applicant", receipt.contains("补录依据"));
        centres.service.notifyCorrection(asked, Centres.ask("m2"), centres.clerk(HAIYANG));
        String accepted = enter(LocalDate.of(2026, 9, 4), chiefAtTheWindow()).number();
        centres.service.accept(accepted, Centres.ACCEPT, centres.clerk(HAIYANG));
        assertEquals("EXPRESS", centres.find(accepted, HAIYANG).acceptance().mode());
    }

    @Test
    public void aDayThatCannotBeSoIsRefusedAndApplicantsEnterNothingAfterwards() {
        CallContext clerk = centres.clerk(HAIYANG);
        for (String day : List.of("2026-09-14", "2026-09-15", "2025-09-13")) {
            assertRefused("cameOn", new Afterwards(LocalDate.parse(day), "停电", PAPER), clerk);
        }
        assertRefused("cameOn", new Afterwards(null, "停电", PAPER), clerk);
        assertRefused("cameOn", new Afterwards(THURSDAY, "停电", PAPER), centres.as("applicant", HAIYANG));
        assertEquals(List.of(), centres.entries());
    }

    @Test
    public void aDayIsNotBelievedWithoutReasonAndProof() {
        CallContext clerk = centres.clerk(HAIYANG);
        assertRefused("reason", new Afterwards(THURSDAY, " ", PAPER), clerk);
        assertRefused("proof.file", new Afterwards(THURSDAY, "停电", null), clerk);
        assertRefused("proof.file", new Afterwards(THURSDAY, "停电", CaseProof.onPaper(" ")), clerk);
        assertRefused("proof.file", new Afterwards(THURSDAY, "停电", new CaseProof("nobodys", null)), clerk);
        assertEquals(List.of(), centres.entries());

        CaseView entered = enter(THURSDAY, clerk);
        assertEquals("当日停电", entered.filing().afterwards().reason());
        assertEquals(
                CaseProof.onPaper("手写收件单，三号柜"), entered.filing().afterwards().proof());
        assertEquals("当日停电", centres.entries().get(0).entry().details().get("afterwardsReason"));
        assertEquals("手写收件单，三号柜", centres.entries().get(0).entry().details().get("proofPaper"));
    }

    @Test
    public void anEarlyDayIsAChiefRepresentativesToEnter() {
        LocalDate early = LocalDate.of(2026, 9, 4); // six working days ago
        LocalDate near = LocalDate.of(2026, 9, 7);
        enter(near, centres.clerk(HAIYANG));
        assertRefused("cameOn", new Afterwards(early, "停电", PAPER), centres.clerk(HAIYANG));
        enter(early, chiefAtTheWindow());
        centres.province.policy(HAIYANG, "policy.cases.afterwards.days", "1");
        assertRefused("cameOn", new Afterwards(near, "停电", PAPER), centres.clerk(HAIYANG));
    }

    /** A chief representative who also takes in. */
    private CallContext chiefAtTheWindow() {
        CallContext clerk = centres.clerk(HAIYANG);
        Actor both = new Actor(
                "chief",
                "chief",
                Set.of("clerk", "chief-representative"),
                Set.of(),
                clerk.actor().permissions());
        return new CallContext(clerk.tenant(), both, clerk.at(), clerk.requestId(), Optional.empty(), Optional.empty());
    }

    private void assertRefused(String field, Afterwards entered, CallContext whose) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> enter(entered, whose));
        assertEquals("afterwards." + field, refusal.fields().get(0).field());
    }

    /** What lay at the window before it was entered has lain there, and is not done on the day. */
    @Test
    public void theDaysBeforeTheEntryAreTheWindowsAndNothingIsDoneOnTheDayOfItsEntry() {
        String late = enter(THURSDAY, centres.clerk(HAIYANG)).number();
        conclude(late);
        String plain = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.province.at("2026-09-15T10:00");
        conclude(plain);
        centres.province.at("2026-09-16T10:00");
        conclude(centres.submit(Items.SIMPLE, null, HAIYANG).number());

        assertEquals(
                Map.of(Cause.WINDOW, 2),
                centres.cases.times().of(late, centres.clerk(HAIYANG)).byCause());
        assertEquals(
                List.of("2"),
                transactions.texts("SELECT RTRIM(CAST(SUM(DAYS) AS CHAR(9))) FROM CASES_SPELL" + " WHERE CASE_NUMBER='"
                        + late + "'"));
        assertEquals(
                "accepted and concluded on one day are the last two", new Fraction(2, 3), counted("cases.same-day"));
    }

    @Test
    public void theShareThatWasCapturedStepByStepOpensItsRows() {
        conclude(enter(THURSDAY, centres.clerk(HAIYANG)).number());
        conclude(centres.submit(Items.SIMPLE, null, HAIYANG).number());
        String open = enter(THURSDAY, centres.clerk(HAIYANG)).number();
        assertEquals(new Fraction(1, 2), captured());
        assertEquals(List.of(false, true), rows());

        centres.province.at("2026-09-21T09:00");
        centres.run(centres.timer());
        assertEquals(
                "added up by day as well",
                List.of("2"),
                transactions.texts("SELECT RTRIM(CAST(SUM(N) AS CHAR(9))) FROM CASES_SUM"
                        + " WHERE SPAN='D' AND FACT='CONCLUDED'"
                        + " AND ATTRIBUTE='ALL' AND AFTERWARDS=1"));
        assertEquals(new Fraction(1, 2), captured());
        conclude(open);
        assertEquals(new Fraction(1, 3), captured());
    }

    private void conclude(String number) {
        if (centres.find(number, HAIYANG).acceptance() == null) {
            centres.service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        }
        centres.service.decide(number, Centres.GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, Centres.ISSUE, centres.clerk(HAIYANG));
    }

    private Scope month() {
        return Scope.all(Period.last(30, centres.as("centre-manager", HAIYANG).today()));
    }

    private Fraction counted(String id) {
        return transactions.read(
                centres.as("centre-manager", HAIYANG), unit -> figure(id).count(month(), unit));
    }

    private Indicator figure(String id) {
        return new CaseIndicators(Centres.repositories(transactions, TestCipher.CIPHER), centres.province)
                .indicators().stream()
                        .filter(each -> each.definition().id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private Fraction captured() {
        return counted("cases.captured");
    }

    private List<Boolean> rows() {
        return transactions.read(
                centres.as("centre-manager", HAIYANG),
                unit -> figure("cases.captured").rows(month(), "", 9, unit).stream()
                        .map(Indicator.Row::counted)
                        .sorted()
                        .toList());
    }
}
