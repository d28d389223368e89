package org.yichuang.catalogue.internal.domain.print;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.journal.api.ChainHead;

/** An edition of a booklet or a board; never changed: what it says is its document. */
@Entity
@Table(name = "CATALOGUE_EDITION")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Edition {
    /** The word that stands for all types. */
    private static final String ALL = "ALL";

    @Id
    @Column(name = "ID")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private EditionKind kind;

    @Column(name = "ITEM_TYPE")
    private String type;

    @Column(name = "DEPARTMENT")
    private String department;

    /** Which edition of this kind, type and department it is, from 1. */
    @Column(name = "NUMBER_IN_SERIES")
    private int number;

    @Column(name = "MADE_ON")
    private LocalDate madeOn;

    @Column(name = "ITEMS")
    private int items;

    @Column(name = "DOCUMENT")
    private String document = "";

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    /** For JPA. */
    protected Edition() {}

    /**
     * An edition that is made.
     *
     * @param series of what it is
     * @param number which one of these
     * @param items how many it has
     */
    public Edition(String id, Series series, int number, int items, LocalDate today) {
        this.id = id;
        this.kind = series.kind();
        this.type = series.typeKey();
        this.department = series.department();
        this.number = number;
        this.items = items;
        this.madeOn = today;
    }

    /**
     * What editions are of.
     *
     * @param type of these items only; null for all
     * @param department of this department only; empty for all
     */
    public record Series(EditionKind kind, ItemType type, String department) {
        /** What stands for the type where it is kept. */
        public String typeKey() {
            return type == null ? ALL : type.name();
        }
    }

    /** An edition as others see it. */
    public record View(
            String id, EditionKind kind, ItemType type, String department, int number, LocalDate madeOn, int items) {}

    /** Keeps its document. */
    public void printed(String itsDocument) {
        document = itsDocument;
    }

    /** The id of its document. */
    public String document() {
        return document;
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The edition as others see it. */
    public View view() {
        return new View(id, kind, ItemType.parse(type).orElse(null), department, number, madeOn, items);
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
