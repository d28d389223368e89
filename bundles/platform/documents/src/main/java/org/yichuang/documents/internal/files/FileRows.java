package org.yichuang.documents.internal.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.documents.internal.domain.ScanState;
import org.yichuang.documents.internal.persistence.JointStatements;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** The rows of kept files. */
public final class FileRows {
    /** The kind of aggregate. */
    public static final String TYPE = "stored-file";

    /** Where their keys are encrypted. */
    public static final EncryptedTable TABLE = new EncryptedTable("DOCUMENTS_FILE", "FILE_ID");

    private static final String ADD =
            """
            INSERT INTO DOCUMENTS_FILE (TENANT, FILE_ID, SHA256, FILE_SIZE, STORED_SHA256, DATA_KEY, KEY_NAME,
              KEPT_MICROS, AWAITED_MICROS, USES, USES_SUM, SCAN_STATE, CHAIN_SEQUENCE, CHAIN_HASH)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)""";

    private final EntityManagerFactory entities;

    public FileRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** A file, as it stands. */
    public Optional<FileRow> find(String id, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(FileRow.class, id));
    }

    /** A file, held until the transaction ends. */
    public Optional<FileRow> held(String id, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(FileRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The file with these bytes. */
    public Optional<FileRow> withBytes(String sha256, UnitOfWork unit) {
        return unit
                .entities(entities)
                .createQuery("select f from FileRow f where f.sha256 = :sha256", FileRow.class)
                .setParameter("sha256", sha256)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What is known of the harmlessness of files, by their bytes. */
    Map<String, ScanState> scanned(Set<String> sha256s, UnitOfWork unit) {
        return unit
                .entities(entities)
                .createQuery("select f.sha256, f.scanned from FileRow f where f.sha256 in :sha256s", Object[].class)
                .setParameter("sha256s", sha256s)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (ScanState) row[1]));
    }

    /**
     * Files in which something was found, those kept last first.
     *
     * @param behind the id behind which to go on; null for the beginning
     */
    public List<FileRow> infected(String behind, int most, UnitOfWork unit) {
        String where = behind == null ? "" : " and f.id < :behind";
        TypedQuery<FileRow> query = unit.entities(entities)
                .createQuery(
                        "select f from FileRow f where f.scanned = :state" + where + " order by f.id desc",
                        FileRow.class);
        if (behind != null) {
            query.setParameter("behind", behind);
        }
        return query.setParameter("state", ScanState.INFECTED)
                .setMaxResults(most)
                .getResultList();
    }

    /** The file with these bytes, held until the transaction ends. */
    Optional<FileRow> heldWithBytes(String sha256, UnitOfWork unit) {
        return withBytes(sha256, unit).flatMap(file -> held(file.id(), unit));
    }

    /** Adds a file; whoever adds the same bytes waits here. */
    void add(FileRow file, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        rows.persist(file);
        rows.flush();
    }

    /** Adds a file, with its entry, to what is written together. */
    void add(FileRow file, Map<String, String> details, JointStatements together, UnitOfWork unit) {
        AuditEntry entry =
                new AuditEntry(TYPE, file.id(), "keep", "", RowDigests.written(unit.entities(entities), file), details);
        file.head(unit.record(entry, file.head()));
        together.with(
                ADD,
                unit.context().tenant().value(),
                file.id(),
                file.sha256(),
                file.size(),
                file.storedSha256(),
                file.dataKey(),
                file.keyName(),
                file.kept(),
                file.awaited(),
                file.uses(),
                file.usesSum(),
                file.scanned().name(),
                file.head().sequence(),
                file.head().hash());
    }

    /** Removes a file, with its last entry. */
    void remove(FileRow file, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry =
                new AuditEntry(TYPE, file.id(), "remove", RowDigests.loaded(rows, file), RowDigests.REMOVED, Map.of());
        unit.record(entry, file.head());
        rows.remove(file);
        rows.flush(); // the same bytes may come again in this transaction
    }

    /**
     * Writes a file's entry, and the row. Whoever holds it again in this transaction is given it as the database has
     * it: of an entity that is locked already, EclipseLink would not read the row anew.
     */
    public void record(UnitOfWork unit, FileRow file, String action, Map<String, String> details) {
        record(unit, file, action, details, DomainEvent.NONE);
    }

    /** The same, of what others are told. */
    public void record(UnitOfWork unit, FileRow file, String action, Map<String, String> details, DomainEvent event) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry = new AuditEntry(
                TYPE, file.id(), action, RowDigests.loaded(rows, file), RowDigests.written(rows, file), details, event);
        file.head(unit.record(entry, file.head()));
        rows.flush();
        rows.detach(file);
    }
}
