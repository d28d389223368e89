package org.yichuang.documents.internal.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileType;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.documents.internal.domain.FileRow.DataKey;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Files as rows of the database: in its transactions and its backups, seen by all containers. */
public class DatabaseFileStore implements FileStore {
    /** The kind of aggregate. */
    public static final String TYPE = "stored-file";

    private static final String PURPOSE = "documents.file-key";
    private static final Duration AWAITED = Duration.ofHours(AWAITED_HOURS);

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final PersonalDataCipher cipher;
    private final ChunkRows chunks = new ChunkRows();

    public DatabaseFileStore(EntityManagerFactory entities, Transactions transactions, PersonalDataCipher cipher) {
        this.entities = entities;
        this.transactions = transactions;
        this.cipher = cipher;
    }

    /** Removes what killed containers have left beside the database of files on their way in. */
    public static void removeLeftOvers(Instant now) {
        Spool.removeLeftOvers(Path.of(System.getProperty("java.io.tmpdir")), now);
    }

    @Override
    public Kept keep(InputStream content, long most, CallContext context) throws IOException {
        try (Spool spool = Spool.of(content, most)) {
            return transactions.write(context.withoutKey(), Kept.class, unit -> keep(spool, unit));
        }
    }

    @Override
    public Received receive(HandedIn file, InputStream content, CallContext context) throws IOException {
        try (Spool spool = Spool.of(new KnownBeginning(content), file.most())) {
            FileType type = FileInspection.typeOf(new SpooledBytes(spool));
            if (!type.agrees(file.mediaType())) {
                throw FileInspection.refused("content-of-other-type", type.ending());
            }
            String name = FileNames.of(file.name(), type);
            return new Received(
                    name, type, transactions.write(context.withoutKey(), Kept.class, unit -> keep(spool, unit)));
        }
    }

