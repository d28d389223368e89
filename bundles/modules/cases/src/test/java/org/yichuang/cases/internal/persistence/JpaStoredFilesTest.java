package org.yichuang.cases.internal.persistence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.TestNode.NORTH;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.persistence.EntityManagerFactory;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileHeads;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.rows.InstantConverter;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Digests;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;

/** Whatever happens to the files of cases, the audit trail proves them and their bytes; on both databases. */
public class JpaStoredFilesTest extends Contract {
    private static final byte[] PDF = "%PDF-1.7 a drawing".getBytes(StandardCharsets.US_ASCII);
    private static final String INSERT =
            """
            INSERT INTO CASES_FILE (TENANT, FILE_ID, OWNER, FILE_NAME, MEDIA_TYPE, FILE_SIZE, SHA256, UPLOADED_MICROS,
            CONTENT) VALUES (?,?,?,?,?,?,?,?,?)""";

    private EntityManagerFactory cases;
    private DatabaseFileStore store;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/cases.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        cases = node.entities("cases");
        EntityManagerFactory documents = node.entities("documents");
        store = new DatabaseFileStore(documents, node.transactions(), cipher());
        node.prove(new JpaChainHeads("file", cases, node.transactions(), StoredFile.class));
        node.prove(new FileHeads(documents, node.transactions()));
    }

    private static PersonalDataCipher cipher() {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        MasterKeys keys = MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys"));
        return new EnvelopeCipher(digests, keys, () -> true, () -> true);
    }

    @Test
    public void aFileIsProvedFromItsUploadToItsCase() {
        in(unit -> files(unit).add(uploaded("F1", unit)));
        assertSound();
        in(unit -> assertEquals(1, files(unit).bind(List.of("F1"), "wang", "C-1")));

        assertSound();
    }

    @Test
    public void bytesThatAreMovedAreProvedBeforeAndBehind() {
        in(unit -> writtenBefore("F1", unit));
        in(unit -> writtenBefore("F2", unit));
        in(unit -> files(unit).bind(List.of("F2"), "wang", "C-1"));
        assertSound();

        in(unit -> files(unit).moveContent("F1"));
        in(unit -> files(unit).moveContent("F2"));
        assertSound();
        in(unit -> assertTrue("though no case names it", isMoved("F1", unit)));
        in(unit -> assertTrue(isMoved("F2", unit)));
        in(unit -> files(unit).bind(List.of("F1"), "wang", "C-2"));
        in(unit -> files(unit).moveContent("F1"));
        in(unit -> files(unit).moveContent("F2"));

        assertSound();
    }

    @Test
    public void bytesThatAreMovedBeforeACaseNamesThemAreProvedByContainersWithAnyClock() {
        in(unit -> writtenBefore("F1", unit));
        in(unit -> writtenBefore("F2", unit));
        clock.forward(Duration.ofMinutes(1));
        in(unit -> files(unit).moveContent("F1"));
        in(unit -> files(unit).moveContent("F2"));
        clock.forward(Duration.ofSeconds(-30));
        in(unit -> files(unit).bind(List.of("F1"), "wang", "C-1"));
        clock.forward(Duration.ofDays(1));
        assertSound();
        in(unit -> files(unit).bind(List.of("F2"), "wang", "C-2"));
        assertSound();

        database.run("UPDATE CASES_FILE SET FILE_NAME='another.pdf' WHERE FILE_ID='F2'");
        assertFalse(node.journal().verify(NORTH).sound());
    }

    @Test
    public void anEditBetweenTheMoveAndTheBindingIsFound() {
        in(unit -> writtenBefore("F1", unit));
        clock.forward(Duration.ofMinutes(1));
        in(unit -> files(unit).moveContent("F1"));
        clock.forward(Duration.ofMinutes(1));
        database.run("UPDATE CASES_FILE SET FILE_NAME='another.pdf'");
        in(unit -> files(unit).bind(List.of("F1"), "wang", "C-1"));

        assertFalse(node.journal().verify(NORTH).sound());
    }

    @Test
    public void removedOnesLeaveNothingOfWhatWasMoved() {
        in(unit -> writtenBefore("F1", unit));
        in(unit -> files(unit).moveContent("F1"));
        in(unit -> assertEquals(List.of("F1"), removed(unit)));

        assertSound();
        assertEquals(1, database.run("DELETE FROM DOCUMENTS_FILE WHERE USES=0"));
    }

    @Test
    public void bytesThatSomebodyPutsBackIntoTheRowAreFound() {
        in(unit -> writtenBefore("F1", unit));
        in(unit -> files(unit).bind(List.of("F1"), "wang", "C-1"));
        clock.forward(Duration.ofMinutes(1));
        in(unit -> files(unit).moveContent("F1"));
        assertSound();
        in(unit -> unit.entities(cases)
                .createQuery("UPDATE StoredFile f SET f.content = :content")
                .setParameter("content", PDF)
                .executeUpdate());

        assertFalse(node.journal().verify(NORTH).sound());
    }

    @Test
    public void bytesThatSomebodyTakesAwayAreFound() {
        in(unit -> files(unit).add(uploaded("F1", unit)));
        assertSound();
        database.run("DELETE FROM DOCUMENTS_CHUNK");

        assertFalse(node.journal().verify(NORTH).sound());
    }

    @Test
    public void removedFilesLeaveTheirBytesToBeRemoved() {
        in(unit -> files(unit).add(uploaded("F1", unit)));
        in(unit -> files(unit).add(uploaded("F2", unit)));
        in(unit -> assertEquals(
                List.of("F1", "F2"), removed(unit).stream().sorted().toList()));

        assertSound();
        assertEquals("none is used any more", 1, database.run("DELETE FROM DOCUMENTS_FILE WHERE USES=0"));
    }

    private List<String> removed(UnitOfWork unit) {
        List<String> removed =
                new OrphanRows(store).removeFiles(unit, clock.instant().plusSeconds(1));
        Map<String, String> details = new HashMap<>();
        removed.forEach(id -> details.put(RowDigests.detail("file", id), RowDigests.REMOVED));
        unit.record(new AuditEntry("leftovers", "L1", "remove", "", "", details), ChainHead.START);
        return removed;
    }

    private StoredFile uploaded(String id, UnitOfWork unit) {
        String sha256 = store.keep(PDF, unit).sha256();
        About about = new About(id, "图纸.pdf", "application/pdf", sha256, PDF.length, "wang", null);
        return new StoredFile(about, unit.context().at());
    }

    /** As versions without a file store did it. */
    private void writtenBefore(String id, UnitOfWork unit) {
        long uploaded = InstantConverter.micros(unit.context().at());
        Map<String, Object> row = new HashMap<>();
        row.put("FILE_ID", id);
        row.put("CASE_NUMBER", null);
        row.put("OWNER", "wang");
        row.put("FILE_NAME", "图纸.pdf");
        row.put("MEDIA_TYPE", "application/pdf");
        row.put("FILE_SIZE", (long) PDF.length);
        row.put("SHA256", Digests.sha256(PDF));
        row.put("UPLOADED_MICROS", uploaded);
        row.put("CONTENT", PDF);
        try (PreparedStatement statement = unit.connection().prepareStatement(INSERT)) {
            int place = 1;
            statement.setString(place++, NORTH.value());
            for (String column : List.of("FILE_ID", "OWNER", "FILE_NAME", "MEDIA_TYPE")) {
                statement.setString(place++, (String) row.get(column));
            }
            statement.setLong(place++, PDF.length);
            statement.setString(place++, Digests.sha256(PDF));
            statement.setLong(place++, uploaded);
            statement.setBytes(place, PDF);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String digest = RowDigests.of(unit.entities(cases), StoredFile.class, row);
        unit.record(new AuditEntry("file", id, "upload", "", digest, Map.of()), ChainHead.START);
    }

    private boolean isMoved(String id, UnitOfWork unit) {
        return files(unit).find(id).orElseThrow().contentInRow().isEmpty();
    }

    private StoredFiles files(UnitOfWork unit) {
        return new JpaStoredFiles(unit, unit.entities(cases), store);
    }

    private void in(Consumer<UnitOfWork> work) {
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            work.accept(unit);
            return null;
        });
    }

    private void assertSound() {
        assertEquals("", node.journal().verify(NORTH).firstBreak());
    }
}
