package org.yichuang.documents.internal.domain;

import java.util.HexFormat;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.Digests;

/** What is known of bytes that are kept in parts. */
@Entity(name = "FileRow")
@Table(name = "DOCUMENTS_FILE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FileRow {
    /** The sum over no uses. */
    public static final String NOBODY = "0".repeat(64);

    @Id
    @Column(name = "FILE_ID")
    private String id;

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

    @Column(name = "USES_SUM")
    private String usesSum = NOBODY;

    @Enumerated(EnumType.STRING)
    @Column(name = "SCAN_STATE")
    private ScanState scanned = ScanState.NEW;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected FileRow() {} // for JPA

    /**
     * @param id of this stay: the same bytes may be removed and come again
     * @param sha256 of the bytes as they were given
     * @param storedSha256 of the encrypted parts, one behind the other
     * @param key the key of the parts, itself encrypted
     * @param kept when, in microseconds
     */
    public FileRow(String id, String sha256, long size, String storedSha256, DataKey key, long kept) {
        this.id = id;
        this.sha256 = sha256;
        this.size = size;
        this.storedSha256 = storedSha256;
        this.dataKey = key.encrypted();
        this.keyName = key.masterKey();
        this.kept = kept;
    }

    /** An encrypted key, and the name of the master key that it is encrypted with. */
    public record DataKey(String encrypted, String masterKey) {}

    public String id() {
        return id;
    }

    /** The sum over who uses it. */
    public String usesSum() {
        return usesSum;
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }

    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    public String storedSha256() {
        return storedSha256;
    }

    public String keyName() {
        return keyName;
    }

    /** When it was kept, in microseconds. */
    public long kept() {
        return kept;
    }

    public String dataKey() {
        return dataKey;
    }

    /** What is known of its harmlessness. */
    public ScanState scanned() {
        return scanned;
    }

    public void scanned(ScanState state) {
        scanned = state;
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

    /** Somebody needs it. */
    public void used(String by) {
        uses++;
        usesSum = sum(usesSum, by);
    }

    /** Somebody who needed it does not any more. */
    public void released(String by) {
        uses--;
        usesSum = sum(usesSum, by);
    }

    /** Adds a use to a sum, or takes it from it: the order does not matter. */
    public static String sum(String before, String by) {
        byte[] sum = HexFormat.of().parseHex(before);
        byte[] one = HexFormat.of().parseHex(Digests.sha256(by));
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= one[i];
        }
        return HexFormat.of().formatHex(sum);
    }

    public void rewrapped(DataKey key) {
        dataKey = key.encrypted();
        keyName = key.masterKey();
    }
}
