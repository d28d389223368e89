package org.yichuang.cases.internal.domain;

/** What a centre counts of its cases; each figure is a number of rows, and opens them. */
public enum Figure {
    /** Handed in, or transferred here, within the days. */
    RECEIVED,
    /** Accepted within the days, whenever received. */
    ACCEPTED,
    /** Granted or refused within the days; by the centre above where that decides. */
    DECIDED,
    /** Ended here within the days. */
    DONE,
    /** Ended here within the days, and no clock of this centre was missed: a part of {@link #DONE}. */
    ON_TIME,
    /** Not ended today, whenever received. */
    OPEN,
    /** Not ended today, and something is due since yesterday or longer. */
    OVERDUE
}
