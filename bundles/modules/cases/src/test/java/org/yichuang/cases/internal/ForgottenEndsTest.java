package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
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
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** A centre's cases are put back to a copy that does not know how they have ended; on a real database. */
public class ForgottenEndsTest {
    private static final CaseRequests.NotAccept HAND_BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private static ModuleTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
        transactions.sql("CREATE TABLE KEPT_CASE AS SELECT * FROM CASES_CASE WITH NO DATA");
    }

    @AfterClass
    public static void close() {
        transactions.sql("DROP TABLE KEPT_CASE");
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        transactions.sql("DELETE FROM KEPT_CASE");
        centres = new Centres(transactions);
    }

    @Test
    public void aWithdrawalThatTheCountyHasForgottenEndsItsCaseWhenTheCitySaysSoAgain() {
        String county = preReviewed();
        String city = centres.acceptedAt(YANTAI, county);
        keep();
        centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        centres.carry(transactions.messages().remove(0));
        ModuleTransactions.Sent cancelled = transactions.messages().remove(0);
        setBack(HAIYANG);
        assertEquals(CaseState.FORWARDED, centres.find(county, HAIYANG).state());

        centres.carry(cancelled);

        assertEquals(CaseState.WITHDRAWN, centres.find(county, HAIYANG).state());
        assertEquals(CaseState.WITHDRAWN, centres.find(city, YANTAI).state());
    }

    @Test
    public void oneThatItHasWithdrawnDoesNotGoUpAgain() {
        String withdrawn = preReviewed();
        String city = centres.acceptedAt(YANTAI, withdrawn);
        centres.service.withdraw(withdrawn, WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        String told = told(HAIYANG, city, YANTAI);
        assertTrue(told, told.contains("WITHDRAWAL"));
        String county = accepted();
        reminded(YANTAI, told.replace(withdrawn, county), HAIYANG);

        assertEquals(
                CaseError.TOLD_BEFORE,
                refusal(() -> centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG))));
        centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));

        assertEquals(CaseState.WITHDRAWN, centres.find(county, HAIYANG).state());
        assertEquals("what comes of it from there is known", city, centres.above(county, HAIYANG));
    }

    @Test
    public void whatTheCityHasEndedAsWithdrawnItDoesNotDecide() {
        String county = preReviewed();
        String city = centres.acceptedAt(YANTAI, county);
        keep();
        centres.service.withdraw(county, WITHDRAW, centres.clerk(HAIYANG));
        ModuleTransactions.Sent withdrawal = transactions.messages().get(0);
        centres.post();
        String told = told(YANTAI, county, HAIYANG);
        assertTrue(told, told.contains("CANCELLED"));
        setBack(YANTAI);
        reminded(HAIYANG, told, YANTAI);

        assertEquals(CaseError.TOLD_BEFORE, refusal(() -> centres.service.decide(city, GRANT, centres.chief(YANTAI))));
        centres.carry(withdrawal);

        assertEquals(CaseState.WITHDRAWN, centres.find(city, YANTAI).state());
    }

    @Test
    public void whatTheCityHasHandedBackItHandsBackOnceMoreAndTakesAgain() {
        String county = preReviewed();
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        keep();
        centres.service.notAccept(city, HAND_BACK, centres.clerk(YANTAI));
        centres.post();
        assertEquals(CaseState.ACCEPTED, centres.find(county, HAIYANG).state());
        String told = told(YANTAI, county, HAIYANG);
        assertTrue(told, told.contains("RETURNED"));
        setBack(YANTAI);
        reminded(HAIYANG, told, YANTAI);
        assertEquals(CaseError.TOLD_BEFORE, refusal(() -> centres.service.accept(city, ACCEPT, centres.clerk(YANTAI))));
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        ModuleTransactions.Sent forward = transactions.messages().remove(0);
        assertEquals(CaseError.CASE_STATE, refusal(() -> centres.carry(forward)));

        centres.service.notAccept(city, HAND_BACK, centres.clerk(YANTAI));

        assertEquals("the county knows", List.of(), transactions.messages());
        centres.carry(forward);
        centres.service.accept(city, ACCEPT, centres.clerk(YANTAI));
        assertEquals(CaseState.ACCEPTED, centres.find(city, YANTAI).state());
    }

    @Test
    public void aFileThatIsDecidedIsAnsweredWithTheDecisionThatStands() {
        String county = preReviewed();
        ModuleTransactions.Sent forward = transactions.messages().get(0);
        String city = centres.acceptedAt(YANTAI, county);
        keep();
        centres.service.decide(city, GRANT, centres.chief(YANTAI));
        transactions.messages().clear(); // it came when the county could not take it
        centres.epochs.setBack(HAIYANG);

        carry(forward, 2);
        assertEquals("decision", transactions.messages().get(0).message().type());
        ModuleTransactions.Sent decision = transactions.messages().remove(0);
        carry(decision, 2);

        assertEquals(CaseState.GRANTED, centres.find(county, HAIYANG).state());
    }

    @Test
    public void aLetterWithoutEffectWaitsUntilItIsKnownWhatWasTold() {
        String county = preReviewed();
        centres.post();
        centres.service.notAccept(centres.numberAt(YANTAI, county), HAND_BACK, centres.clerk(YANTAI));
        ModuleTransactions.Sent back = transactions.messages().get(0);
        centres.post();
        centres.epochs.awaits(YANTAI, true);

        assertEquals(CaseError.CASE_STATE, refusal(() -> carry(back, 2)));

        centres.epochs.awaits(YANTAI, false);
        assertTrue(carry(back, 2).contains("effect"));
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

    private static void keep() {
        transactions.sql("INSERT INTO KEPT_CASE SELECT * FROM CASES_CASE");
    }

    private void setBack(TenantId tenant) {
        String of = " WHERE TENANT='" + tenant.value() + "'";
        for (String table : List.of("CASES_CASE", "CASES_FACT", "CASES_SPELL", "JOURNAL_PENDING", "JOURNAL_OUTBOX")) {
            transactions.sql("DELETE FROM " + table + of);
        }
        transactions.sql("DELETE FROM JOURNAL_ENTRY" + of + " AND EXISTS (SELECT 1 FROM KEPT_CASE KEPT"
                + " WHERE KEPT.TENANT=JOURNAL_ENTRY.TENANT AND KEPT.CASE_NUMBER=JOURNAL_ENTRY.AGGREGATE_ID"
                + " AND JOURNAL_ENTRY.SEQ>KEPT.CHAIN_SEQUENCE)");
        transactions.sql("INSERT INTO CASES_CASE SELECT * FROM KEPT_CASE" + of);
        centres.epochs.setBack(tenant);
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
                unit -> centres.linked.told(neighbour, List.of(number), unit));
    }

    private static ErrorCode refusal(ThrowingRunnable work) {
        return assertThrows(ProblemException.class, work).code();
    }

    /** As one that is written anew, under the number that it gets then. */
    private String carry(ModuleTransactions.Sent sent, long sequence) {
        OutgoingMessage letter = sent.message();
        return centres.carry(new ModuleTransactions.Sent(
                sent.sender(),
                new OutgoingMessage(
                        letter.id() + "x",
                        letter.topic(),
                        letter.receiver(),
                        letter.aggregateId(),
                        sequence,
                        letter.type(),
                        letter.payload())));
    }
}
