package org.yichuang.cases.internal;

import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.cases.internal.domain.BranchHearings;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.domain.LinkedCaseMessage;
import org.yichuang.cases.internal.domain.LinkedCaseMessage.Type;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Takes letters about branches of joint cases that centres above decide. */
final class LinkedBranches {
    private final CaseLedger desk;
    private final CaseReminders reminders;

    /** @param reminders which cases have been here */
    LinkedBranches(CaseLedger desk, CaseReminders reminders) {
        this.desk = desk;
        this.reminders = reminders;
    }

    /** What the centre above tells of the branch of a joint case that it decides. */
    String take(Incoming message, LinkedCaseMessage letter, BranchAddress address, UnitOfWork unit) {
        String id = address.branch();
        if (reminders.isRemoved(address.number(), unit)) {
            return LinkedCases.receipt(address.text(), LocalizedMessage.of(LinkedCases.class, "receipt.removed"));
        }
        CaseFile file = desk.cases(unit)
                .find(address.number())
                .filter(found -> BranchLetters.isOf(found, id, message.sender().value(), message.aggregateId()))
                .orElseThrow(() -> CaseFiles.unknown(address.text()));
        long seen = BranchLetters.seen(file, id);
        if (message.sequence() <= seen) {
            LinkedCases.requireTheSame(message, BranchLetters.idOf(file, id, message.sequence()), address.text());
            return LinkedCases.receipt(
                    address.text(), LocalizedMessage.of(LinkedCases.class, "receipt.late-or-repeated"));
        }
        LinkedCases.requireInOrder(message, seen);
        boolean[] effect = {true};
        desk.step(unit, file, (loaded, now) -> {
            if (letter.type() == Type.HEARING && !BranchHearings.isFree(loaded, id, now)) {
                throw new ProblemException(
                        CaseError.CASE_STATE, LocalizedMessage.of(LinkedCases.class, "message.other-hearing"));
            }
            Optional<Done> done = BranchLetters.take(loaded, id, letter, now);
            effect[0] = done.isPresent();
            Done taken = done.orElseGet(() -> BranchLetters.nothing(loaded, id, letter, now));
            BranchLetters.noteSeen(loaded, id, message.sequence(), message.id());
            return taken;
        });
        return effect[0] ? address.text() : LinkedCases.receipt(address.text(), LinkedCases.withoutEffect(file));
    }
}
