package org.yichuang.cases.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** An uploaded file; written once, then bound to one case. */
@Entity(name = "StoredFile")
@Table(name = "CASES_FILE")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class StoredFile {
    @Id
    @Column(name = "FILE_ID")
    private String id;

    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "OWNER")
    private String owner;

    @Column(name = "FILE_NAME")
    private String name;

    @Column(name = "MEDIA_TYPE")
    private String mediaType;

    @Column(name = "FILE_SIZE")
    private long size;

    @Column(name = "SHA256")
    private String sha256;

    @Column(name = "UPLOADED_MICROS")
    private Instant uploadedAt;

    @Column(name = "CONTENT")
    private byte[] content;

    protected StoredFile() {} // for JPA

    /**
     * @param about what is known of the content
     * @param owner the account that uploaded it, empty when it came from another centre
     * @param caseNumber the case that it belongs to, null before one names it
     */
    public StoredFile(About about, String owner, String caseNumber, Instant uploadedAt, byte[] content) {
        this.id = about.id();
        this.name = about.name();
        this.mediaType = about.mediaType();
        this.size = content.length;
        this.sha256 = about.sha256();
        this.owner = owner;
        this.caseNumber = caseNumber;
        this.uploadedAt = uploadedAt;
        this.content = content;
    }

    public About about() {
        return new About(id, name, mediaType, sha256, size, owner, caseNumber);
    }

    public byte[] content() {
        return content;
    }

    /** A file without its bytes. */
    public record About(
            String id, String name, String mediaType, String sha256, long size, String owner, String caseNumber) {}
}
