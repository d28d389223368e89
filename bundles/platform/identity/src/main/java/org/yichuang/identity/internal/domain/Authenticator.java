package org.yichuang.identity.internal.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** The authenticator of an account: its secret, encrypted, and the digests of the recovery codes that are left. */
@Entity(name = "Authenticator")
@Table(name = "IDENTITY_AUTHENTICATOR")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Authenticator {
    @Id
    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "SECRET")
    private String secret;

    /** The master key with which the secret's key is encrypted; empty in rows from before it was kept. */
    @Column(name = "KEY_NAME")
    private String keyName = "";

    @Column(name = "CONFIRMED")
    private boolean confirmed;

    @Column(name = "USED_STEP")
    private long usedStep;

    @Column(name = "RECOVERY_DIGESTS")
    private String recoveryDigests = "";

    protected Authenticator() {} // for JPA

    public Authenticator(String account) {
        this.account = account;
    }

    /** Takes a new secret, which counts once it is confirmed. */
    public void enrol(String encryptedSecret, String key) {
        rewrap(encryptedSecret, key);
        confirmed = false;
        usedStep = 0;
        recoveryDigests = "";
    }

    public void confirm(List<String> digests) {
        confirmed = true;
        recoveryDigests = String.join(" ", digests);
    }

    /** Keeps the same secret under another master key. */
    public void rewrap(String encryptedSecret, String key) {
        secret = encryptedSecret;
        keyName = key;
    }

    public String account() {
        return account;
    }

    public String secret() {
        return secret;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public long usedStep() {
        return usedStep;
    }

    public void use(long step) {
        usedStep = step;
    }

    /** Uses a recovery code up; tells whether it was one. */
    public boolean useRecovery(String digest) {
        List<String> left = new ArrayList<>(Arrays.asList(recoveryDigests.split(" ")));
        boolean known = left.remove(digest);
        recoveryDigests = String.join(" ", left);
        return known;
    }
}
