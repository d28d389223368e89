package org.yichuang.catalogue.internal.domain;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** An item of a centre's catalogue: which of its versions is the draft, which is published, and its audit chain. */
@Entity
@Table(name = "CATALOGUE_ITEM")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CatalogueItem {
    @Id
    @Column(name = "CODE")
    private String code;

    @Column(name = "LATEST")
    private int latest;

    @Column(name = "DRAFT")
    private Integer draft;

    @Column(name = "PUBLISHED")
    private Integer published;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected CatalogueItem() {}

    /** A new item without versions. */
    public CatalogueItem(String code) {
        this.code = code;
    }

    /** Its code. */
    public String code() {
        return code;
    }

    /** The number of its draft, if it has one. */
    public Optional<Integer> draft() {
        return Optional.ofNullable(draft);
    }

    /** The number of its published version, if it has one. */
    public Optional<Integer> published() {
        return Optional.ofNullable(published);
    }

    /** Gives the number of a new draft. */
    public int startDraft() {
        if (draft != null) {
            throw new IllegalStateException("There is a draft already: " + code);
        }
        latest++;
        draft = latest;
        return latest;
    }

    /** Makes the draft the published version; {@code item-state} without a draft. */
    public void publish() {
        if (draft == null) {
            throw state(LocalizedMessage.of(CatalogueItem.class, "draft.none", code));
        }
        published = draft;
        draft = null;
    }

    /** Makes a version of before the published one again. */
    public void reinstate(int number) {
        published = number;
    }

    /** Leaves the item without a draft. */
    public void discardDraft() {
        draft = null;
    }

    /** Leaves the item without a published version; {@code item-state} when it has none. */
    public void retire() {
        if (published == null) {
            throw state(LocalizedMessage.of(CatalogueItem.class, "version.none-published", code));
        }
        published = null;
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

    private ProblemException state(LocalizedMessage message) {
        return new ProblemException(CatalogueError.ITEM_STATE, message);
    }
}
