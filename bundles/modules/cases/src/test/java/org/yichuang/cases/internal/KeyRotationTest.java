package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** A new master key is taken into use, the old one goes, and nothing is lost. */
public class KeyRotationTest {
    private static final String FIRST = "2026 " + "ab".repeat(32) + "\n";
    private static final String SECOND = "2027 " + "cd".repeat(32) + "\n";
    private static final String PHONE = "13905351234";

    private static ModuleTransactions transactions;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private CallContext applicant;
    private Path file;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() throws Exception {
        transactions.clear();
        file = folder.newFolder("keys").toPath().resolve("personal-data.keys");
    }

    @Test
    public void whatWaitsForAnotherCentreIsReadWhenTheOldKeyHasGone() throws Exception {
        Centres first = started(FIRST);
        forwarded(first);
        assertEquals(Set.of("2026"), first.keys.keys(HAIYANG));

        Centres second = started(FIRST + SECOND);
        second.run(second.rotation);
        assertEquals("no module names the old key any more", Set.of("2027"), second.keys.keys(HAIYANG));

        Centres third = started(SECOND);
        OutgoingMessage letter = waiting(third).get(0);
        assertTrue(third.linked.payload(HAIYANG, letter).contains("0535-3221234"));
        assertTrue(transactions.entries().stream()
                .anyMatch(written -> written.entry().action().equals("rewrite")));
    }

    @Test
    public void aLetterThatSomebodyHasAlteredIsLeftOutAndItsKeyNamed() throws Exception {
        Centres first = started(FIRST);
        forwarded(first);
        transactions.sql("UPDATE JOURNAL_OUTBOX SET RECEIVER='weihai'");

        Centres second = started(FIRST + SECOND);
        second.run(second.rotation);
        assertEquals(Set.of("2026", "2027"), second.keys.keys(HAIYANG));
    }

    @Test
    public void oneThatCannotBeReadKeepsNothingElseUnderTheOldKey() throws Exception {
        Centres first = started(FIRST);
        String number = first.submit(Items.SIMPLE, null, HAIYANG).number();
        String broken = first.submit(Items.SIMPLE, null, HAIYANG).number();
        Draft bad = draft(first);
        Draft good = draft(first);
        transactions.sql("UPDATE CASES_CASE SET SUBMISSION='"
                + text("SELECT SUBMISSION FROM CASES_CASE WHERE CASE_NUMBER='" + number + "'")
                + "' WHERE CASE_NUMBER='" + broken + "'");
        transactions.sql("UPDATE CASES_DRAFT SET CONTENT='"
                + text("SELECT CONTENT FROM CASES_DRAFT WHERE DRAFT_ID='" + good.id() + "'")
                + "' WHERE DRAFT_ID='" + bad.id() + "'");

        Centres second = started(FIRST + SECOND);
        second.run(second.rotation);

        assertEquals(List.of(broken), transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE KEY_NAME<>'2027'"));
        assertEquals(List.of(bad.id()), transactions.texts("SELECT DRAFT_ID FROM CASES_DRAFT WHERE KEY_NAME<>'2027'"));
        assertEquals(Set.of("2026", "2027"), second.keys.keys(HAIYANG));
        assertEquals(PHONE, second.drafts.get(good.id(), applicant).fields().get("applicant.phone"));
    }

    @Test
    public void aCaseOfWhichOneTextIsUnderEachKeyIsFoundToo() throws Exception {
        Centres first = started(FIRST);
        String number = first.submit(Items.SIMPLE, null, HAIYANG).number();
        Centres second = started(FIRST + SECOND);
        second.service.accept(number, ACCEPT, second.clerk(HAIYANG));
        assertEquals("", text("SELECT KEY_NAME FROM CASES_CASE"));

        second.run(second.rotation);

        assertEquals("2027", text("SELECT KEY_NAME FROM CASES_CASE"));
        started(SECOND).find(number, HAIYANG);
    }

    @Test
    public void whereNothingIsLeftNoTextIsReadThrough() throws Exception {
        Centres first = started(FIRST + SECOND);
        first.submit(Items.SIMPLE, null, HAIYANG);
        first.run(first.rotation);
        transactions.sql("UPDATE CASES_CASE SET SUBMISSION='unreadable', PROGRESS='unreadable'");
        int entries = transactions.entries().size();

        Centres second = started(FIRST + SECOND);
        second.run(second.rotation);
        assertEquals("the key's name tells", entries, transactions.entries().size());
        int begun = transactions.begun();
        second.run(second.rotation);
        assertEquals("and until tomorrow nobody asks", begun, transactions.begun());
    }

    @Test
    public void aRunThatFailedComesAgainAfterAnHourAndNotEachMinute() throws Exception {
        started(FIRST).submit(Items.SIMPLE, null, HAIYANG);
        Centres second = started(FIRST + SECOND);
        transactions.beforeWriting(call -> {
            throw new ProblemException(CommonError.UNAVAILABLE, LocalizedMessage.verbatim("away"));
        });
        assertThrows(ProblemException.class, () -> second.run(second.rotation));
        transactions.beforeWriting(call -> {});

        second.province.at("2026-09-14T09:30");
        second.run(second.rotation);
        assertEquals("2026", text("SELECT KEY_NAME FROM CASES_CASE"));
        second.province.at("2026-09-14T10:30");
        second.run(second.rotation);
        assertEquals("2027", text("SELECT KEY_NAME FROM CASES_CASE"));
    }

    @Test
    public void aRehearsalThatIsSetBackMakesNobodyWaitLonger() throws Exception {
        Centres first = started(FIRST + SECOND);
        AtomicLong nanos = new AtomicLong();
        PersonalDataRotation rotation = first.cases.rotation(nanos::get);
        first.province.at("2026-10-30T09:30");
        first.run(rotation);
        first.province.at("2026-09-14T09:30");
        nanos.addAndGet(Duration.ofDays(1).toNanos());
        int begun = transactions.begun();
        first.run(rotation);
        assertNotEquals("it looks again", begun, transactions.begun());
    }

    @Test
    public void aContainerWithAnOlderFileRenewsNothing() throws Exception {
        Centres first = started(FIRST + SECOND);
        first.submit(Items.SIMPLE, null, HAIYANG);
        Files.writeString(file, SECOND + FIRST);
        Centres other = new Centres(transactions, TestCipher.in(folder.getRoot().getPath(), false));
        other.run(other.rotation);

        assertEquals("2027", text("SELECT KEY_NAME FROM CASES_CASE"));
    }

    private Centres started(String keys) throws Exception {
        Files.writeString(file, keys);
        Centres centres =
                new Centres(transactions, TestCipher.in(folder.getRoot().getPath()));
        applicant = centres.as("applicant", HAIYANG);
        return centres;
    }

    private static void forwarded(Centres centres) {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, Centres.AGREE, centres.reviewer(HAIYANG));
    }

    private static List<OutgoingMessage> waiting(Centres centres) {
        return transactions.waiting().undelivered(LinkedCases.TOPIC, "", 10, centres.clerk(HAIYANG));
    }

    private Draft draft(Centres centres) {
        return centres.drafts.begin(Items.SIMPLE, Items.FIRST, Map.of("applicant.phone", PHONE), applicant);
    }

    private static String text(String question) {
        return transactions.texts(question).get(0);
    }
}
