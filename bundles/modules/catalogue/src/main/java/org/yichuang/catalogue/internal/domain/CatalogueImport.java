package org.yichuang.catalogue.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.journal.api.ChainHead;

/** A file that was taken, and what became of its rows; never changed. */
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
