package org.yichuang.cases.internal.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.documents.api.FileStore;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.InstantConverter;
import org.yichuang.journal.rows.RowDigests;

/** Files over JPA; their bytes are in the file store. */
public class JpaStoredFiles implements StoredFiles {
    private static final String ABOUT = "SELECT f.id, f.name, f.mediaType, f.sha256, f.size, f.owner, f.caseNumber"
            + " FROM StoredFile f WHERE f.id IN :ids";
    private static final String BIND = "UPDATE StoredFile f SET f.caseNumber = :number"
            + " WHERE f.id IN :ids AND f.owner = :owner AND f.caseNumber IS NULL";

    private static final String ROWS = "SELECT f.id, f.owner, f.name, f.mediaType, f.size, f.sha256, f.uploadedAt,"
            + " CASE WHEN f.content IS NULL THEN 0 ELSE 1 END FROM StoredFile f WHERE f.id IN :ids AND f.caseNumber = :number";

    private static final String CONTENT = "SELECT f.content FROM StoredFile f WHERE f.id = :id";
    /** The kind of thing whose chains these are. */
    private static final String TYPE = "file";
    /**
     * The chains of moves of what no case names yet. The trail tells by the order of kinds which of two entries came
     * first that have changed one row at one moment: this one stands before those of bindings, as the move does.
     */
    private static final String ADOPTED = "file-adoption";

    private static final String BOUND = "file-binding";
    /** The chains of moves of what a case names: behind its binding. */
    private static final String MOVED = "file-move";

    private static final Pattern ID = Pattern.compile("[0-9A-Z]{1,40}");

    private final UnitOfWork unit;
    private final EntityManager entities;
    private final FileStore store;

    public JpaStoredFiles(UnitOfWork unit, EntityManager entities, FileStore store) {
        this.unit = unit;
        this.entities = entities;
        this.store = store;
    }

    @Override
    public void add(StoredFile file) {
        entities.persist(file);
        About about = file.about();
        Map<String, String> details = Map.of("mediaType", about.mediaType(), "size", Long.toString(about.size()));
        String digest = RowDigests.written(entities, file);
        unit.record(new AuditEntry(TYPE, about.id(), "upload", "", digest, details), ChainHead.START);
        store.use(about.sha256(), StoredFile.user(about.id()), unit);
    }

    @Override
    public void moveContent(String id) {
        StoredFile file = entities.find(StoredFile.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (file == null || file.contentInRow().isEmpty()) {
            return;
        }
        byte[] content = file.contentInRow().get();
        String sha256 = store.keep(content, unit).sha256();
        if (!sha256.equals(file.about().sha256())) {
            throw new IllegalStateException("The bytes of file " + id + " are not those that were uploaded");
        }
        store.use(sha256, StoredFile.user(id), unit);
        file.contentMoved();
        Map<String, String> details = RowDigests.details(entities, TYPE, id, file);
        String chain = file.about().caseNumber() == null ? ADOPTED : MOVED;
        unit.record(new AuditEntry(chain, id, "move-content", "", "", details), ChainHead.START);
    }

    @Override
    public List<About> about(Collection<String> given) {
        List<String> ids = given.stream().filter(JpaStoredFiles::isWellFormed).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(ABOUT, Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new About(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Long) row[4],
                        (String) row[5],
                        (String) row[6]))
                .toList();
    }

    @Override
    public Set<String> infected(Set<String> sha256s) {
        return store.infected(sha256s, unit);
    }

    @Override
    public Optional<StoredFile> find(String id) {
        return isWellFormed(id) ? Optional.ofNullable(entities.find(StoredFile.class, id)) : Optional.empty();
    }

    /** Some databases fail on characters that no id has, rather than finding nothing. */
    private static boolean isWellFormed(String id) {
        return ID.matcher(id).matches();
    }

    @Override
    public int bind(Collection<String> ids, String owner, String caseNumber) {
        int bound = entities.createQuery(BIND)
                .setParameter("ids", ids)
                .setParameter("owner", owner)
                .setParameter("number", caseNumber)
                .executeUpdate();
        entities.createQuery(ROWS, Object[].class)
                .setParameter("ids", ids)
                .setParameter("number", caseNumber)
                .getResultStream()
                .forEach(row -> recordBinding(row, caseNumber));
        return bound;
    }

    /** One by one: the bytes of all files of a case at once are more than there is room for. */
    private byte[] content(String id) {
        return entities.createQuery(CONTENT, byte[].class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** A file is bound once. */
    private void recordBinding(Object[] row, String caseNumber) {
        String id = (String) row[0];
        Map<String, Object> values = new HashMap<>();
        values.put("FILE_ID", id);
        values.put("OWNER", row[1]);
        values.put("FILE_NAME", row[2]);
        values.put("MEDIA_TYPE", row[3]);
        values.put("FILE_SIZE", row[4]);
        values.put("SHA256", row[5]);
        values.put("UPLOADED_MICROS", InstantConverter.micros((Instant) row[6]));
        boolean isInRow = ((Number) row[7]).intValue() == 1;
        values.put("CONTENT", isInRow ? content(id) : null);
        values.put("CASE_NUMBER", null);
        String found = RowDigests.of(entities, StoredFile.class, values);
        values.put("CASE_NUMBER", caseNumber);
        Map<String, String> details = Map.of(
                "case",
                caseNumber,
                RowDigests.FOUND + TYPE + "/" + id,
                found,
                RowDigests.detail(TYPE, id),
                RowDigests.of(entities, StoredFile.class, values));
        unit.record(new AuditEntry(BOUND, id, "bind", "", "", details), ChainHead.START);
    }
}
