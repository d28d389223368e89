package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** What figures count at one centre, within one transaction. */
public interface CountedFacts {
    /** Writes what the last step of a case adds. */
    void add(CaseFile file, List<CountedFact> counted, CommandContext now);

    /** Writes what is missing of a case from before it was counted. */
    void complete(CaseFile file, String centre, WorkingCalendar calendar);

    /**
     * Takes over the verdicts of a corrected calendar, as far as their months are not over: what has been said of a
     * month stays said.
     *
     * @param from the first day of this month
     */
    void judge(CaseFile file, LocalDate from, CommandContext now);
}
