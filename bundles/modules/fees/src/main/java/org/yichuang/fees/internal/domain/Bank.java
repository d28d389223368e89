package org.yichuang.fees.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.domain.BankContent.Waiting;
import org.yichuang.kernel.api.ProblemException;

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

    /** One that nobody has heard of yet: there is none before another person confirms it. */
    public static Bank registered(String name, StatementSource source, BankContent content, Now now) {
        Bank made = new Bank();
        made.id = name;
        made.source = source.name();
        made.held = new BankContent(null, null, null, new Waiting(now.account(), true, content));
        made.steps++;
        return made;
    }

    /** Somebody says what is to be known of it; what is known stays until another person confirms it. */
    public void changed(BankContent next, Now now) {
        held = held.waiting(new Waiting(now.account(), !held.isConfirmed(), next));
        steps++;
    }

    /**
     * Another person confirms it.
     *
     * @throws ProblemException {@code bank-not-waiting}, {@code bank-self}
     */
    public void confirmed(Now now) {
        if (held.waiting() == null) {
            throw ProblemException.of(FeeError.BANK_NOT_WAITING, id);
        }
        if (held.waiting().by().equals(now.account())) {
            throw ProblemException.of(FeeError.BANK_SELF);
        }
        held = held.waiting().content();
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
        BankContent said = held.waiting() == null ? held : held.waiting().content();
        return new FeeEvent.BankRegistered(
                source(), said.keys().size(), said.branches().size());
    }
}
