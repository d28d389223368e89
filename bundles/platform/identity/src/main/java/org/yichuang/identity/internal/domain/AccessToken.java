package org.yichuang.identity.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;

/** A token that has been given out; its secret is not kept, only the hash by which it is recognised. */
@Entity(name = "AccessToken")
@Table(name = "IDENTITY_TOKEN")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class AccessToken {
    @Id
    @Column(name = "TOKEN_HASH")
    private String hash;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "SESSION_ID")
    private String session;

    @Column(name = "EXPIRES_AT_MS")
    private long expiresAt;

    @Column(name = "CHAIN_HASH")
    private String chainHash;

    protected AccessToken() {} // for JPA

    /**
     * @param session names it in the journal
     * @param head the audit entry of the signing in
     */
    public AccessToken(String hash, String account, String session, Instant expiresAt, ChainHead head) {
        this.hash = hash;
        this.account = account;
        this.session = session;
        this.expiresAt = expiresAt.toEpochMilli();
        this.chainHash = head.hash();
    }

    public String account() {
        return account;
    }

    public String session() {
        return session;
    }

    public Instant expiresAt() {
        return Instant.ofEpochMilli(expiresAt);
    }

    /** The end of the session's audit chain: the entry of the signing in, until it is closed. */
    public ChainHead head() {
        return new ChainHead(1, chainHash);
    }
}
