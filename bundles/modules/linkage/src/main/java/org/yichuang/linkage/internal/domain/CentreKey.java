package org.yichuang.linkage.internal.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;

/** A public key of a centre: by it the others know what the centre has signed. */
@Entity(name = "CentreKey")
@Table(name = "LINKAGE_KEY")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CentreKey {
    @Id
    @Column(name = "KEY_ID")
    private String keyId;

    @Column(name = "PUBLIC_KEY")
    private String publicKey;

    @Column(name = "VALID_FROM")
    private Instant validFrom;

    @Column(name = "VALID_UNTIL")
    private Instant validUntil;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash;

    protected CentreKey() {} // for JPA

    public CentreKey(Signatures.SigningKey key, Instant from) {
        this.keyId = key.keyId();
        this.publicKey = key.publicKey();
        this.validFrom = from.truncatedTo(ChronoUnit.MICROS); // as it is stored: the digest must not change
        this.chainHash = ChainHead.START.hash();
    }

    /** Signs no more; what it signed before stays good. */
    public void retire(Instant at) {
        validUntil = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Keeps the end of its audit chain. */
    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public String keyId() {
        return keyId;
    }

    public String publicKey() {
        return publicKey;
    }

    public Instant from() {
        return validFrom;
    }

    public Instant until() {
        return validUntil;
    }

    public boolean isRetired() {
        return validUntil != null;
    }
}
