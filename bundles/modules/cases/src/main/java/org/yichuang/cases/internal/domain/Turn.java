package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.yichuang.cases.api.CaseView.Acceptance;

/**
 * When it is whose turn where there are fewer places than applicants: in the order of acceptance (R1-16). What the law
 * has accepted was accepted on the day of its receipt (R1-04), whenever somebody noticed that; and what comes from
 * below was accepted where the applicant has applied, however long it was on its way.
 *
 * @param from the day from which it counts as accepted
 * @param at on that day, the moment of the receipt or of the acceptance
 * @param number of the case, which decides what nothing else does
 */
public record Turn(LocalDate from, Instant at, String number) implements Comparable<Turn> {
    private static final Comparator<Turn> ORDER =
            Comparator.comparing(Turn::from).thenComparing(Turn::at).thenComparing(Turn::number);

    /** The turn of a case that has been accepted here. */
    public static Turn of(CaseFile file) {
        Acceptance acceptance = file.progress().acceptance();
        LocalDate from = FirstAcceptance.of(file.progress(), file.submission(), acceptance.clockFrom());
        boolean isAsReceived = acceptance.clockFrom().isBefore(CommandContext.day(acceptance.at()))
                && acceptance.clockFrom().equals(CommandContext.day(file.receivedAt()));
        return new Turn(from, isAsReceived ? file.receivedAt() : acceptance.at(), file.number());
    }

    @Override
    public int compareTo(Turn other) {
        return ORDER.compare(this, other);
    }
}
