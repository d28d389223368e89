package org.yichuang.cases.internal.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.cases.internal.domain.Spells.Stretch;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;

/** Working days of a case that are charged to one; written with the step that has ended them. */
@Entity(name = "Spell")
@IdClass(Spell.Key.class)
@Table(name = "CASES_SPELL")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Spell {
    @Id
    @Column(name = "CASE_NUMBER")
    private String number;

    @Id
    @Column(name = "STEP")
    private int step;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "CAUSE")
    private Cause cause;

    @Column(name = "SINCE")
    private LocalDate since;

    @Column(name = "ENDED_ON")
    private LocalDate endedOn;

    @Column(name = "DAYS")
    private int days;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "WINDOW_NAME")
    private String window = CountedFact.NOBODY;

    @Column(name = "PERSON")
    private String person = CountedFact.NOBODY;

    @Column(name = "CHANNEL")
    private String channel;

    /** For JPA. */
    protected Spell() {}

    /** @param department that had the case, or that was waited for */
    public Spell(CaseFile file, Stretch stretch, String department) {
        ItemLabels labels = file.submission().item();
        this.number = file.number();
        this.step = stretch.step();
        this.cause = stretch.cause();
        this.since = stretch.from();
        this.endedOn = stretch.ended();
        this.days = stretch.days();
        this.item = labels.code();
        this.itemName = labels.name();
        this.department = department;
        this.channel = file.channel().map(Enum::name).orElse(CountedFact.NOBODY);
    }

    /** Says at which window and by whom of the staff the step was taken that has ended it; empty for nobody. */
    Spell by(String endedAt, String endedBy) {
        window = endedAt.isEmpty() ? CountedFact.NOBODY : endedAt;
        person = endedBy.isEmpty() ? CountedFact.NOBODY : endedBy;
        return this;
    }

    /** Counts its days by a corrected calendar; returns whether there are more or fewer. */
    public boolean count(int corrected) {
        boolean isChanged = days != corrected;
        days = corrected;
        return isChanged;
    }

    /** How many working days. */
    public int days() {
        return days;
    }

    /** The day of the step that has ended it. */
    public LocalDate endedOn() {
        return endedOn;
    }

    public Key key() {
        return new Key(number, step, cause);
    }

    /** The key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String number;
        private int step;
        private Cause cause;

        /** For JPA. */
        public Key() {}

        /** Of a row. */
        public Key(String number, int step, Cause cause) {
            this.number = number;
            this.step = step;
            this.cause = cause;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && number.equals(key.number) && step == key.step && cause == key.cause;
        }

        @Override
        public int hashCode() {
            return Objects.hash(number, step, cause);
        }
    }
}
