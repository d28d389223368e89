package org.yichuang.licences.internal;

import java.util.EnumSet;
import java.util.Set;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.licences.api.LicenceError;

/** Accepts nobody on a promise who has not kept one before, until that is repaired (R3-19, R3-20). */
public class BreachGate implements CommandGate {
    private final Breaches breaches;

    public BreachGate(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public String module() {
        return LicencesDescriptor.WORD;
    }

    @Override
    public Set<GatedCommand> commands() {
        return EnumSet.of(GatedCommand.ACCEPT);
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        boolean isPromised = question.request() instanceof CaseRequests.Accept accept
                && !accept.promises().isEmpty();
        return isPromised
                ? breaches.open(question.before().applicant().idNumber(), unit)
                        .map(breach -> GateAnswer.refused(
                                LicenceError.PROMISE_BREACHED,
                                LocalizedMessage.of(
                                        BreachGate.class,
                                        "breached." + breach.kind().name(),
                                        breach.itemName(),
                                        breach.foundOn(),
                                        breach.id())))
                        .orElseGet(GateAnswer::noObjection)
                : GateAnswer.noObjection();
    }
}
