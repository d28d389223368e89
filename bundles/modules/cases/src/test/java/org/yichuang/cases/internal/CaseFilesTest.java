package org.yichuang.cases.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ENTERPRISE;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileUpkeep;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** The bytes of what people hand in are in the file store, whatever happens on the way. */
public class CaseFilesTest {
    private static final String KEPT = "SELECT SHA256 FROM DOCUMENTS_FILE";
    private static final String USES = "SELECT USED_BY FROM DOCUMENTS_USE ORDER BY USED_BY";
    private static final String IN_ROWS = "SELECT FILE_ID FROM CASES_FILE WHERE CONTENT IS NOT NULL";

    private static ModuleTransactions transactions;
    private Centres centres;
    private CallContext applicant;

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
        applicant = centres.as("li", "applicant", Set.of(), HAIYANG);
    }

    @Test
    public void bytesAreInTheFileStoreAndNotInTheRow() {
        Upload file = upload(PDF);

        assertEquals(List.of(), transactions.texts(IN_ROWS));
        assertEquals(List.of(file.sha256()), transactions.texts(KEPT));
        assertEquals(List.of("case-file/" + file.file()), transactions.texts(USES));
        assertEquals(Digests.sha256(PDF), file.sha256());
        assertEquals(PDF.length, file.size());
        assertArrayEquals(PDF, centres.bytes(submitted(file.file()), file.file(), applicant));
    }

    @Test
    public void whatIsRefusedIsKeptNowhere() {
        byte[] zip = "PK\3\4 an archive of something else".getBytes(StandardCharsets.ISO_8859_1);

        isRefused(new byte[0], null);
        isRefused("plain text".getBytes(StandardCharsets.US_ASCII), null);
        isRefused(zip, null);
        isRefused("%PDF-".getBytes(StandardCharsets.US_ASCII), null);
        isRefused(PDF, "image/png");
        isRefused(Arrays.copyOf(PDF, Uploads.LARGEST + 1), null);

        assertEquals(List.of(), transactions.texts(KEPT));
        assertEquals("no transaction was begun", 0, transactions.begun());
    }

    @Test
    public void aFileThatIsNotWhatItsNameSaysIsRefusedInWordsThatHelp() {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> centres.service.upload("材料.docx", null, new ByteArrayInputStream(PDF), applicant));

        assertEquals(CaseError.MATERIAL_INVALID, refusal.code());
        assertEquals("file", refusal.fields().get(0).field());
        assertEquals("文件名以“docx”结尾，而内容是 pdf 文件：请另存为正确的格式后再上传", refusal.message().zh());
    }

    @Test
    public void theLargestFileIsTaken() {
        byte[] largest = Arrays.copyOf(PDF, Uploads.LARGEST);
        Upload file = upload(largest);

        assertArrayEquals(largest, centres.bytes(submitted(file.file()), file.file(), applicant));
    }

    @Test
    public void whatIsNoKindOfFileIsNotReadToItsEnd() {
        EndlessStream endless = new EndlessStream();

        assertThrows(ProblemException.class, () -> centres.service.upload("x", null, endless, applicant));

        assertTrue(endless.read + " bytes were read", endless.read < 1 << 20);
    }

    @Test
    public void ofAnAccountThatHasHadAllOfTodaysNothingIsRead() {
        centres.province.policy(HAIYANG, "quota.uploads", "2");
        upload(PDF);
        upload(PDF);
        EndlessStream endless = new EndlessStream();

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> centres.service.upload("x", null, endless, applicant));

        assertEquals(CaseError.QUOTA_EXCEEDED, refusal.code());
        assertEquals(0, endless.read);
    }

    @Test
    public void aRepeatedUploadIsAnsweredAlsoByAnAccountThatHasHadAllOfTodays() {
        centres.province.policy(HAIYANG, "quota.uploads", "2");
        upload(PDF);
        CallContext keyed = centres.withKey("k-1", applicant);
        Upload first = centres.service.upload("图纸.pdf", null, new ByteArrayInputStream(PDF), keyed);

        Upload again = centres.service.upload("图纸.pdf", null, new ByteArrayInputStream(PDF), keyed);

        assertEquals(first, again);
    }

    /** The power fails when the bytes are kept and nobody has named them yet. */
    @Test
    public void bytesThatNoFileNamesAreRemovedAfterADay() {
        int[] writes = {0};
        transactions.beforeWriting(context -> {
            if (++writes[0] == 2) {
                throw new IllegalStateException("the power fails");
            }
        });
        assertThrows(IllegalStateException.class, () -> upload(PDF));
        transactions.beforeWriting(context -> {});
        assertEquals(1, transactions.texts(KEPT).size());
        assertEquals(List.of(), transactions.texts("SELECT FILE_ID FROM CASES_FILE"));

        centres.province.at("2026-09-15T08:00");
        upkeep();
        assertEquals("it may still be named", 1, transactions.texts(KEPT).size());
        centres.province.at("2026-09-15T10:00");
        upkeep();
        assertEquals(List.of(), transactions.texts(KEPT));
    }

    @Test
    public void bytesGoWithTheLastFileThatHasThem() {
        Upload named = upload(PDF);
        upload(PDF);
        String number = submitted(named.file());
        assertEquals(1, transactions.texts(KEPT).size());
        assertEquals(2, transactions.texts(USES).size());

        centres.province.at("2027-03-14T09:00");
        centres.run(centres.leftovers);
        centres.province.at("2027-03-14T10:00");
        upkeep();

        assertEquals(List.of("case-file/" + named.file()), transactions.texts(USES));
        assertArrayEquals(PDF, centres.bytes(number, named.file(), centres.clerk(HAIYANG)));
    }

    @Test
    public void bytesThatNoCaseCameToNameAreGone() {
        upload(PDF);

        centres.province.at("2027-03-14T09:00");
        centres.run(centres.leftovers);
        centres.province.at("2027-03-14T10:00");
        upkeep();

        assertEquals(List.of(), transactions.texts(KEPT));
        assertEquals(List.of(), transactions.texts(USES));
    }

    @Test
    public void filesFromBeforeAreMovedAndCanBeReadAtAnyMoment() {
        byte[] another = "%PDF-1.4 another drawing".getBytes(StandardCharsets.US_ASCII);
        Upload bound = upload(PDF);
        Upload free = upload(another);
        String number = submitted(bound.file());
        asBefore(bound, PDF);
        asBefore(free, another);
        assertArrayEquals("before", PDF, centres.bytes(number, bound.file(), applicant));

        centres.run(centres.rotation);

        assertEquals("also of what no case names yet", List.of(), transactions.texts(IN_ROWS));
        assertEquals(
                List.of("case-file/" + bound.file(), "case-file/" + free.file()),
                transactions.texts(USES).stream().sorted().toList());
        assertArrayEquals("behind", PDF, centres.bytes(number, bound.file(), applicant));
        String second = submitted(free.file());
        assertArrayEquals("named since", another, centres.bytes(second, free.file(), applicant));
    }

    @Test
    public void aFileFromBeforeCanBeNamedBeforeItIsMoved() {
        Upload file = upload(PDF);
        asBefore(file, PDF);
        String number = submitted(file.file());
        assertArrayEquals(PDF, centres.bytes(number, file.file(), applicant));

        centres.province.at("2026-09-15T10:00");
        centres.run(centres.rotation);

        assertEquals(List.of(), transactions.texts(IN_ROWS));
        assertArrayEquals(PDF, centres.bytes(number, file.file(), applicant));
    }

    @Test
    public void aFileFromBeforeThatNoCaseNamesIsRemovedFromItsRow() {
        asBefore(upload(PDF), PDF);

        centres.province.at("2027-03-14T09:00");
        centres.run(centres.leftovers);

        assertEquals(List.of(), transactions.texts("SELECT FILE_ID FROM CASES_FILE"));
    }

    @Test
    public void alteredBytesStayWhereTheyAreAndKeepNobodyElse() {
        Upload altered = upload(PDF);
        byte[] another = "%PDF-1.4 another drawing".getBytes(StandardCharsets.US_ASCII);
        Upload whole = upload(another);
        submitted(altered.file());
        submitted(whole.file());
        asBefore(altered, "%PDF-1.7 a forgery".getBytes(StandardCharsets.US_ASCII));
        asBefore(whole, another);

        centres.run(centres.rotation);

        assertEquals(List.of(altered.file()), transactions.texts(IN_ROWS));
        assertEquals(List.of("case-file/" + whole.file()), transactions.texts(USES));
    }

    @Test
    public void anInfectedFileIsOpenedByNobodyAndGoesToNoOtherCentre() {
        Upload file = upload(PDF);
        String number = submitted(file.file());
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED'");
        int entries = transactions.entries().size();

        for (CallContext anyone : List.of(applicant, centres.clerk(HAIYANG))) {
            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> centres.service.content(number, file.file(), anyone));
            assertEquals(DocumentError.FILE_INFECTED, refusal.code());
        }
        ProblemException again = assertThrows(ProblemException.class, () -> upload(PDF));

        assertEquals("nobody has opened it", entries, transactions.entries().size());
        assertEquals(CaseError.MATERIAL_INVALID, again.code());
        assertEquals("file", again.fields().get(0).field());
    }

    @Test
    public void anInfectedFileFromBeforeTheStoreIsNotGivenOutOfItsRow() {
        Upload bound = upload(PDF);
        String number = submitted(bound.file());
        asBefore(bound, PDF);
        CallContext system = CallContext.system(HAIYANG, centres.province.now(), "before");
        DatabaseFileStore store = Centres.store(transactions, TestCipher.CIPHER);
        transactions.write(system, Boolean.class, unit -> store.keep(PDF, unit) != null);
        transactions.sql("UPDATE DOCUMENTS_FILE SET SCAN_STATE='INFECTED'");

        assertThrows(ProblemException.class, () -> centres.bytes(number, bound.file(), applicant));
    }

    /** Puts a file back to what a version without a file store had written. */
    private void asBefore(Upload file, byte[] bytes) {
        transactions.sql("DELETE FROM DOCUMENTS_USE WHERE USED_BY='case-file/" + file.file() + "'");
        transactions.sql(
                "DELETE FROM DOCUMENTS_CHUNK WHERE FILE_ID IN (SELECT FILE_ID FROM DOCUMENTS_FILE WHERE SHA256='"
                        + file.sha256() + "')");
        transactions.sql("DELETE FROM DOCUMENTS_FILE WHERE SHA256='" + file.sha256() + "'");
        CallContext system = CallContext.system(HAIYANG, centres.province.now(), "before");
        transactions.write(system, Integer.class, unit -> unit.entities(transactions.persistenceUnit())
                .createQuery("UPDATE StoredFile f SET f.content = :content WHERE f.id = :id")
                .setParameter("content", bytes)
                .setParameter("id", file.file())
                .executeUpdate());
    }

    private void upkeep() {
        DatabaseFileStore store = Centres.store(transactions, TestCipher.CIPHER);
        centres.run(new FileUpkeep(store, transactions, centres.province.clock()));
    }

    private void isRefused(byte[] bytes, String mediaType) {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> centres.service.upload("x", mediaType, new ByteArrayInputStream(bytes), applicant));
        assertEquals(CaseError.MATERIAL_INVALID, refusal.code());
    }

    private Upload upload(byte[] bytes) {
        return centres.service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(bytes), applicant);
    }

    private String submitted(String file) {
        List<MaterialGiven> materials = List.of(new MaterialGiven("m1", null, file, false));
        return centres.service
                .submit(new CaseRequests.Submit(Items.SIMPLE, ENTERPRISE, Map.of(), materials, null), applicant)
                .number();
    }

    /** Bytes without an end that are no kind of file. */
    private static final class EndlessStream extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 0;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            read += length;
            return length;
        }
    }
}
