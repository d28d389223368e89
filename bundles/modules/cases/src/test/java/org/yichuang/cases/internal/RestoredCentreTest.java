package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.CaseReminders.Reminder;
import org.yichuang.cases.internal.CaseReminders.Told;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** A centre whose database was set back numbers its letters as it did before; on a real database. */
public class RestoredCentreTest {
    /** Where a case leaves something. */
    private static final List<String> FORGOTTEN = List.of(
            "CASES_CASE",
            "CASES_GRAM",
            "CASES_FACT",
            "CASES_SPELL",
            "CASES_PAST_DEPARTMENT",
            "JOURNAL_ENTRY",
            "JOURNAL_PENDING",
            "JOURNAL_OUTBOX");

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

    @Test
    public void anotherLetterUnderAKnownNumberIsRefusedAndNotReceipted() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        centres.service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        centres.post();
        centres.service.correct(county, new CaseRequests.Correct("说明", null, null), centres.clerk(HAIYANG));
        ModuleTransactions.Sent answer = transactions.messages().get(0);
        centres.post();
        centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        ModuleTransactions.Sent withdrawal = transactions.messages().remove(0);

        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> carry(withdrawal, withdrawal.message().id(), 2));

        assertEquals(CaseError.LETTER_NUMBER_REUSED, refused.code());
        assertEquals(CaseState.ACCEPTED, centres.find(city, YANTAI).state());
        String again = carry(answer, answer.message().id(), 2);
        assertTrue("what is known is receipted as ever", again.contains("without effect"));
        assertThrows(
                ProblemException.class, () -> carry(withdrawal, answer.message().id() + "x", 1));
        centres.carry(withdrawal);
        assertEquals(CaseState.WITHDRAWN, centres.find(city, YANTAI).state());
    }

    @Test
    public void whatACountyWasToldOfADecisionItsCitySaysAgainAndNothingElse() {
        String county = preReviewed();
        String city = centres.acceptedAt(YANTAI, county);
        String told = Json.write(new Reminder(List.of(new Told(county, city, "GRANT"))));
        reminded(HAIYANG, told, YANTAI);

        assertEquals(CaseError.TOLD_BEFORE, refusal(() -> centres.service.decide(city, REFUSE, chief(YANTAI))));
        assertEquals(
                CaseError.TOLD_BEFORE,
                refusal(() -> centres.service.notAccept(
                        city,
                        new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null),
                        centres.clerk(YANTAI))));
        centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        assertTrue(centres.post().get(0).contains("effect"));
        assertEquals(CaseState.ACCEPTED, centres.find(city, YANTAI).state());

        centres.service.decide(city, GRANT, chief(YANTAI));
        centres.post();

        assertEquals(CaseState.GRANTED, centres.find(county, HAIYANG).state());
        assertEquals("what it has said now is what it had said", told, told(YANTAI, county, HAIYANG));
        assertEquals("", told(YANTAI, county, YANTAI));
    }

    @Test
    public void whatIsWithTheCityIsNotEndedAtACountyThatHasForgottenIt() {
        String county = accepted();
        String told = Json.write(new Reminder(List.of(new Told(county, "370600-20260914-1234567890", "FORWARDED"))));
        reminded(YANTAI, told, HAIYANG);

        assertEquals(
                CaseError.TOLD_BEFORE,
                refusal(() -> centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG))));
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);

        reminded(YANTAI, told.replace("FORWARDED", "SOMETHING"), HAIYANG);
        String said = told(HAIYANG, city, YANTAI);
        assertEquals(told.replace("370600-20260914-1234567890", city), said);
        centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(CaseState.WITHDRAWING, centres.find(county, HAIYANG).state());
    }

    @Test
    public void nothingIsSaidBeforeTheNeighbourHasSaidWhatItHadHeard() {
        String county = preReviewed();
        String city = centres.acceptedAt(YANTAI, county);
        centres.epochs.awaits(HAIYANG, true);

        assertEquals(CaseError.CENTRE_REMEMBERING, refusal(() -> centres.service.decide(city, GRANT, chief(YANTAI))));

        centres.epochs.awaits(HAIYANG, false);
        centres.service.decide(city, GRANT, chief(YANTAI));
        assertEquals(CaseState.GRANTED, centres.find(city, YANTAI).state());
    }

    @Test
    public void aFileThatIsHereAlreadyIsReceiptedToWhoeverHasForgottenThat() {
        String county = accepted();
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        ModuleTransactions.Sent forward = transactions.messages().get(0);
        String city = centres.acceptedAt(YANTAI, county);
        assertEquals(
                CaseError.CASE_STATE,
                refusal(() -> carry(forward, forward.message().id() + "x", 2)));

        centres.epochs.setBack(HAIYANG);
        String receipt = carry(forward, forward.message().id() + "x", 2);

        assertTrue(receipt, receipt.startsWith(city) && receipt.contains("effect"));
        assertEquals(CaseState.ACCEPTED, centres.find(city, YANTAI).state());
    }

    @Test
    public void aFileThatComesAgainToACityThatHasForgottenItHasItsNumberAndItsDecision() {
        String county = accepted();
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        ModuleTransactions.Sent forward = transactions.messages().get(0);
        String city = centres.acceptedAt(YANTAI, county);
        centres.service.decide(city, GRANT, chief(YANTAI));
        centres.post();
        centres.epochs.setBack(YANTAI);
        for (String table : FORGOTTEN) {
            transactions.sql("DELETE FROM " + table + " WHERE TENANT='yantai'");
        }

        assertEquals(city, centres.carry(forward));

        centres.service.accept(city, ACCEPT, centres.clerk(YANTAI));
        assertEquals(CaseError.TOLD_BEFORE, refusal(() -> centres.service.decide(city, REFUSE, chief(YANTAI))));
    }

    private CallContext chief(TenantId centre) {
        return centres.chief(centre);
    }

    private String accepted() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        return county;
    }

    private String preReviewed() {
        String county = accepted();
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        return county;
    }

    private void reminded(TenantId neighbour, String told, TenantId here) {
        transactions.write(CallContext.system(here, centres.province.now(), "epoch"), Void.class, unit -> {
            centres.linked.reminded(neighbour, told, unit);
            return null;
        });
    }

    private String told(TenantId neighbour, String number, TenantId here) {
        return transactions.write(
                CallContext.system(here, centres.province.now(), "epoch"),
                String.class,
                unit -> centres.linked.told(neighbour, List.of(number + "：无效果"), unit));
    }

    private static ErrorCode refusal(ThrowingRunnable work) {
        return assertThrows(ProblemException.class, work).code();
    }

    private String carry(ModuleTransactions.Sent sent, String id, long sequence) {
        OutgoingMessage letter = sent.message();
        OutgoingMessage anew = new OutgoingMessage(
                id, letter.topic(), letter.receiver(), letter.aggregateId(), sequence, letter.type(), letter.payload());
        String payload = centres.linked.payload(sent.sender(), letter);
        return centres.carry(
                new ModuleTransactions.Sent(sent.sender(), anew),
                payload,
                centres.linked.attachments(sent.sender(), payload));
    }
}
