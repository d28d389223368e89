package org.yichuang.identity.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * Which account a subject of an outside identity provider is. The subject is not kept, only the keyed digest by which
 * it is found; the row carries a seal, so that whoever writes to the database cannot turn one account into another.
 */
@Entity(name = "SubjectLink")
@Table(name = "IDENTITY_SUBJECT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class SubjectLink {
    @Id
    @Column(name = "SUBJECT_DIGEST")
    private String subjectDigest;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "LINKED_MS")
    private long linked;

    @Column(name = "SEAL")
    private String seal;

    protected SubjectLink() {} // for JPA

    /**
     * @param subjectDigest the keyed digest of issuer and subject
     * @param seal over centre, digest and account
     */
    public SubjectLink(String subjectDigest, String account, Instant at, String seal) {
        this.subjectDigest = subjectDigest;
        this.account = account;
        this.linked = at.toEpochMilli();
        this.seal = seal;
    }

    public String subjectDigest() {
        return subjectDigest;
    }

    public String account() {
        return account;
    }

    public String seal() {
        return seal;
    }
}
