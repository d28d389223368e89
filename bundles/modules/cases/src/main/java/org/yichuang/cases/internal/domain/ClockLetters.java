package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TextRules;

/**
 * What a centre that decides tells the centres below of its clocks: that they stand, go on, or run longer (R1-20,
 * R1-21). The centre where somebody applied tells them in writing; each on the way passes it on.
 */
final class ClockLetters {
    private static final int LONGEST_REASON = 1000;

    private ClockLetters() {}

    /** Tells the centre below what a step here has done to the clocks, where the case came from one. */
    static void tell(Act act, LinkedCaseMessage.Type type) {
        if (!act.file.isTransferred()) {
            return;
        }
        LinkedCaseMessage letter = act.tellBelow(type);
        if (type == LinkedCaseMessage.Type.EXTENSION) {
            letter.extension = act.progress.extension;
        } else {
            List<SuspensionFact> all = act.progress.suspensions;
            letter.suspension = all.get(all.size() - 1);
        }
    }

    /** The limits stand above, and with them what runs here. */
    static void suspended(Act act, LinkedCaseMessage letter) {
        SuspensionFact told = letter.suspension;
        SuspensionFact kept = new SuspensionFact(
                told.procedure(), possible(act, told.from()), null, told.plannedWorkingDays(), reason(told.reason()));
        if (!kept.equals(told)) {
            act.leftOut();
        }
        act.progress.suspend(kept);
        act.note(kept.procedure().name());
        act.detail("procedure", kept.procedure().name());
        act.detail("plannedWorkingDays", Integer.toString(kept.plannedWorkingDays()));
        act.detail("suspendedFrom", kept.from().toString());
        tell(act, LinkedCaseMessage.Type.SUSPENSION);
    }

    /** They go on. */
    static void resumed(Act act, LinkedCaseMessage letter) {
        LocalDate until = possible(act, letter.suspension.to());
        act.note(act.progress.suspension().orElseThrow().procedure().name());
        act.progress.goOn(until);
        act.detail("suspendedUntil", until.toString());
        tell(act, LinkedCaseMessage.Type.RESUMPTION);
        HearingWork.standOn(act);
    }

    /** The limit of the decision is longer above. */
    static void extended(Act act, LinkedCaseMessage letter) {
        ExtensionFact told = letter.extension;
        act.progress.extension = new ExtensionFact(
                told.workingDays(), told.approver(), reason(told.reason()), told.on(), told.dueBefore(), told.due());
        if (!act.progress.extension.equals(told)) {
            act.leftOut();
        }
        act.detail("workingDays", Integer.toString(told.workingDays()));
        act.detail("approver", told.approver().name());
        act.detail("dueBefore", told.dueBefore().toString());
        act.detail("due", told.due().toString());
        tell(act, LinkedCaseMessage.Type.EXTENSION);
    }

    /** A day on which the case was above: not before it was handed in, and not one that is to come. */
    static LocalDate possible(Act act, LocalDate told) {
        LocalDate received = act.file.receivedAt().atZone(CallContext.ZONE).toLocalDate();
        LocalDate today = act.now.today();
        if (told.isBefore(received)) {
            return received;
        }
        return told.isAfter(today) ? today : told;
    }

    static String reason(String told) {
        return TextRules.first(TextRules.cleaned(told), LONGEST_REASON);
    }
}
