package org.yichuang.identity.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A sign-in by an outside identity provider that has ended and must not end a second time. */
@Entity(name = "UsedAttempt")
@Table(name = "IDENTITY_USED_ATTEMPT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class UsedAttempt {
    @Id
    @Column(name = "ATTEMPT_DIGEST")
    private String attemptDigest;

    @Column(name = "EXPIRES_MS")
    private long expires;

    protected UsedAttempt() {} // for JPA

    /** @param expires after which it would be over anyway */
    public UsedAttempt(String attemptDigest, Instant expires) {
        this.attemptDigest = attemptDigest;
        this.expires = expires.toEpochMilli();
    }
}
