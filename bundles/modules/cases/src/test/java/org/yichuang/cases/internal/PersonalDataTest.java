package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** What belongs to people is encrypted wherever it is kept, and found and read all the same. */
public class PersonalDataTest {
    private static final TenantId HAIYANG = TestCentres.HAIYANG;
    private static final String ID_NUMBER = "370687199003071239";
    private static final String PHONE = "13905351234";
    private static final String LIVES_AT = "海阳市东村街道文山街 9 号";
    private static final Applicant ZHANG = new Applicant("person", "张晓明", null, ID_NUMBER, PHONE, null);

    private static ModuleTransactions transactions;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

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
    public void noTableHoldsWhatBelongsToPeopleInClear() {
        String number = submit(centres);
        CallContext clerk = centres.clerk(HAIYANG);
        centres.service.accept(number, ACCEPT, clerk);
        Draft draft = centres.drafts.begin(
                Items.SIMPLE, Items.FIRST, Map.of("applicant.phone", PHONE), centres.as("applicant", HAIYANG));

        for (String canary : List.of(ID_NUMBER, PHONE, LIVES_AT)) {
            assertEquals(canary, List.of(), transactions.holding(canary));
        }
        assertEquals(
                PHONE,
                centres.drafts
                        .get(draft.id(), centres.as("applicant", HAIYANG))
                        .fields()
                        .get("applicant.phone"));
        assertEquals(LIVES_AT, whole(centres, number).form().get("address"));
    }

    @Test
    public void whatWaitsForAnotherCentreIsEncryptedAndTravelsInFull() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, Centres.AGREE, centres.reviewer(HAIYANG));

        ModuleTransactions.Sent letter = transactions.messages().get(0);
        assertFalse(letter.message().payload().contains("0535-3221234"));
        String travelling = centres.linked.payload(letter.sender(), letter.message());
        assertTrue(travelling.contains("0535-3221234"));
    }

    @Test
    public void aCaseIsFoundByTheWholeNumberHoweverItIsTypedAndByNoPartOfIt() {
        String number = submit(centres);
        for (String words :
                List.of(ID_NUMBER, "370687 19900307 1239", PHONE, "139-0535-1234", "+86 13905351234", "张晓明")) {
            assertEquals(words, List.of(number), found(words));
        }
        for (String words : List.of("37068719900307", "1390535123", "370687199003071247")) {
            assertEquals(words, List.of(), found(words));
        }
    }

    @Test
    public void whatWasKeptInClearIsEncryptedByTheJobAndReadBefore() {
        String number = submit(centres);
        transactions.sql("UPDATE CASES_CASE SET ID_NUMBER_KEY=NULL, PHONE_KEY=NULL, KEY_NAME='', SUBMISSION='"
                + plain(number, "SUBMISSION") + "', PROGRESS='" + plain(number, "PROGRESS") + "'");
        assertNotEquals(List.of(), transactions.holding(ID_NUMBER));
        assertEquals("张晓明", centres.find(number, HAIYANG).applicant().name());
        assertEquals(List.of(), found(PHONE));

        centres.run(centres.rotation);

        assertEquals(List.of(), transactions.holding(ID_NUMBER));
        assertEquals(List.of(number), found(PHONE));
        assertEquals(LIVES_AT, whole(centres, number).form().get("address"));
        assertTrue(transactions.entries().stream()
                .anyMatch(written -> written.entry().action().equals(PersonalDataRotation.ENCRYPTED)));
    }

    @Test
    public void aNewKeyIsTakenIntoUseAndTheOldOneMayGoWhenTheJobIsDone() throws Exception {
        String number = submit(centres);
        Draft draft = centres.drafts.begin(
                Items.SIMPLE, Items.FIRST, Map.of("applicant.phone", PHONE), centres.as("applicant", HAIYANG));
        Path keys = folder.newFolder("keys").toPath().resolve("personal-data.keys");
        Files.writeString(keys, "2026 " + "ab".repeat(32) + "\n");
        Centres restarted =
                new Centres(transactions, TestCipher.in(folder.getRoot().getPath()));
        assertEquals(LIVES_AT, whole(restarted, number).form().get("address"));

        restarted.run(restarted.rotation);

        assertEquals(List.of(), transactions.holding("e1.0."));
        assertEquals(LIVES_AT, whole(restarted, number).form().get("address"));
        assertEquals(
                PHONE,
                restarted
                        .drafts
                        .get(draft.id(), restarted.as("applicant", HAIYANG))
                        .fields()
                        .get("applicant.phone"));
        int entries = transactions.entries().size();
        restarted.province.at("2026-09-20T09:00");
        restarted.run(restarted.rotation);
        assertEquals("nothing is done twice", entries, transactions.entries().size());
    }

    @Test
    public void aTextThatWasMovedToAnotherCaseIsNotRead() {
        String number = submit(centres);
        String other = submit(centres);
        transactions.sql("UPDATE CASES_CASE SET SUBMISSION='" + text("SUBMISSION", number) + "' WHERE CASE_NUMBER='"
                + other + "'");
        centres.run(centres.rotation);

        assertEquals("张晓明", centres.find(number, HAIYANG).applicant().name());
        assertEquals(
                "personal-data-unreadable",
                assertThrows(ProblemException.class, () -> centres.find(other, HAIYANG))
                        .code()
                        .code());
    }

    private static CaseView whole(Centres at, String number) {
        return at.service
                .unmask(number, new CaseRequests.Unmask("核对地址"), at.clerk(HAIYANG))
                .view();
    }

    private static String plain(String number, String column) {
        return TestCipher.CIPHER.decrypt(
                new DataScope(HAIYANG, "cases." + column.toLowerCase(Locale.ROOT), number), text(column, number));
    }

    private static String submit(Centres centres) {
        CaseRequests.Submit request =
                new CaseRequests.Submit(Items.SIMPLE, ZHANG, Map.of("address", LIVES_AT), List.of(), null);
        CaseView view = centres.service.submit(Centres.whole(request), centres.clerk(HAIYANG));
        return view.number();
    }

    private List<String> found(String words) {
        CaseService.Filter filter =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), words);
        return centres.service.list(filter, PageRequest.of(10, null), centres.clerk(HAIYANG)).items().stream()
                .map(CaseService.CaseSummary::number)
                .toList();
    }

    private static String text(String column, String number) {
        return transactions
                .texts("SELECT " + column + " FROM CASES_CASE WHERE CASE_NUMBER='" + number + "'")
                .get(0);
    }
}
