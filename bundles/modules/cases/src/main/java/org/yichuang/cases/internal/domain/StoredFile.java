package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** What is known of an uploaded file; written once, then bound to one case. Its bytes are in the file store. */
@Entity(name = "StoredFile")
@Table(name = "CASES_FILE")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class StoredFile {
    private static final String USER = "case-file/";

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

    /** The bytes of files from before there was a file store, until they are moved there. */
    @Column(name = "CONTENT")
    private byte[] content;

    protected StoredFile() {} // for JPA

    /** A file whose bytes the file store has. */
    public StoredFile(About about, Instant uploadedAt) {
        this.id = about.id();
        this.name = about.name();
        this.mediaType = about.mediaType();
        this.size = about.size();
        this.sha256 = about.sha256();
        this.owner = about.owner();
        this.caseNumber = about.caseNumber();
        this.uploadedAt = uploadedAt;
    }

    public About about() {
        return new About(id, name, mediaType, sha256, size, owner, caseNumber);
    }

    /** The bytes, if they have not been moved into the file store yet. */
    public Optional<byte[]> contentInRow() {
        return Optional.ofNullable(content);
    }

    /** The file store has the bytes now. */
    public void contentMoved() {
        content = null;
    }

    /** As whom the file store knows a file that needs its bytes. */
    public static String user(String id) {
        return USER + id;
    }

    /** Which file that is; empty for what is none of a case. */
    public static Optional<String> ofUser(String user) {
        return user.startsWith(USER) ? Optional.of(user.substring(USER.length())) : Optional.empty();
    }

    /**
     * A file without its bytes.
     *
     * @param owner the account that uploaded it, empty when it came from another centre
     * @param caseNumber the case that it belongs to, null before one names it
     */
    public record About(
            String id, String name, String mediaType, String sha256, long size, String owner, String caseNumber) {}
}
