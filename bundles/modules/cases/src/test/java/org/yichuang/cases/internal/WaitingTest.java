package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** From when on what was asked for after an acceptance is waited for, and who has the case when those days are over. */
public class WaitingTest extends DocumentsOfCases {
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private String township;
    private String county;

    private void accepted() {
        township = centres.submit(Items.AGENCY, "two", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        county = centres.numberAt(HAIYANG, township);
    }

    /** Handed back to the township, which has asked for m2: the applicant has until 20 September. */
    private void asked() {
        accepted();
        service.notAccept(county, BACK, centres.clerk(HAIYANG));
        centres.post();
        service.notifyCorrection(township, ask("m2"), centres.clerk(LIUGEZHUANG));
    }

    /** Accepted at the county, which asks on 14 September; the letter is still to be carried. */
    private ModuleTransactions.Sent askedAbove() {
        accepted();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.post();
        service.notifyCorrection(county, ask("m2"), centres.clerk(HAIYANG));
        return transactions.messages().remove(0);
    }

    private void on(String day) {
        centres.province.at(day + "T10:00");
    }

    private CaseView seen(TenantId centre) {
        return centres.find(centre.equals(HAIYANG) ? county : township, centre);
    }

    private DeadlineView house(TenantId centre) {
        return centres.deadline("continuation", centre, centre.equals(HAIYANG) ? county : township, centre);
    }

    private void goOn(String number, TenantId centre) {
        centres.cases.reception().goOn(number, new ContinuationRequest(null), centres.clerk(centre));
    }

    private Map<Cause, Integer> charged(String number, TenantId centre) {
        return centres.cases.times().of(number, centres.clerk(centre)).byCause();
    }

    private List<String> warnings() {
        return centres.entries().stream()
                .filter(entry -> entry.entry().action().equals("warn"))
                .map(entry -> entry.entry().event().type() + " "
                        + entry.entry().details().get("clock"))
                .toList();
    }

    private static List<String> late() {
        return transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE LATE");
    }

    @Test
    public void afterTheDaysOfTheApplicantTheHouseHasFiveOfItsOwn() {
        asked();
        assertEquals(LocalDate.of(2026, 9, 20), house(LIUGEZHUANG).start());
        assertEquals(LocalDate.of(2026, 9, 28), house(LIUGEZHUANG).date());
        centres.run(centres.timer());
        assertEquals("nothing to be said while the applicant has it", List.of(), warnings());
        on("2026-09-24");
        centres.run(centres.timer());
        assertEquals(List.of("due-soon continuation"), warnings());
        on("2026-09-28");
        goOn(township, LIUGEZHUANG);
        assertEquals("MET", house(LIUGEZHUANG).state());
        assertEquals(List.of(), late());
    }

    @Test
    public void whoLetsThemPassIsLateByAPromiseAndHasHadTheCase() {
        asked();
        on("2026-09-29");
        centres.run(centres.timer());
        assertEquals(List.of("promise-overdue continuation"), warnings());
        assertEquals("yellow", house(LIUGEZHUANG).light());
        assertEquals(5, charged(township, LIUGEZHUANG).get(Cause.APPLICANT).intValue());
        int windows = charged(township, LIUGEZHUANG).get(Cause.WINDOW);
        assertTrue(Integer.toString(windows), windows >= 6);
        goOn(township, LIUGEZHUANG);
        assertEquals("MISSED", house(LIUGEZHUANG).state());
        assertEquals(List.of(township), late());
    }

    @Test
    public void aCentreMaySayHowLongItTakes() {
        centres.province.policy(LIUGEZHUANG, "policy.cases.continuation.days", "2");
        asked();
        assertEquals(LocalDate.of(2026, 9, 22), house(LIUGEZHUANG).date());
    }

    @Test
    public void whatIsAnsweredMeanwhileIsNobodysToGoOnWith() {
        asked();
        on("2026-09-16");
        CallContext clerk = centres.clerk(LIUGEZHUANG);
        String file = service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(Centres.PDF), clerk)
                .file();
        List<MaterialGiven> given = List.of(new MaterialGiven("m2", null, file, false));
        service.correct(township, new CaseRequests.Correct("已补图纸", null, given), clerk);
        assertEquals("STOPPED", house(LIUGEZHUANG).state());
        on("2026-10-20");
        service.accept(township, ACCEPT, clerk);
        assertEquals("late by its own days alone", "STOPPED", house(LIUGEZHUANG).state());
    }

    @Test
    public void theDaysOfTheCentreBelowCountFromWhenItGotTheQuestion() {
        ModuleTransactions.Sent question = askedAbove();
        on("2026-09-24");
        assertFalse("nobody has been asked yet", seen(HAIYANG).commands().contains("continuation"));
        assertNull(seen(HAIYANG).corrections().get(0).awaitedUntil());
        assertEquals(CaseState.FORWARDED, seen(LIUGEZHUANG).state());

        centres.carry(question);
        LocalDate until = LocalDate.of(2026, 10, 9);
        assertEquals(until, seen(HAIYANG).corrections().get(0).awaitedUntil());
        assertEquals(until, seen(LIUGEZHUANG).corrections().get(0).awaitedUntil());
        assertSaid("2026年10月9日以前（含当日）没有补正的，上级中心可以按现有材料继续办理");
        assertEquals(until, house(HAIYANG).start());
        assertEquals(
                List.of("note-taken {awaitedUntil=2026-10-09}"),
                centres.entries().stream()
                        .filter(entry -> entry.entry().action().equals("note-taken"))
                        .map(entry ->
                                entry.entry().action() + " " + entry.entry().details())
                        .toList());

        on("2026-10-09");
        assertFalse(seen(HAIYANG).commands().contains("continuation"));
        on("2026-10-10");
        assertTrue(seen(HAIYANG).commands().contains("continuation"));
        on("2026-10-12");
        int others = charged(county, HAIYANG).get(Cause.OTHER_CENTRE);
        on("2026-10-13");
        assertEquals(
                "what lies after it lies here",
                others,
                charged(county, HAIYANG).get(Cause.OTHER_CENTRE).intValue());
    }

    @Test
    public void aReceiptThatComesTwiceOrAfterTheAnswerChangesNothing() {
        ModuleTransactions.Sent question = askedAbove();
        centres.carry(question);
        int entries = centres.entries().size();
        on("2026-09-16");
        receipted(question);
        assertEquals(entries, centres.entries().size());
        assertEquals(
                LocalDate.of(2026, 9, 20), seen(HAIYANG).corrections().get(0).awaitedUntil());
    }

    private void receipted(ModuleTransactions.Sent question) {
        CallContext outbox = CallContext.system(question.sender(), centres.province.now(), "outbox");
        transactions.write(outbox, Void.class, unit -> {
            centres.linked.receipted(question.message(), "", unit.context().at(), unit);
            return null;
        });
    }
}
