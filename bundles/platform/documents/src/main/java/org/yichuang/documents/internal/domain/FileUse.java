package org.yichuang.documents.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.Digests;

/** That something needs a file. */
@Entity(name = "FileUse")
@Table(name = "DOCUMENTS_USE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FileUse {
    @Id
    @Column(name = "USE_ID")
    private String id;

    @Column(name = "SHA256")
    private String sha256;

    @Column(name = "USED_BY")
    private String usedBy;

    protected FileUse() {} // for JPA

    public FileUse(String sha256, String usedBy) {
        this.id = id(sha256, usedBy);
        this.sha256 = sha256;
        this.usedBy = usedBy;
    }

    /** The row's key. */
    public static String id(String sha256, String usedBy) {
        return Digests.sha256(sha256 + " " + usedBy);
    }

    public String id() {
        return id;
    }

    public String sha256() {
        return sha256;
    }

    public String usedBy() {
        return usedBy;
    }
}
