package org.yichuang.cases.internal.domain;

import java.util.Locale;

/** Whom a working day of a case is charged to: whoever had it when the day began. */
public enum Cause {
    /** Something was to be supplied. */
    APPLICANT,
    /** It was to be accepted, or its result to be made out. */
    WINDOW,
    /** It was to be examined, or reviewed for the centre above. */
    SECTION,
    /** It was to be decided, or settled by the government. */
    LEADER,
    /** Departments of a joint case were to say what they think. */
    DEPARTMENT,
    /** It was at the centre above, or that below was asked. */
    OTHER_CENTRE,
    /** The law had it wait: a special procedure, a hearing, or the days in which one may be asked for. */
    PROCEDURE;

    /** The word of addresses and answers. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
