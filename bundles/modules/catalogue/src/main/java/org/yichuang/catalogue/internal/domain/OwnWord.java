package org.yichuang.catalogue.internal.domain;

import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.Digests;

/** What a word of a centre's own lists means. */
@Entity
@Table(name = "CATALOGUE_WORD")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class OwnWord {
    private static final int LONGEST_DIGEST = 40;

    @Id
    @Column(name = "ID")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private Kind kind;

    @Column(name = "WORD")
    private String word;

    @Column(name = "MEANING")
    private String meaning = "";

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** What words are about. */
    public enum Kind {
        /** The heading of a column; it means a column of an import. */
        HEADING,
        /** A level; it means one of the platform's. */
        LEVEL,
        /** An organ that does not seem to be one of here; it means an organ, perhaps just this one. */
        ORGAN
    }

    /** For JPA. */
    protected OwnWord() {}

    /** One that means nothing yet. */
    public OwnWord(Kind kind, String word) {
        this.id = id(kind, word);
        this.kind = kind;
        this.word = word;
    }

    /** Words may be longer than what things are named by. */
    private static String id(Kind kind, String word) {
        return kind + ":" + Digests.sha256(word).substring(0, LONGEST_DIGEST);
    }

    /** Says what it means; empty for nothing any more. */
    public CatalogueEvent mean(String itsMeaning) {
        meaning = itsMeaning;
        return new CatalogueEvent.WordExplained(kind.name(), meaning);
    }

    /** By which it is kept. */
    public String id() {
        return id;
    }

    /** What it is about. */
    public Kind kind() {
        return kind;
    }

    /** The word, as words of its kind are compared. */
    public String word() {
        return word;
    }

    /** What it means; empty for nothing. */
    public String meaning() {
        return meaning;
    }

    /** What stands in its audit entries. */
    public Map<String, String> facts() {
        return Map.of("kind", kind.name(), "word", word, "meaning", meaning);
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
