package org.yichuang.documents.internal.scan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.documents.internal.domain.ScanState;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.identifier.Masking;

/**
 * The files of a centre in which a scanner has found something, also those that belong to nothing yet: whoever has been
 * refused one can have it scanned again by the staff.
 */
public class InfectedFiles {
    private static final String FOUND = "found";

    private final FileRows rows;
    private final FileStore files;
    private final Transactions transactions;
    private final Journal journal;

    /** @param journal which knows who has brought a file, and what was found in it */
    public InfectedFiles(FileRows rows, FileStore files, Transactions transactions, Journal journal) {
        this.rows = rows;
        this.files = files;
        this.transactions = transactions;
        this.journal = journal;
    }

    /**
     * An infected file.
     *
     * @param sha256 its digest, which the refusal to take it names
     * @param size in bytes
     * @param keptAt since when it is here
     * @param uses how many things need it, e.g. what somebody has uploaded, or a document
     */
    public record InfectedFile(String sha256, long size, Instant keptAt, int uses) {
        static InfectedFile of(FileRow row) {
            return new InfectedFile(
                    row.sha256(), row.size(), Instant.EPOCH.plus(row.kept(), ChronoUnit.MICROS), row.uses());
        }
    }

    /**
     * What came of looking at it.
     *
     * @param file the file
     * @param by who has brought it first, masked
     * @param found what the scanner calls it
     * @param foundAt when it was found last; null where the journal has nothing of it
     */
    public record Finding(InfectedFile file, String by, String found, Instant foundAt) {}

    /** Lists them, those kept last first. */
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Page<InfectedFile> list(PageRequest page, CallContext context) {
        context.require(DocumentsPermission.SCAN_AGAIN);
        List<FileRow> found =
                transactions.read(context, unit -> rows.infected(page.cursor().orElse(null), page.limit() + 1, unit));
        return Page.of(found, page.limit(), FileRow::id).map(InfectedFile::of);
    }

    /**
     * Returns what was found in one.
     *
     * @throws ProblemException {@code file-unknown}, {@code file-not-infected}
     */
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Finding get(String sha256, CallContext context) {
        context.require(DocumentsPermission.SCAN_AGAIN);
        FileRow row = transactions
                .read(context, unit -> rows.withBytes(sha256, unit))
                .orElseThrow(() -> ProblemException.of(DocumentError.FILE_UNKNOWN));
        if (row.scanned() != ScanState.INFECTED) {
            throw ProblemException.of(DocumentError.FILE_NOT_INFECTED);
        }
        Optional<JournalEntry> first = Optional.empty();
        Optional<JournalEntry> found = Optional.empty();
        String next = null;
        do {
            Page<JournalEntry> part =
                    journal.entries(FileRows.TYPE, row.id(), PageRequest.of(PageRequest.MAXIMUM, next), context);
            first = first.or(() -> part.items().stream().findFirst());
            Optional<JournalEntry> later = part.items().stream()
                    .filter(entry -> entry.details().containsKey(FOUND))
                    .reduce((before, after) -> after);
            found = later.isPresent() ? later : found;
            next = part.next();
        } while (next != null); // each use of a file is an entry, and what was found may come after all of them
        return new Finding(
                InfectedFile.of(row),
                first.map(entry -> Masking.name(true, entry.actorName())).orElse(""),
                found.map(entry -> entry.details().get(FOUND)).orElse(""),
                found.map(JournalEntry::at).orElse(null));
    }

    /**
     * Has one scanned again.
     *
     * @return what it is now; where the scanner has been quick, already what has come of it
     * @throws ProblemException as {@link FileStore#scanAgain}
     */
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public FileState scanAgain(String sha256, String reason, CallContext context) {
        context.require(DocumentsPermission.SCAN_AGAIN);
        files.scanAgain(sha256, reason, context);
        return files.states(Set.of(sha256), context).get(sha256);
    }
}
