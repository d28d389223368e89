package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** A centre whose database was set back numbers its letters as it did before; on a real database. */
public class RestoredCentreTest {
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

    private String carry(ModuleTransactions.Sent sent, String id, long sequence) {
        OutgoingMessage letter = sent.message();
        OutgoingMessage anew = new OutgoingMessage(
                id, letter.topic(), letter.receiver(), letter.aggregateId(), sequence, letter.type(), letter.payload());
        String payload = centres.linked.payload(sent.sender(), letter);
        return centres.carry(new ModuleTransactions.Sent(sent.sender(), anew), payload, List.of());
    }
}
