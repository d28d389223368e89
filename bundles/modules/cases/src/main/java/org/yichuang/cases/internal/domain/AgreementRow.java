package org.yichuang.cases.internal.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.cases.api.CaseState;

/** By which the timer finds what was agreed and is not done; the case itself has all of it. */
@Entity(name = "AgreementRow")
@IdClass(AgreementRow.Key.class)
@Table(name = "CASES_AGREEMENT")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class AgreementRow {
    @Id
    @Column(name = "CASE_NUMBER")
    private String number;

    @Id
    @Column(name = "AGREEMENT")
    private String agreement;

    @Column(name = "DUE")
    private LocalDate due;

    @Column(name = "FOLLOWED")
    private boolean followed;

    /** For JPA. */
    protected AgreementRow() {}

    /** Of an agreement. */
    public AgreementRow(String number, String agreement) {
        this.number = number;
        this.agreement = agreement;
    }

    /**
     * Takes over what the case says of it: nobody is chased any more once it is done, or the case ended. What was noted
     * of it says nothing here: the clock may have been moved on.
     */
    public void take(AgreementFact fact, CaseState state) {
        due = fact.said().by();
        followed = state == CaseState.ACCEPTED && fact.isOpen();
    }

    /** The key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String number;
        private String agreement;

        /** For JPA. */
        public Key() {}

        /** Of a row. */
        public Key(String number, String agreement) {
            this.number = number;
            this.agreement = agreement;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && number.equals(key.number) && agreement.equals(key.agreement);
        }

        @Override
        public int hashCode() {
            return Objects.hash(number, agreement);
        }
    }
}