    @Override
    public Kept keep(byte[] content, UnitOfWork unit) {
        try (Spool spool = Spool.of(new ByteArrayInputStream(content), content.length)) {
            return keep(spool, unit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept keep(Spool spool, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        FileRow file = held(spool.sha256(), unit).orElse(null);
        if (file == null) {
            String id = Ids.next(unit.context().at());
            file = new FileRow(
                    id,
                    spool.sha256(),
                    spool.size(),
                    spool.storedSha256(),
                    dataKey(unit.context().tenant(), id, spool.key()),
                    micros(unit.context().at()));
            rows.persist(file);
            rows.flush(); // whoever keeps the same waits here
            spool.forEach((part, kept) -> chunks.add(unit, id, part, kept));
        }
        file.await(micros(unit.context().at().plus(AWAITED)));
        record(unit, file, "keep", Map.of());
        return new Kept(file.sha256(), file.size());
    }

    private DataKey dataKey(TenantId tenant, String id, String key) {
        String encrypted = cipher.encrypt(new DataScope(tenant, PURPOSE, id), key);
        return new DataKey(encrypted, cipher.keyName(encrypted));
    }

    @Override
    public void use(String sha256, String by, UnitOfWork unit) {
        FileRow file = held(sha256, unit).orElseThrow(() -> ProblemException.of(DocumentError.FILE_UNKNOWN));
        if (!chunks.isUsed(unit, file.id(), by)) {
            chunks.use(unit, file.id(), by);
            file.used(by);
            record(unit, file, "use", Map.of("by", by));
        }
    }

    @Override
    public void release(String sha256, String by, UnitOfWork unit) {
        FileRow file = held(sha256, unit).orElse(null);
        if (file != null && chunks.isUsed(unit, file.id(), by)) {
            chunks.release(unit, file.id(), by);
            file.released(by);
            file.await(micros(unit.context().at()));
            record(unit, file, "release", Map.of("by", by));
        }
    }

    /** A file's row, held until the transaction ends. */
    private Optional<FileRow> held(String sha256, UnitOfWork unit) {
        return found(sha256, unit)
                .map(file -> unit.entities(entities).find(FileRow.class, file.id(), LockModeType.PESSIMISTIC_WRITE));
    }

    private Optional<FileRow> found(String sha256, UnitOfWork unit) {
        return unit
                .entities(entities)
                .createQuery("select f from FileRow f where f.sha256 = :sha256", FileRow.class)
                .setParameter("sha256", sha256)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public void write(String sha256, OutputStream to, CallContext context) throws IOException {
        FileRow file = transactions
                .read(context, unit -> found(sha256, unit))
                .orElseThrow(() -> ProblemException.of(DocumentError.FILE_UNKNOWN));
        PartCipher parts =
                PartCipher.of(cipher.decrypt(new DataScope(context.tenant(), PURPOSE, file.id()), file.dataKey()));
        MessageDigest digest = Spool.sha256Digest();
        long left = file.size();
        int part = 0;
        do {
            byte[] plain = plain(parts, part, left <= Spool.PART, file.id(), context);
            digest.update(plain);
            left -= plain.length;
            part++;
            if (left <= 0 && !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw ProblemException.of(DocumentError.FILE_DAMAGED); // its last part is not given out
            }
            to.write(plain);
        } while (left > 0);
    }

    private byte[] plain(PartCipher parts, int part, boolean isLast, String id, CallContext context) {
        byte[] kept = transactions
                .read(context, unit -> chunks.part(unit, id, part))
                .orElseThrow(() -> ProblemException.of(DocumentError.FILE_DAMAGED));
        try {
            return parts.decrypt(part, isLast, kept);
        } catch (GeneralSecurityException e) {
            ProblemException damaged = ProblemException.of(DocumentError.FILE_DAMAGED);
            damaged.initCause(e);
            throw damaged;
        }
    }

    /**
     * Removes files that nobody uses; whoever keeps or uses one at the same moment holds its row and comes before or
     * after, never between.
     *
     * @param before only those that nobody is awaited for since then
     * @return how many
     */
    int removeFree(UnitOfWork unit, Instant before, int most) {
        EntityManager rows = unit.entities(entities);
        List<String> free = chunks.free(unit, micros(before), most);
        int removed = 0;
        for (String id : free) {
            FileRow file = rows.find(FileRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (file != null && file.uses() == 0 && file.awaited() < micros(before)) {
                chunks.remove(unit, id);
                AuditEntry entry =
                        new AuditEntry(TYPE, id, "remove", RowDigests.loaded(rows, file), RowDigests.REMOVED, Map.of());
                unit.record(entry, file.head());
                rows.remove(file);
                rows.flush(); // the same bytes may come again in this transaction
                removed++;
            }
        }
        return removed;
    }

    /** Whether there is a file that nobody uses and nobody is awaited for since then. */
    boolean hasFree(UnitOfWork unit, Instant before) {
        return !chunks.free(unit, micros(before), 1).isEmpty();
    }

    /** Files whose keys are under a master key, behind one. */
    List<String> under(UnitOfWork unit, String masterKey, String after, int most) {
        return chunks.under(unit, masterKey, after, most);
    }

    /** Encrypts a file's key with the newest master key; its parts stay as they are. */
    void rewrap(UnitOfWork unit, String id) {
        FileRow file = unit.entities(entities).find(FileRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (file != null) {
            String encrypted = cipher.rewrap(new DataScope(unit.context().tenant(), PURPOSE, id), file.dataKey());
            file.rewrapped(new DataKey(encrypted, cipher.keyName(encrypted)));
            record(unit, file, "renew-key", Map.of());
        }
    }

    /**
     * Writes a file's entry, and the row. Whoever holds it again in this transaction is given it as the database has
     * it: of an entity that is locked already, EclipseLink would not read the row anew.
     */
    private void record(UnitOfWork unit, FileRow file, String action, Map<String, String> details) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry = new AuditEntry(
                TYPE, file.id(), action, RowDigests.loaded(rows, file), RowDigests.written(rows, file), details);
        file.head(unit.record(entry, file.head()));
        rows.flush();
        rows.detach(file);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
