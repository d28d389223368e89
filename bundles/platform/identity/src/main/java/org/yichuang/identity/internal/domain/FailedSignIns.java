package org.yichuang.identity.internal.domain;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** How often signing in to an account has failed of late, and until when it is locked for that (R9-10). */
@Entity(name = "FailedSignIns")
@Table(name = "IDENTITY_FAILURE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FailedSignIns {
    @Id
    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "FAILURES")
    private int failures;

    @Column(name = "LAST_AT_MS")
    private long lastAt;

    @Column(name = "LOCKED_UNTIL_MS")
    private long lockedUntil;

    protected FailedSignIns() {} // for JPA

    public FailedSignIns(String account) {
        this.account = account;
    }

    /**
     * Tells whether the account is locked. A lock that would last longer than locks do is void: it was written by a
     * clock
     * that has since been put back.
     *
     * @param lock how long a lock lasts
     */
    public boolean isLocked(Instant at, Duration lock) {
        long left = lockedUntil - at.toEpochMilli();
        return left > 0 && left <= lock.toMillis();
    }

    /** Tells whether there is something to clear. */
    public boolean isMarked() {
        return failures > 0;
    }

    /**
     * Counts a failure; those that lie further back than a lock lasts are forgotten first.
     *
     * @return whether the account is locked by this one
     */
    public boolean fail(Instant at, int most, Duration lock) {
        if (isLocked(at, lock)) {
            return false;
        }
        if (Math.abs(at.toEpochMilli() - lastAt) >= lock.toMillis()) {
            failures = 0;
        }
        failures++;
        lastAt = at.toEpochMilli();
        if (failures < most) {
            return false;
        }
        lockedUntil = at.plus(lock).toEpochMilli();
        failures = 0;
        return true;
    }

    /** Forgets the failures and lifts the lock. */
    public void clear() {
        failures = 0;
        lockedUntil = 0;
    }
}
