package org.yichuang.documents.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** What is known of bytes that are kept in parts. */
@Entity(name = "FileRow")
@Table(name = "DOCUMENTS_FILE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FileRow {
    @Id
    @Column(name = "SHA256")
    private String sha256;

    @Column(name = "FILE_SIZE")
    private long size;

    @Column(name = "STORED_SHA256")
    private String storedSha256;

    @Column(name = "DATA_KEY")
    private String dataKey;

    @Column(name = "KEY_NAME")
    private String keyName;

    @Column(name = "KEPT_MICROS")
    private long kept;

    @Column(name = "AWAITED_MICROS")
    private long awaited;

    @Column(name = "USES")
    private int uses;

    protected FileRow() {} // for JPA

    /**
     * @param sha256 of the bytes as they were given
     * @param storedSha256 of the encrypted parts, one behind the other
     * @param key the key of the parts, itself encrypted
     * @param kept when, in microseconds
     */
    public FileRow(String sha256, long size, String storedSha256, DataKey key, long kept) {
        this.sha256 = sha256;
        this.size = size;
        this.storedSha256 = storedSha256;
        this.dataKey = key.encrypted();
        this.keyName = key.masterKey();
        this.kept = kept;
    }

    /** An encrypted key, and the name of the master key that it is encrypted with. */
    public record DataKey(String encrypted, String masterKey) {}

    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    public String storedSha256() {
        return storedSha256;
    }

    public String dataKey() {
        return dataKey;
    }

    public int uses() {
        return uses;
    }

    public long awaited() {
        return awaited;
    }

    /** Somebody will say soon whether he needs it. */
    public void await(long until) {
        awaited = Math.max(awaited, until);
    }

    public void used() {
        uses++;
    }

    public void released() {
        uses--;
    }

    public void rewrapped(DataKey key) {
        dataKey = key.encrypted();
        keyName = key.masterKey();
    }
}
