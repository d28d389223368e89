package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.cases.api.JointRequests.Agreement;
import org.yichuang.cases.api.JointView.ReportView;

/**
 * What was agreed at a meeting of the departments of a joint case, and what has come of it.
 *
 * @param said what was agreed, by whom it is done, and until when
 * @param remindedOn the day on which it was noted that its day is near, or null
 * @param overdueOn the day on which it was noted that its day has passed, or null
 * @param doneOn the day on which it was done, or null
 * @param reports what was said of it, in order
 */
public record AgreementFact(
        Agreement said, LocalDate remindedOn, LocalDate overdueOn, LocalDate doneOn, List<ReportView> reports) {
    public AgreementFact {
        reports = reports == null ? List.of() : List.copyOf(reports);
    }

    /** As it was agreed. */
    static AgreementFact of(Agreement said) {
        return new AgreementFact(said, null, null, null, List.of());
    }

    boolean isOpen() {
        return doneOn == null;
    }

    /** Whether it was told that its day is near; what was noted while a clock was moved on is still to be told. */
    boolean isReminded(LocalDate today) {
        return isNoted(remindedOn, today);
    }

    /** Whether it was told that its day has passed. */
    boolean isChased(LocalDate today) {
        return isNoted(overdueOn, today);
    }

    private static boolean isNoted(LocalDate day, LocalDate today) {
        return day != null && !day.isAfter(today);
    }

    /** Whether its day was missed, or has passed. */
    public boolean isOverdue(LocalDate today) {
        return (doneOn == null ? today : doneOn).isAfter(said.by());
    }

    AgreementFact reported(ReportView report, boolean isDone) {
        List<ReportView> all = new ArrayList<>(reports);
        all.add(report);
        return new AgreementFact(said, remindedOn, overdueOn, isDone ? report.on() : null, all);
    }

    AgreementFact reminded(LocalDate day) {
        return new AgreementFact(said, day, overdueOn, doneOn, reports);
    }

    AgreementFact overdue(LocalDate day) {
        return new AgreementFact(said, remindedOn, day, doneOn, reports);
    }
}
