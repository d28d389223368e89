package org.yichuang.cases.internal;

import java.util.Optional;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.domain.LinkedCaseMessage;
import org.yichuang.cases.internal.domain.LinkedCaseMessage.Type;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** Takes letters about branches of joint cases that centres above decide. */
final class LinkedBranches {
    private final CaseLedger desk;

    LinkedBranches(CaseLedger desk) {
        this.desk = desk;
    }

    /** What the centre above tells of the branch of a joint case that it decides. */
    String take(Incoming message, LinkedCaseMessage letter, BranchAddress address, UnitOfWork unit) {
        String id = address.branch();
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
            Optional<Done> done = BranchLetters.take(loaded, id, letter, now);
            effect[0] = done.isPresent();
            Done taken = done.orElseGet(() -> BranchLetters.nothing(loaded, id, letter, now));
            BranchLetters.noteSeen(loaded, id, message.sequence(), message.id());
            return taken;
        });
        if (effect[0]) {
            return address.text();
        }
        return letter.type() == Type.HEARING
                ? LinkedCases.receipt(
                        address.text(), LocalizedMessage.of(LinkedCases.class, "receipt.hearing-in-branch"))
                : LinkedCases.receipt(address.text(), LinkedCases.withoutEffect(file));
    }
}
