package org.yichuang.cases.internal.view;

import java.time.LocalDate;
import org.yichuang.cases.api.CaseState;

/**
 * A case as the figures count it.
 *
 * @param number the case
 * @param item name of its item
 * @param applicant who applies
 * @param state where it stands
 * @param received the day on which it was handed in
 * @param accepted the day on which it was accepted, or null
 * @param decided the day on which it was decided, or null
 * @param done whether it has reached its end here
 * @param late whether some clock of this centre was missed
 * @param overdue whether something is due now and late
 */
public record FigureRow(
        String number,
        String item,
        String applicant,
        CaseState state,
        LocalDate received,
        LocalDate accepted,
        LocalDate decided,
        boolean done,
        boolean late,
        boolean overdue) {
    /** What is counted: each figure is a number of rows, and opens them. */
    public enum Figure {
        RECEIVED,
        ACCEPTED,
        DECIDED,
        DONE,
        ON_TIME,
        OPEN,
        OVERDUE
    }

    /** Whether a figure counts this row. */
    public boolean counts(Figure figure) {
        return switch (figure) {
            case RECEIVED -> true;
            case ACCEPTED -> accepted != null;
            case DECIDED -> decided != null;
            case DONE -> done;
            case ON_TIME -> done && !late;
            case OPEN -> !done;
            case OVERDUE -> overdue;
        };
    }
}
