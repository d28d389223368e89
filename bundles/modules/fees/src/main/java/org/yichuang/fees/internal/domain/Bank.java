package org.yichuang.fees.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.StatementSource;

/** A bank that takes payments, or the treasury: how it signs, and how its files are read. Its id is its name. */
@Entity(name = "Bank")
@Table(name = "FEES_BANK")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Bank extends Chained {
    @Column(name = "SOURCE")
    private String source;

    @Column(name = "CONTENT")
    private String content;

    @Transient
    private BankContent held;

    protected Bank() {} // for JPA

    /** One that nobody has heard of yet. */
    public static Bank registered(String name, StatementSource source, BankContent content) {
        Bank made = new Bank();
        made.id = name;
        made.source = source.name();
        made.changed(content);
        return made;
    }

    /** What is known of it from now on. */
    public void changed(BankContent known) {
        held = known;
        steps++;
    }

    public StatementSource source() {
        return StatementSource.valueOf(source);
    }

    public BankContent held() {
        return held;
    }

    /** What is known of it, as the database keeps it. */
    public String content() {
        return content;
    }

    /** It has been read. */
    public void read(BankContent kept) {
        held = kept;
    }

    /** It is to be kept so. */
    public void written(String json) {
        content = json;
    }

    /** What is told of it. */
    public FeeEvent told() {
        return new FeeEvent.BankRegistered(
                source(), held.keys().size(), held.branches().size());
    }
}
