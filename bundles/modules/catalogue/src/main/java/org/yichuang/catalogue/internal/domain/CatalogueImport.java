package org.yichuang.catalogue.internal.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** A file that was taken, and what became of its rows; never changed, but taken back. */
@Entity
@Table(name = "CATALOGUE_IMPORT")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CatalogueImport {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "IMPORTED_AT")
    private Instant importedAt;

    @Column(name = "FILE_NAME")
    private String fileName;

    @Column(name = "DIGEST")
    private String digest;

    @Column(name = "REPORT")
    private ImportReport report;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash;

    @Column(name = "UNDONE_AT")
    private Instant undoneAt;

    @Column(name = "UNDONE_REASON")
    private String undoneReason;

    /** The codes that stayed when it was taken back in part, each in a line; null where nothing did. */
    @Column(name = "KEPT")
    private String kept;

    /** For JPA. */
    protected CatalogueImport() {}

    /**
     * A file as it was taken.
     *
     * @param digest of its bytes
     */
    public CatalogueImport(ImportReport report, Instant importedAt, String fileName, String digest) {
        this.id = report.id();
        this.importedAt = importedAt;
        this.fileName = fileName;
        this.digest = digest;
        this.report = report;
        this.chainHash = "";
    }

    /** Keeps the end of its audit chain. */
    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }

    /**
     * Takes it back, wholly or for now in part.
     *
     * @param undone how many items are as they were before
     * @param stay the codes of those that stay as it has made them
     * @throws ProblemException {@code import-undone} when it has been
     */
    public CatalogueEvent undo(String reason, Instant at, int undone, List<String> stay) {
        requireStanding();
        undoneAt = at.truncatedTo(ChronoUnit.MICROS);
        undoneReason = reason;
        kept = stay.isEmpty() ? null : String.join("\n", stay);
        return new CatalogueEvent.ImportUndone(undone, stay.size());
    }

    /** Fails with {@code import-undone} when nothing of it is left to be taken back. */
    public void requireStanding() {
        if (undoneAt != null && kept == null) {
            throw new ProblemException(
                    CatalogueError.IMPORT_UNDONE, LocalizedMessage.of(CatalogueImport.class, "import.undone"));
        }
    }

    /** When it was taken, which is when what it has published was. */
    public Instant importedAt() {
        return importedAt;
    }

    /** When and why it was taken back last, if so. */
    public Optional<Undone> undone() {
        return Optional.ofNullable(undoneAt).map(at -> new Undone(at, undoneReason, stayed().size()));
    }

    /**
     * That an import was taken back.
     *
     * @param kept how many items stayed as it has made them
     */
    public record Undone(Instant at, String reason, int kept) {}

    /** Whether something under a code may still be taken back: what stayed last time, or all. */
    public Predicate<String> isOpen() {
        return undoneAt == null ? code -> true : stayed()::contains;
    }

    private Set<String> stayed() {
        return kept == null ? Set.of() : Set.of(kept.split("\n"));
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** What became of its rows. */
    public ImportReport report() {
        return report;
    }

    /** The end of its audit chain. */
    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }
}
