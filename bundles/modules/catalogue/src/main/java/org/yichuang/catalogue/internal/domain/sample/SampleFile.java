package org.yichuang.catalogue.internal.domain.sample;

import java.time.LocalDate;
import java.util.HashMap;
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
import org.yichuang.catalogue.internal.domain.joint.MaterialUnion;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.TextRules;

/**
 * The sample or the blank form of a material of an item. It belongs to the item and the name of the material, not to a
 * version: whoever mends a form changes nothing of what is demanded.
 */
@Entity
@Table(name = "CATALOGUE_SAMPLE")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class SampleFile {
    private static final String LIST = "samples";
    private static final int LONGEST_DIGEST = 40;
    private static final int LONGEST_MATERIAL = 200;

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "CODE")
    private String code;

    @Column(name = "MATERIAL")
    private String material;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private SampleKind kind;

    @Column(name = "FILE_NAME")
    private String name = "";

    @Column(name = "MEDIA_TYPE")
    private String mediaType = "";

    @Column(name = "SHA256")
    private String sha256 = "";

    @Column(name = "FILE_SIZE")
    private long size;

    @Column(name = "GIVEN")
    private boolean given;

    @Column(name = "SINCE")
    private LocalDate since;

    @Column(name = "REASON")
    private String reason = "";

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected SampleFile() {}

    /** One that nobody has given yet. */
    public SampleFile(String code, String material, SampleKind kind) {
        this.id = id(code, material, kind);
        this.code = code;
        this.material = TextRules.first(material, LONGEST_MATERIAL);
        this.kind = kind;
    }

    /**
     * A file.
     *
     * @param mediaType what it is
     */
    public record Content(String name, String mediaType, String sha256, long size) {}

    /** By which the file of a material is kept; materials are the same whose names are but for signs and spaces. */
    public static String id(String code, String material, SampleKind kind) {
        return kind + "~"
                + Digests.sha256(code + "\n" + MaterialUnion.key(material)).substring(0, LONGEST_DIGEST);
    }

    /** Gives a file, in place of the one before. */
    public CatalogueEvent give(Content content, LocalDate today) {
        name = content.name();
        mediaType = content.mediaType();
        sha256 = content.sha256();
        size = content.size();
        given = true;
        since = today;
        reason = "";
        return new CatalogueEvent.ListChanged(LIST, name, "set");
    }

    /** Takes the file away. */
    public CatalogueEvent takeOut(String why, LocalDate today) {
        given = false;
        since = today;
        reason = why;
        return new CatalogueEvent.ListChanged(LIST, name, "take-out");
    }

    /** By which it is kept. */
    public String id() {
        return id;
    }

    /** Whose file it is. */
    public String code() {
        return code;
    }

    /** The name of the material that it was given for. */
    public String material() {
        return material;
    }

    /** What it shows. */
    public SampleKind kind() {
        return kind;
    }

    /** For changes: 0 while there is no file. */
    public long revision() {
        return given ? revision : 0;
    }

    /** Whether there is a file now. */
    public boolean isGiven() {
        return given;
    }

    /** The file. */
    public Content content() {
        return new Content(name, mediaType, sha256, size);
    }

    /** What stands in its audit entries. */
    public Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put("code", code);
        facts.put("material", material);
        facts.put("kind", kind.name());
        facts.put("file", name);
        facts.put("sha256", sha256);
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        return facts;
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
