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
import org.yichuang.cases.api.BranchState;
import org.yichuang.kernel.api.time.Limit;

/** What lists find of a branch of a joint case; the case itself has all of it, and what was said. */
@Entity(name = "BranchRow")
@IdClass(BranchRow.Key.class)
@Table(name = "CASES_BRANCH")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class BranchRow {
    @Id
    @Column(name = "CASE_NUMBER")
    private String number;

    @Id
    @Column(name = "BRANCH")
    private String branch;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "NAME")
    private String name;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "DECIDES")
    private boolean decides;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private BranchState state;

    @Column(name = "STARTED_ON")
    private LocalDate start;

    @Column(name = "DUE_LIMIT")
    private Limit limit;

    @Column(name = "DUE")
    private LocalDate due;

    @Column(name = "ENDED_ON")
    private LocalDate ended;

    @Column(name = "LATE")
    private boolean late;

    @Column(name = "ASKED")
    private Integer asked;

    /** For JPA. */
    protected BranchRow() {}

    /** Of a branch. */
    public BranchRow(String number, String branch) {
        this.number = number;
        this.branch = branch;
    }

    /** Takes over what the case says of it. */
    public void take(BranchFacts facts, Branch now) {
        item = facts.item().isEmpty() ? null : facts.item();
        name = facts.name();
        department = facts.department();
        decides = facts.decides();
        state = now.state();
        asked = now.isAsked() ? now.above().asked() : null;
        start = now.clock().start();
        limit = now.clock().limit();
        due = now.clock().due() == null ? CaseFile.NEVER : now.clock().due();
        ended = now.clock().stopped() ? null : now.clock().ended();
        late = now.overdueOn() != null || ended != null && ended.isAfter(due);
    }

    /** The key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String number;
        private String branch;

        /** For JPA. */
        public Key() {}

        /** Of a row. */
        public Key(String number, String branch) {
            this.number = number;
            this.branch = branch;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && number.equals(key.number) && branch.equals(key.branch);
        }

        @Override
        public int hashCode() {
            return Objects.hash(number, branch);
        }
    }
}
