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
import org.yichuang.linkage.internal.domain.KeyRing.KnownKey;

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

    @Column(name = "REVOKED_AT")
    private Instant revokedAt;

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

    /** Signs no more, and nothing that it has signed is believed. */
    public void revoke(Instant at) {
        revokedAt = at.truncatedTo(ChronoUnit.MICROS);
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

    /** When it was revoked, null if it was not. */
    public Instant revokedAt() {
        return revokedAt;
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /**
     * Tells whether it may sign now: it has not ended, and has begun. One that begins later was made while the clock
     * was ahead, and nobody would believe it yet.
     */
    public boolean signs(Instant now) {
        return validUntil == null && revokedAt == null && !validFrom.isAfter(now.plus(KnownKey.OVERLAP));
    }
}
