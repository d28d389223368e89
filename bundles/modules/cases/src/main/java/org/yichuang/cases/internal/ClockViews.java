package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseView.ExtensionView;
import org.yichuang.cases.api.CaseView.HearingView;
import org.yichuang.cases.api.CaseView.SuspensionView;
import org.yichuang.cases.api.SpecialHandlingView;
import org.yichuang.cases.internal.domain.BranchHearings;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.ExtensionFact;
import org.yichuang.cases.internal.domain.HearingFact;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.SpecialHandling;
import org.yichuang.cases.internal.domain.SpecialWork;
import org.yichuang.cases.internal.domain.SuspensionFact;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** Why the clocks of a case stand or stood, and by how much they were extended, as it leaves the module. */
final class ClockViews {
    private final LocalDate today;
    private final WorkingCalendar calendar;

    ClockViews(LocalDate today, WorkingCalendar calendar) {
        this.today = today;
        this.calendar = calendar;
    }

    /** The hearing under way, else the last, or null. */
    HearingView hearing(Progress progress, Visibility visibility) {
        HearingFact shown = BranchHearings.shown(progress, today, calendar, Laws.IN_FORCE);
        return HearingViews.of(shown, visibility, today, calendar);
    }

    /** Those of the case and, of a joint one, those of single departments, in the order in which they began. */
    List<SuspensionView> suspensions(CaseFile file, Visibility visibility) {
        Stream<SuspensionView> ofAll = file.progress().suspensions().stream()
                .map(fact -> suspension(fact, visibility.text(fact.reason()), null));
        Stream<SuspensionView> ofBranches = file.progress().branches().stream()
                .flatMap(branch -> branch.suspensions().stream()
                        .map(fact -> suspension(
                                fact, visibility.text(fact.reason()), BranchLetters.responsible(file, branch.id()))));
        return Stream.concat(ofAll, ofBranches)
                .sorted(Comparator.comparing(SuspensionView::from))
                .toList();
    }

    /** The one for which they stand, as the public sees it, or null. */
    SuspensionView open(CaseFile file) {
        return suspensions(file, Visibility.MASKED).stream()
                .filter(SuspensionView::stands)
                .findFirst()
                .orElse(null);
    }

    private SuspensionView suspension(SuspensionFact fact, String reason, String department) {
        LocalDate until = Deadlines.addWorkdays(fact.from(), fact.plannedWorkingDays(), calendar);
        return new SuspensionView(
                fact.procedure(),
                fact.procedure().label().zh(),
                fact.from(),
                fact.to(),
                fact.plannedWorkingDays(),
                until,
                fact.to() == null ? Deadlines.workdaysLeft(today, until, calendar) : null,
                reason,
                department);
    }

    /** That it is handled specially, or null; by whose word is the centre's business. */
    static SpecialHandlingView special(Progress progress, Visibility visibility, WorkingCalendar calendar) {
        SpecialHandling fact = SpecialWork.of(progress);
        if (fact == null) {
            return null;
        }
        boolean isTold = visibility.showsWork();
        return new SpecialHandlingView(
                fact.ground(),
                fact.ground().label().zh(),
                fact.on(),
                SpecialWork.lastDay(progress, calendar).orElse(null),
                isTold ? visibility.text(fact.reason()) : null,
                isTold ? visibility.text(fact.approver()) : null,
                isTold ? visibility.text(fact.approval()) : null,
                isTold ? fact.approvedOn() : null);
    }

    /** The extension, or null. */
    static ExtensionView extension(Progress progress, Visibility visibility) {
        ExtensionFact fact = progress.extension();
        return fact == null
                ? null
                : new ExtensionView(
                        fact.workingDays(),
                        fact.approver(),
                        fact.approver().label().zh(),
                        visibility.text(fact.reason()),
                        fact.on(),
                        fact.dueBefore(),
                        fact.due());
    }
}
