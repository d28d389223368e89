package org.yichuang.cases.internal.domain;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.cases.internal.domain.Submission.StageFacts;

/** That a department has had a case and passed it on: what lists of such cases are found by. */
@Entity(name = "PastDepartment")
@IdClass(PastDepartment.Key.class)
@Table(name = "CASES_PAST_DEPARTMENT")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class PastDepartment {
    @Id
    @Column(name = "CASE_NUMBER")
    private String number;

    @Id
    @Column(name = "DEPARTMENT")
    private String department;

    /** For JPA. */
    protected PastDepartment() {}

    /** Of a case. */
    public PastDepartment(String number, String department) {
        this.number = number;
        this.department = department;
    }

    /** The departments of a centre that have had a case and have it no longer. */
    public static Set<String> of(CaseFile file, String centre) {
        Set<String> past = reached(file, centre);
        past.remove(file.department());
        return past;
    }

    /** The departments of a centre that have or have had a case. */
    public static Set<String> reached(CaseFile file, String centre) {
        Set<String> reached = new TreeSet<>();
        file.submission().route().stages().stream()
                .limit(file.progress().stage() + 1L)
                .filter(stage -> stage.centre().equals(centre))
                .map(StageFacts::department)
                .forEach(reached::add);
        return reached;
    }

    /** The key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String number;
        private String department;

        /** For JPA. */
        public Key() {}

        /** Of a row. */
        public Key(String number, String department) {
            this.number = number;
            this.department = department;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && number.equals(key.number) && department.equals(key.department);
        }

        @Override
        public int hashCode() {
            return Objects.hash(number, department);
        }
    }
}
