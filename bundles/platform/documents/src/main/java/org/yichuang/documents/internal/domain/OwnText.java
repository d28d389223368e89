package org.yichuang.documents.internal.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;

/** A version of a document's text at a centre; it never changes. */
@Entity(name = "OwnText")
@Table(name = "DOCUMENTS_TEXT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class OwnText {
    @Id
    @Column(name = "TEXT_ID")
    private String id;

    @Column(name = "TEMPLATE")
    private String template;

    @Column(name = "TEXT_VERSION")
    private int version;

    @Column(name = "IS_OWN")
    private int own;

    @Column(name = "TITLE")
    private String title;

    @Column(name = "CONTENT")
    private String text;

    @Column(name = "BY_NAME")
    private String by;

    @Column(name = "REASON")
    private String reason;

    @Column(name = "AT_MICROS")
    private long at;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected OwnText() {} // for JPA

    /**
     * The centre's own text.
     *
     * @param template {@code module/kind}
     * @param version counted from 1 for each template
     */
    public OwnText(String template, int version, Words words, Published published) {
        this.id = template + "/" + version;
        this.template = template;
        this.version = version;
        this.own = words.isOwn() ? 1 : 0;
        this.title = words.title();
        this.text = words.text();
        this.by = published.by();
        this.reason = published.reason();
        this.at = ChronoUnit.MICROS.between(Instant.EPOCH, published.at());
    }

    /** What it says; the module's own text is not repeated. */
    public record Words(boolean isOwn, String title, String text) {
        /** The module's own text. */
        public static final Words OF_THE_MODULE = new Words(false, "", "");
    }

    /** Who published it, why and when. */
    public record Published(String by, String reason, Instant at) {}

    public String id() {
        return id;
    }

    public String template() {
        return template;
    }

    public int version() {
        return version;
    }

    public boolean isOwn() {
        return own == 1;
    }

    public String title() {
        return title == null ? "" : title;
    }

    public String text() {
        return text == null ? "" : text;
    }

    public String by() {
        return by;
    }

    public String reason() {
        return reason;
    }

    public Instant at() {
        return Instant.EPOCH.plus(at, ChronoUnit.MICROS);
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
