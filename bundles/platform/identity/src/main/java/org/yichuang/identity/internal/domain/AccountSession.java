package org.yichuang.identity.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;

/**
 * A token or a browser's session that has been given out. Its secret is not kept, only the keyed digest by which it is
 * found; the row carries a seal over everything that decides who is let in.
 */
@Entity(name = "AccountSession")
@Table(name = "IDENTITY_SESSION")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class AccountSession {
    @Id
    @Column(name = "SECRET_DIGEST")
    private String secretDigest;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "SESSION_ID")
    private String sessionId;

    @Column(name = "SESSION_EPOCH")
    private long epoch;

    @Column(name = "BEGAN_MS")
    private long began;

    @Column(name = "SEEN_MS")
    private long seen;

    @Column(name = "EXPIRES_MS")
    private long expires;

    @Column(name = "CHAIN_HASH")
    private String chainHash;

    @Column(name = "SEAL")
    private String seal;

    protected AccountSession() {} // for JPA

    /**
     * @param secretDigest the keyed digest of its secret
     * @param facts what it is
     * @param head the audit entry of the signing in
     */
    public AccountSession(String secretDigest, SessionFacts facts, ChainHead head) {
        this.secretDigest = secretDigest;
        this.kind = facts.kind().key();
        this.account = facts.account();
        this.sessionId = facts.id();
        this.epoch = facts.epoch();
        this.began = facts.began().toEpochMilli();
        this.seen = facts.seen().toEpochMilli();
        this.expires = facts.expires().toEpochMilli();
        this.chainHash = head.hash();
    }

    /** What the seal covers; when it was last seen is not part of it. */
    public String[] sealedFields(String tenant) {
        return new String[] {
            tenant,
            secretDigest,
            kind,
            account,
            sessionId,
            String.valueOf(epoch),
            String.valueOf(began),
            String.valueOf(expires),
            chainHash
        };
    }

    public void setSeal(String computed) {
        seal = computed;
    }

    public String seal() {
        return seal;
    }

    /** Names it in the journal. */
    public String id() {
        return sessionId;
    }

    /** What it is. */
    public SessionFacts facts() {
        return new SessionFacts(
                SessionKind.of(kind),
                account,
                sessionId,
                epoch,
                Instant.ofEpochMilli(began),
                Instant.ofEpochMilli(seen),
                Instant.ofEpochMilli(expires));
    }

    /** The end of the session's audit chain: the entry of the signing in, until it is closed. */
    public ChainHead head() {
        return new ChainHead(1, chainHash);
    }
}
