package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** What figures count at one centre, within one transaction. */
public interface CountedFacts {
    /** Writes what the last step of a case adds. */
    void add(CaseFile file, List<CountedFact> counted, CommandContext now);

    /** Writes whom the working days are charged to that have ended with a step. */
    void add(List<Spell> spells);

    /** Writes what is missing of a case from before its time was charged to anybody. */
    void completeTime(CaseFile file, String centre, WorkingCalendar calendar);

    /** Writes what is missing of a case from before it was counted. */
    void complete(CaseFile file, String centre, WorkingCalendar calendar);

    /**
     * Takes over the verdicts of a corrected calendar, and the working days by it, as far as their months are not over:
     * what has been said of a month stays said.
     *
     * @param from the first day of this month
     */
    void judge(CaseFile file, LocalDate from, CommandContext now);

    /**
     * Whether the working days that have ended are charged as the calendar says.
     *
     * @param from the first day of this month
     */
    boolean isCharged(CaseFile file, LocalDate from, CommandContext now);
}
