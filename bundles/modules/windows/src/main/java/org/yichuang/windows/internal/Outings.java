package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.AbsenceState;
import org.yichuang.windows.internal.domain.Absence;
import org.yichuang.windows.internal.domain.Leave;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.AbsenceRows;
import org.yichuang.windows.internal.persistence.LeaveRows;

/** What somebody is away for, which ends in the transaction in which they are there again, or are away otherwise. */
class Outings {
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final AbsenceRows absences;
    private final LeaveRows leaves;

    Outings(AbsenceRows absences, LeaveRows leaves) {
        this.absences = absences;
        this.leaves = leaves;
    }

    /** They are there: they are not out any more, and a leave that holds today ends. */
    void come(StaffMember of, Now now, UnitOfWork unit) {
        end(of, each -> each.back(now), "back", now, unit);
        endLeaves(of, now.today(), now, unit);
    }

    /** They go for today by their punch: whoever punches is in the hall. */
    void go(StaffMember of, Now now, UnitOfWork unit) {
        end(of, each -> each.back(now), "back", now, unit);
    }

    /** They are away for longer than some minutes. */
    void stayAway(StaffMember of, Now now, UnitOfWork unit) {
        end(of, each -> each.toLeave(now), "to-leave", now, unit);
    }

    /** They work at no window any more: no leave of theirs is left. */
    void depart(StaffMember of, Now now, UnitOfWork unit) {
        end(of, each -> each.back(now), "back", now, unit);
        endLeaves(of, EVER, now, unit);
    }

    private void end(StaffMember of, Consumer<Absence> step, String action, Now now, UnitOfWork unit) {
        absences.openOf(of.id(), now.today(), unit).stream()
                .findFirst()
                .flatMap(each -> absences.held(each.id(), unit))
                .filter(each -> each.state() == AbsenceState.OUT)
                .ifPresent(each -> {
                    step.accept(each);
                    absences.keep(each, action, Map.of(), "absence-ended", each.changed(), unit);
                });
    }

    private void endLeaves(StaffMember of, LocalDate last, Now now, UnitOfWork unit) {
        leaves.ofMember(of.id(), now.today(), last, unit).stream()
                .filter(each -> !each.isEnded())
                .flatMap(each -> leaves.held(each.id(), unit).stream())
                .forEach(each -> end(each, "", now, unit));
    }

    /** A leave ends early, or does not begin. */
    void end(Leave leave, String reason, Now now, UnitOfWork unit) {
        leave.end(reason, now);
        leaves.keep(leave, "end", Map.of("reason", reason), "leave-ended", leave.changed(), unit);
    }
}
