package org.yichuang.notices.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;

/** On which ways beside the inbox an account wants to be told: encrypted, for they are addresses. */
@Entity(name = "Recipient")
@Table(name = "NOTICES_RECIPIENT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Recipient {
    @Id
    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "WAYS")
    private String ways;

    @Column(name = "KEY_NAME")
    private String keyName;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected Recipient() {} // for JPA

    public Recipient(String account) {
        this.account = account;
    }

    public String account() {
        return account;
    }

    public String ways() {
        return ways;
    }

    public void ways(Sealed changed) {
        ways = changed.encrypted();
        keyName = changed.masterKey();
    }

    /** The name of the master key that its own key is encrypted with. */
    public String keyName() {
        return keyName;
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
