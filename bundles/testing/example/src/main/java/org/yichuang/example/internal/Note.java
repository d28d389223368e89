package org.yichuang.example.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** The aggregate. */
@Entity
@Table(name = "EXAMPLE_NOTE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Note {
    @Id
    @Column(name = "NOTE")
    String id;

    @Column(name = "WORDS")
    String words;
}
