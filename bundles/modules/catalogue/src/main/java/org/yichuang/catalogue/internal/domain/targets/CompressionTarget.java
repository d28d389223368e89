package org.yichuang.catalogue.internal.domain.targets;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.journal.api.ChainHead;

/** By how many per cent promises are to be shorter than the law in a year, at a centre and at all below it. */
@Entity
@Table(name = "CATALOGUE_TARGET")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CompressionTarget {
    /** The year. */
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "PERCENT_CUT")
    private int percent;

    @Column(name = "DOCUMENT")
    private String document;

    @Column(name = "SET_ON")
    private LocalDate setOn;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected CompressionTarget() {}

    /** The target of a year, of which nothing has been said yet. */
    public CompressionTarget(int year) {
        this.id = id(year);
    }

    /**
     * Sets it, in place of what was said before.
     *
     * @param itsPercent by how many per cent
     * @param itsDocument by which document
     */
    public CatalogueEvent set(int itsPercent, String itsDocument, LocalDate today) {
        percent = itsPercent;
        document = itsDocument;
        setOn = today;
        return new CatalogueEvent.TargetSet(year(), itsPercent, itsDocument);
    }

    /** A target as others see it. */
    public record View(int year, int percent, String document, LocalDate setOn, long revision) {}

    /** The id of the target of a year. */
    public static String id(int year) {
        return Integer.toString(year);
    }

    /** The year. */
    public int year() {
        return Integer.parseInt(id);
    }

    /** The target as others see it. */
    public View view() {
        return new View(year(), percent, document, setOn, revision);
    }

    /** The end of its audit chain. */
    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    /** Keeps the end of its audit chain. */
    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
