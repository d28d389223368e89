package org.yichuang.documents.internal.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.ProblemException;

/** An issued document: what it says never changes; its file comes once, and it may be revoked once. */
@Entity(name = "IssuedDocument")
@Table(name = "DOCUMENTS_DOCUMENT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class IssuedDocument {
    @Id
    @Column(name = "DOCUMENT")
    private String id;

    @Column(name = "SERIES")
    private String series;

    @Column(name = "SERIES_NUMBER")
    private int seriesNumber;

    @Column(name = "NUMBER_TEXT")
    private String number;

    @Column(name = "MODULE")
    private String module;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "TEMPLATE_VERSION")
    private int version;

    @Column(name = "OWN_VERSION")
    private int ownVersion;

    @Column(name = "ABOUT")
    private String about;

    @Column(name = "TITLE")
    private String title;

    @Column(name = "CONTENT")
    private String content;

    @Column(name = "KEY_NAME")
    private String keyName;

    @Column(name = "FACTS_SHA256")
    private String factsSha256;

    @Column(name = "VERIFY_CODE")
    private String code;

    @Column(name = "ISSUED_MICROS")
    private long issued;

    @Column(name = "FILE_SHA256")
    private String fileSha256;

    @Column(name = "REVOKED_MICROS")
    private Long revoked;

    @Column(name = "REVOKED_WHY")
    private String revokedWhy;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected IssuedDocument() {} // for JPA

    /**
     * @param content what it says, encrypted
     * @param at when it is issued
     */
    public IssuedDocument(String id, Numbered number, Origin origin, Sealed content, String code, Instant at) {
        this.id = id;
        this.series = number.series();
        this.seriesNumber = number.number();
        this.number = number.text();
        this.module = origin.module();
        this.kind = origin.kind();
        this.version = origin.version();
        this.ownVersion = origin.ownVersion();
        this.about = origin.about();
        this.title = content.title();
        this.content = content.encrypted();
        this.keyName = content.masterKey();
        this.factsSha256 = content.digest();
        this.code = code;
        this.issued = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** Its place in a series without gaps, and how that is written. */
    public record Numbered(String series, int number, String text) {}

    /** By which template it was issued, in which version of the centre's own text (0: the module's), about what. */
    public record Origin(String module, String kind, int version, int ownVersion, String about) {}

    /** What it says, encrypted; the name of the master key; the digest of what it says; its title, which is public. */
    public record Sealed(String encrypted, String masterKey, String digest, String title) {}

    /** The same with its file; this one stays as it is. */
    public IssuedDocument withFile(String sha256) {
        if (fileSha256 != null) {
            throw new IllegalStateException(id + " has its file, and no other is ever put in its place");
        }
        IssuedDocument same = new IssuedDocument();
        same.id = id;
        same.series = series;
        same.seriesNumber = seriesNumber;
        same.number = number;
        same.module = module;
        same.kind = kind;
        same.version = version;
        same.ownVersion = ownVersion;
        same.about = about;
        same.title = title;
        same.content = content;
        same.keyName = keyName;
        same.factsSha256 = factsSha256;
        same.code = code;
        same.issued = issued;
        same.revoked = revoked;
        same.revokedWhy = revokedWhy;
        same.fileSha256 = sha256;
        same.head(head());
        return same;
    }

    public String id() {
        return id;
    }

    public String series() {
        return series;
    }

    public int seriesNumber() {
        return seriesNumber;
    }

    public String module() {
        return module;
    }

    public String keyName() {
        return keyName;
    }

    /** Its title; none of one that an older version has issued, or that is very long. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** When it was issued, in microseconds since 1970. */
    public long issuedMicros() {
        return issued;
    }

    public String number() {
        return number;
    }

    public String kind() {
        return kind;
    }

    public int version() {
        return version;
    }

    public int ownVersion() {
        return ownVersion;
    }

    public String about() {
        return about;
    }

    public String content() {
        return content;
    }

    public String factsSha256() {
        return factsSha256;
    }

    public String code() {
        return code;
    }

    public Instant issuedAt() {
        return Instant.EPOCH.plus(issued, ChronoUnit.MICROS);
    }

    public Optional<String> file() {
        return Optional.ofNullable(fileSha256);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revoked).map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    public String revokedWhy() {
        return revokedWhy == null ? "" : revokedWhy;
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    /** @throws ProblemException {@code document-revoked} */
    public void revoke(String reason, Instant at) {
        if (revoked != null) {
            throw ProblemException.of(DocumentError.DOCUMENT_REVOKED);
        }
        revoked = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        revokedWhy = reason;
    }

    public void renewed(String encrypted, String masterKey) {
        content = encrypted;
        keyName = masterKey;
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
