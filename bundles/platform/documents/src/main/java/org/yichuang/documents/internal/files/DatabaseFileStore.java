package org.yichuang.documents.internal.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.documents.internal.domain.FileRow.DataKey;
import org.yichuang.documents.internal.domain.FileUse;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Files as rows of the database: in its transactions and its backups, seen by all containers. */
public class DatabaseFileStore implements FileStore {
    /** The kind of row that says what is known of a file. */
    public static final String TYPE = "stored-file";

    /** The kind of row that ties a file to what needs it. */
    public static final String USE = "file-use";

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

    @Override
    public Kept keep(InputStream content, long most, CallContext context) throws IOException {
        try (Spool spool = Spool.of(content, most)) {
            return transactions.write(context.withoutKey(), Kept.class, unit -> keep(spool, unit));
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
        FileRow file = rows.find(FileRow.class, spool.sha256(), LockModeType.PESSIMISTIC_WRITE);
        if (file == null) {
            spool.forEach((part, kept) -> chunks.add(unit, spool.sha256(), part, kept));
            file = new FileRow(
                    spool.sha256(),
                    spool.size(),
                    spool.storedSha256(),
                    dataKey(unit.context().tenant(), spool.sha256(), spool.key()),
                    micros(unit.context().at()));
            rows.persist(file);
        }
        file.await(micros(unit.context().at().plus(AWAITED)));
        record(unit, file, "keep", Map.of());
        rows.flush(); // whoever holds the row in this transaction is given it as the database has it
        return new Kept(file.sha256(), file.size());
    }

    private DataKey dataKey(TenantId tenant, String sha256, String key) {
        String encrypted = cipher.encrypt(new DataScope(tenant, PURPOSE, sha256), key);
        return new DataKey(encrypted, cipher.keyName(encrypted));
    }

    @Override
    public void use(String sha256, String by, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        FileRow file = held(sha256, rows);
        if (rows.find(FileUse.class, FileUse.id(sha256, by)) != null) {
            return;
        }
        FileUse use = new FileUse(sha256, by);
        rows.persist(use);
        file.used();
        Map<String, String> details = new HashMap<>(RowDigests.details(rows, USE, use.id(), use));
        details.put("by", by);
        record(unit, file, "use", details);
    }

    @Override
    public void release(String sha256, String by, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        FileRow file = held(sha256, rows);
        FileUse use = rows.find(FileUse.class, FileUse.id(sha256, by));
        if (use == null) {
            return;
        }
        rows.remove(use);
        file.released();
        file.await(micros(unit.context().at()));
        record(unit, file, "release", Map.of("by", by, RowDigests.detail(USE, use.id()), RowDigests.REMOVED));
    }

    private static FileRow held(String sha256, EntityManager rows) {
        FileRow file = rows.find(FileRow.class, sha256, LockModeType.PESSIMISTIC_WRITE);
        if (file == null) {
            throw ProblemException.of(DocumentError.FILE_UNKNOWN);
        }
        return file;
    }

    @Override
    public void write(String sha256, OutputStream to, CallContext context) throws IOException {
        FileRow file = transactions
                .read(
                        context,
                        unit -> Optional.ofNullable(unit.entities(entities).find(FileRow.class, sha256)))
                .orElseThrow(() -> ProblemException.of(DocumentError.FILE_UNKNOWN));
        PartCipher parts =
                PartCipher.of(cipher.decrypt(new DataScope(context.tenant(), PURPOSE, sha256), file.dataKey()));
        long left = file.size();
        int part = 0;
        do {
            byte[] plain = plain(parts, part, left <= Spool.PART, sha256, context);
            to.write(plain);
            left -= plain.length;
            part++;
        } while (left > 0);
    }

    private byte[] plain(PartCipher parts, int part, boolean isLast, String sha256, CallContext context) {
        byte[] kept = transactions
                .read(context, unit -> chunks.part(unit, sha256, part))
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
        for (String sha256 : free) {
            FileRow file = rows.find(FileRow.class, sha256, LockModeType.PESSIMISTIC_WRITE);
            if (file != null && file.uses() == 0 && file.awaited() < micros(before)) {
                chunks.remove(unit, sha256);
                act(unit, sha256, "remove", Map.of(RowDigests.detail(TYPE, sha256), RowDigests.REMOVED));
                rows.remove(file);
                removed++;
            }
        }
        return removed;
    }

    /** Files whose keys are under other master keys than the newest one. */
    List<String> underOlderKeys(UnitOfWork unit, String after, int most) {
        return chunks.underOthers(unit, cipher.newestKey(), after, most);
    }

    /** Encrypts a file's key with the newest master key; its parts stay as they are. */
    void rewrap(UnitOfWork unit, String sha256) {
        FileRow file = held(sha256, unit.entities(entities));
        String encrypted = cipher.rewrap(new DataScope(unit.context().tenant(), PURPOSE, sha256), file.dataKey());
        file.rewrapped(new DataKey(encrypted, cipher.keyName(encrypted)));
        record(unit, file, "renew-key", Map.of());
    }

    private void record(UnitOfWork unit, FileRow file, String action, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.putAll(RowDigests.details(unit.entities(entities), TYPE, file.sha256(), file));
        act(unit, file.sha256(), action, all);
    }

    /** A chain of its own for each time: the same bytes may be removed and come again. */
    private static void act(UnitOfWork unit, String sha256, String action, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.put("sha256", sha256);
        String id = Ids.next(unit.context().at());
        unit.record(new AuditEntry("file-act", id, action, "", "", all), ChainHead.START);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
