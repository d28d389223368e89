package org.yichuang.documents.internal.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileType;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.documents.internal.domain.ScanState;
import org.yichuang.documents.internal.persistence.JointStatements;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.identifier.Masking;

/** Files as rows of the database: in its transactions and its backups, seen by all containers. */
public class DatabaseFileStore implements FileStore {
    private static final String MODULE = "documents";
    private static final Duration AWAITED = Duration.ofHours(AWAITED_HOURS);
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final FileRows files;
    private final FileBytes bytes;
    private final ScanGate scans;
    private final ChunkRows chunks = new ChunkRows();

    /** A store whose files nobody looks at. */
    public DatabaseFileStore(EntityManagerFactory entities, Transactions transactions, PersonalDataCipher cipher) {
        this(new FileRows(entities), new FileBytes(transactions, cipher), transactions, ScanGate.OFF);
    }

    /** @param scans who looks at files */
    public DatabaseFileStore(FileRows files, FileBytes bytes, Transactions transactions, ScanGate scans) {
        this.files = files;
        this.bytes = bytes;
        this.transactions = transactions;
        this.scans = scans;
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
            FileType type = examined(file, spool);
            String name = FileNames.of(file.name(), type);
            Kept kept = transactions.write(context.withoutKey(), Kept.class, unit -> {
                files.withBytes(spool.sha256(), unit)
                        .filter(known -> known.scanned() == ScanState.INFECTED)
                        .ifPresent(known -> {
                            throw new ProblemException(
                                    DocumentError.FILE_INFECTED,
                                    LocalizedMessage.of(DatabaseFileStore.class, "infected", known.sha256()));
                        });
                return keep(spool, unit);
            });
            return new Received(name, type, kept);
        }
    }

    @Override
    public Received receive(HandedIn file, byte[] content, UnitOfWork unit) {
        try (Spool spool = Spool.of(new KnownBeginning(new ByteArrayInputStream(content)), file.most())) {
            FileType type = examined(file, spool);
            return new Received(FileNames.of(file.name(), type), type, keep(spool, unit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Received receive(HandedIn file, String sha256, UnitOfWork unit) {
        FileRow kept =
                files.heldWithBytes(sha256, unit).orElseThrow(() -> ProblemException.of(DocumentError.FILE_UNKNOWN));
        if (kept.size() > file.most()) {
            throw ProblemException.of(DocumentError.FILE_TOO_LARGE, file.most());
        }
        try {
            FileType type = examined(file, bytes.parts(kept, unit));
            await(kept, unit);
            return new Received(FileNames.of(file.name(), type), type, new Kept(kept.sha256(), kept.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> kept(Set<String> sha256s, CallContext context) {
        return sha256s.isEmpty()
                ? Set.of()
                : transactions.read(
                        context, unit -> files.scanned(sha256s, unit).keySet());
    }

    private static FileType examined(HandedIn file, Spool spool) throws IOException {
        return examined(file, new SpooledBytes(spool));
    }

    private static FileType examined(HandedIn file, SpooledBytes content) throws IOException {
        FileType type = FileInspection.typeOf(content);
        if (!type.agrees(file.mediaType())) {
            throw FileInspection.refused("content-of-other-type", type.ending());
        }
        return type;
    }

    @Override
    public Kept keep(byte[] content, UnitOfWork unit) {
        try (Spool spool = Spool.of(new ByteArrayInputStream(content), content.length)) {
            return keep(spool, unit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds to what is written together a file that this house has made, with who needs it: nobody has its bytes yet,
     * and no scanner need look at it.
     *
     * @param by who needs it
     * @return the SHA-256 of the bytes
     */
    public String addOwn(byte[] content, String by, JointStatements together, UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        long now = micros(unit.context().at());
        try (Spool spool = Spool.of(new ByteArrayInputStream(content), content.length)) {
            String id = Ids.next(unit.context().at());
            FileRow file = new FileRow(
                    id,
                    spool.sha256(),
                    spool.size(),
                    spool.storedSha256(),
                    bytes.encrypted(tenant, id, spool.key()),
                    now);
            file.scanned(ScanState.OWN);
            file.await(now);
            file.used(by);
            files.add(file, Map.of("by", by), together, unit);
            spool.forEach((part, kept) -> chunks.add(tenant.value(), id, part, kept, together));
            chunks.use(tenant.value(), id, by, together);
            return spool.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept keep(Spool spool, UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        FileRow file = files.heldWithBytes(spool.sha256(), unit).orElse(null);
        if (file == null) {
            String id = Ids.next(unit.context().at());
            file = new FileRow(
                    id,
                    spool.sha256(),
                    spool.size(),
                    spool.storedSha256(),
                    bytes.encrypted(tenant, id, spool.key()),
                    micros(unit.context().at()));
            files.add(file, unit); // whoever keeps the same waits here
            spool.forEach((part, kept) -> chunks.add(unit, id, part, kept));
        }
        await(file, unit);
        if (file.scanned() == ScanState.NEW && scans.isOn()) {
            String id = file.id();
            unit.afterCommit(() -> scans.wake(tenant, id));
        }
        return new Kept(file.sha256(), file.size());
    }

    private void await(FileRow file, UnitOfWork unit) {
        file.await(micros(unit.context().at().plus(AWAITED)));
        files.record(unit, file, "keep", Map.of());
    }

    @Override
    public void use(String sha256, String by, UnitOfWork unit) {
        FileRow file =
                files.heldWithBytes(sha256, unit).orElseThrow(() -> ProblemException.of(DocumentError.FILE_UNKNOWN));
        if (!chunks.isUsed(unit, file.id(), by)) {
            chunks.use(unit, file.id(), by);
            file.used(by);
            files.record(unit, file, "use", Map.of("by", by));
        }
    }

    @Override
    public void release(String sha256, String by, UnitOfWork unit) {
        FileRow file = files.heldWithBytes(sha256, unit).orElse(null);
        if (file != null && chunks.isUsed(unit, file.id(), by)) {
            chunks.release(unit, file.id(), by);
            file.released(by);
            file.await(micros(unit.context().at()));
            files.record(unit, file, "release", Map.of("by", by));
        }
    }

    @Override
    public Map<String, FileState> states(Set<String> sha256s, CallContext context) {
        if (sha256s.isEmpty()) {
            return Map.of();
        }
        Map<String, ScanState> known = transactions.read(context, unit -> files.scanned(sha256s, unit));
        return sha256s.stream()
                .collect(Collectors.toMap(
                        Function.identity(), sha256 -> state(known.getOrDefault(sha256, ScanState.NEW))));
    }

    @Override
    public Set<String> infected(Set<String> sha256s, UnitOfWork unit) {
        return sha256s.isEmpty()
                ? Set.of()
                : files.scanned(sha256s, unit).entrySet().stream()
                        .filter(file -> file.getValue() == ScanState.INFECTED)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    @Override
    public List<String> users(String sha256, UnitOfWork unit) {
        return users(sha256, "", unit);
    }

    @Override
    public List<String> users(String sha256, String prefix, UnitOfWork unit) {
        return files.withBytes(sha256, unit)
                .map(file -> chunks.users(unit, file.id(), prefix, MOST_USERS))
                .orElse(List.of());
    }

    @Override
    public void scanAgain(String sha256, String reason, CallContext context) {
        context.require(DocumentsPermission.SCAN_AGAIN);
        String why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "reason",
                    LocalizedMessage.of(DatabaseFileStore.class, "scan-again.reason", LONGEST_REASON));
        }
        if (!scans.isOn()) {
            throw ProblemException.of(DocumentError.SCANNER_OFF);
        }
        transactions.write(context, Boolean.class, unit -> {
            FileRow file = files.heldWithBytes(sha256, unit)
                    .orElseThrow(() -> ProblemException.of(DocumentError.FILE_UNKNOWN));
            if (file.scanned() != ScanState.INFECTED) {
                throw ProblemException.of(DocumentError.FILE_NOT_INFECTED);
            }
            file.scanned(ScanState.NEW);
            DomainEvent event = DomainEvent.of(MODULE, SCAN_AGAIN_EVENT).about(sha256, "");
            files.record(unit, file, "scan-again", Map.of("reason", Masking.text(why)), event);
            String id = file.id();
            unit.afterCommit(() -> scans.wake(context.tenant(), id));
            return true;
        });
    }

    private FileState state(ScanState scanned) {
        if (scanned == ScanState.INFECTED) {
            return FileState.INFECTED;
        }
        return scanned == ScanState.NEW && scans.isOn() ? FileState.NOT_SCANNED : FileState.OPEN;
    }

    @Override
    public void write(String sha256, OutputStream to, CallContext context) throws IOException {
        FileRow file = transactions
                .read(context, unit -> files.withBytes(sha256, unit))
                .orElseThrow(() -> ProblemException.of(DocumentError.FILE_UNKNOWN));
        state(file.scanned()).require();
        bytes.write(file, to, context);
    }

    /**
     * Removes files that nobody uses; whoever keeps or uses one at the same moment holds its row and comes before or
     * after, never between.
     *
     * @param before only those that nobody is awaited for since then
     * @return how many
     */
    int removeFree(UnitOfWork unit, Instant before, int most) {
        List<String> free = chunks.free(unit, micros(before), most);
        int removed = 0;
        for (String id : free) {
            FileRow file = files.held(id, unit).orElse(null);
            if (file != null && file.uses() == 0 && file.awaited() < micros(before)) {
                chunks.remove(unit, id);
                files.remove(file, unit);
                removed++;
            }
        }
        return removed;
    }

    /** Whether there is a file that nobody uses and nobody is awaited for since then. */
    boolean hasFree(UnitOfWork unit, Instant before) {
        return !chunks.free(unit, micros(before), 1).isEmpty();
    }

    /** Encrypts a file's key with the newest master key; its parts stay as they are. */
    public void rewrap(String id, UnitOfWork unit) {
        files.held(id, unit).ifPresent(file -> {
            file.rewrapped(bytes.rewrapped(unit.context().tenant(), file));
            files.record(unit, file, "renew-key", Map.of());
        });
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
