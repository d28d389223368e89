package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** A file goes up, and to the centre that does its next stage or to one on the way there; on a real database. */
public class MisdirectedFileTest {
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

    private ModuleTransactions.Sent forwarded() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, AGREE, centres.reviewer(HAIYANG));
        return transactions.messages().remove(0);
    }

    /** The county's letter, as another centre sends it to another one. */
    private ProblemException refused(TenantId sender, TenantId receiver, String payload, OutgoingMessage letter) {
        OutgoingMessage sent = new OutgoingMessage(
                letter.id(),
                letter.topic(),
                receiver.value(),
                letter.aggregateId(),
                letter.sequence(),
                letter.type(),
                letter.payload());
        return assertThrows(
                ProblemException.class,
                () -> centres.carry(new ModuleTransactions.Sent(sender, sent), payload, List.of()));
    }

    @Test
    public void aFileFromAboveIsNotTaken() {
        OutgoingMessage letter = forwarded().message();
        String payload = centres.linked.payload(HAIYANG, letter);
        for (TenantId above : List.of(YANTAI, SHANDONG)) {
            assertFromAbove(refused(above, HAIYANG, payload, letter));
        }
        assertFromAbove(refused(HAIYANG, LIUGEZHUANG, payload, letter));
        assertEquals("no case has been opened", 1, rows());
    }

    private static void assertFromAbove(ProblemException refused) {
        assertEquals(CaseError.MATERIAL_INVALID, refused.code());
        assertTrue(refused.getMessage(), refused.getMessage().contains("comes from a centre below"));
    }

    @Test
    public void aFileWhoseNextStageIsBelowOrElsewhereIsNotTaken() {
        OutgoingMessage letter = forwarded().message();
        String payload = centres.linked.payload(HAIYANG, letter);
        for (String elsewhere : List.of("haiyang", "laishan", "nowhere")) {
            String forged = payload.replaceAll(
                    "(\"DECIDE\",\"level\":\"CITY\",\"centre\":)\"yantai\"", "$1\"" + elsewhere + "\"");
            assertNotEquals(payload, forged);
            ProblemException refused = refused(HAIYANG, YANTAI, forged, letter);
            assertEquals(CaseError.MATERIAL_INVALID, refused.code());
            assertTrue(refused.getMessage(), refused.getMessage().contains(elsewhere));
        }
        assertEquals("no case has been opened", 1, rows());
        centres.carry(new ModuleTransactions.Sent(HAIYANG, letter));
        assertEquals(2, rows());
    }

    private int rows() {
        return transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE").size();
    }
}
