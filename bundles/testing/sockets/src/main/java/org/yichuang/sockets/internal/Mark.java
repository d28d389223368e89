package org.yichuang.sockets.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A mark: that something of a kind was said of a subject, on a day. */
@Entity
@Table(name = "SOCKETS_MARK")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Mark {
    @Id
    @Column(name = "MARK")
    String id;

    @Column(name = "KIND")
    String kind;

    @Column(name = "SUBJECT")
    String subject;

    /** ISO-8601, whose order is that of days. */
    @Column(name = "MARKED_ON")
    String day;
}
