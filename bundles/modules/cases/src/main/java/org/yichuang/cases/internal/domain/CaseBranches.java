package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.time.Limit;

/** The branches of joint cases of one centre, as lists find them, within one transaction. */
public interface CaseBranches {
    /** Writes the branches of a case, and what their departments have agreed, as they are now. */
    void write(CaseFile file);

    /**
     * Returns branches whose departments have not said anything, by the day by which they are due, after a place.
     *
     * @param departments of one of these; none for any
     */
    List<Row> open(Set<String> departments, Place after, int most);

    /** Returns cases with branches that are due by the day, and of which it is not noted that it has passed. */
    List<CaseFiles.Place> due(LocalDate day, CaseFiles.Place after, int most);

    /** Returns cases with agreements that are to be done by the day and of which it is not noted that it has passed. */
    List<CaseFiles.Place> agreed(LocalDate day, CaseFiles.Place after, int most);

    /**
     * Returns accepted cases with a branch that a centre above has, and in which something was due here before the day:
     * it may be that nobody has asked for the hearing of that centre.
     */
    List<CaseFiles.Place> withFilesAbove(LocalDate before, CaseFiles.Place after, int most);

    /** Returns the departments that have open branches. */
    Set<String> departments(int most);

    /** Where a list continues. */
    record Place(LocalDate due, String number, String branch) {
        /** Before everything. */
        public static final Place START = new Place(LocalDate.EPOCH, "", "");
    }

    /** A row of a list. */
    record Row(
            String number,
            String branch,
            String item,
            String name,
            String department,
            boolean decides,
            LocalDate start,
            Limit limit,
            LocalDate due,
            String bundle,
            String applicant,
            Boolean person,
            long version) {}
}
