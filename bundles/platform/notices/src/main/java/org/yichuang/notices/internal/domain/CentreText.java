package org.yichuang.notices.internal.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.notices.api.NoticeTemplate.Text;

/** A version of a centre's own text; never changed. */
@Entity(name = "CentreText")
@Table(name = "NOTICES_TEXT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CentreText {
    @Id
    @Column(name = "TEXT_ID")
    private String id;

    @Column(name = "TEMPLATE")
    private String template;

    @Column(name = "TEXT_VERSION")
    private int version;

    @Column(name = "SUBJECT")
    private String subject;

    @Column(name = "BODY")
    private String body;

    @Column(name = "WRITTEN_BY")
    private String by;

    @Column(name = "WRITTEN_MICROS")
    private long written;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected CentreText() {} // for JPA

    /**
     * @param template {@code module/kind/CHANNEL}
     * @param by the account that wrote it
     */
    public CentreText(String template, int version, Text text, String by, Instant at) {
        this.id = template + "/" + version;
        this.template = template;
        this.version = version;
        this.subject = text.subject();
        this.body = text.body();
        this.by = by;
        this.written = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** The words; an empty body stands for the module's own. */
    public Text text() {
        return new Text(subject == null ? "" : subject, body == null ? "" : body);
    }

    public String by() {
        return by;
    }

    public Instant writtenAt() {
        return Instant.EPOCH.plus(written, ChronoUnit.MICROS);
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
