package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.RemedyView;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * Until when a refusal may be disputed, from the day from which it counts as served (R1-38, R1-40). Who was not told of
 * it has a year: what another centre has decided by other software may say nothing. Where reconsideration comes first
 * (R1-41), no day for the court can be told before that is decided.
 */
public final class RemedyLimits {
    private RemedyLimits() {}

    /** The last days; empty where nothing is refused, or the refusal has not been served yet. */
    public static Optional<RemedyView> of(CaseFile file, WorkingCalendar calendar, Laws laws) {
        return of(file.progress(), file.submission().item().reconsiderationFirst(), calendar, laws);
    }

    /** @param isFirst whether reconsideration comes first where the decision does not say */
    static Optional<RemedyView> of(Progress progress, boolean isFirst, WorkingCalendar calendar, Laws laws) {
        DecisionView decision = progress.decision();
        boolean isServed = decision != null
                && decision.outcome() == Outcome.REFUSE
                && progress.delivery() != null
                && progress.delivery().servedOn() != null;
        if (!isServed) {
            return Optional.empty();
        }
        LocalDate served = progress.delivery().servedOn();
        LawEdition.Remedy law = laws.on(CommandContext.day(decision.at())).remedies();
        boolean isTold = progress.decisionDocument() != null
                || decision.remedies() != null && !decision.remedies().isBlank();
        boolean isDirect = !Optional.ofNullable(decision.reconsiderationFirst()).orElse(isFirst);
        LocalDate year = onWorkday(served.plusYears(law.untoldYears()), calendar);
        LocalDate court = isTold ? onWorkday(served.plusMonths(law.litigationMonths()), calendar) : year;
        return Optional.of(new RemedyView(
                isTold ? last(served, law.reconsideration(), calendar) : year, isDirect ? court : null, isTold));
    }

    private static LocalDate last(LocalDate from, Limit limit, WorkingCalendar calendar) {
        return Deadlines.due(from, limit, List.of(), null, calendar).due().orElseThrow();
    }

    /** A limit that ends on a day off ends on the working day after it (R2-07a). */
    private static LocalDate onWorkday(LocalDate day, WorkingCalendar calendar) {
        return last(day.minusDays(1), Limit.calendar(1), calendar);
    }
}
