package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** A module that cases does not know, with a say in acceptance and in what is issued. */
final class ToyModule {
    private ToyModule() {}

    /** A module with a say in acceptance. */
    static class ToyGate implements CommandGate {
        static final String MODULE = "linkage";
        final List<CaseSnapshot> seen = new ArrayList<>();
        final List<GateQuestion> asked = new ArrayList<>();
        boolean wantsMinutes;
        GateAnswer answer = GateAnswer.noObjection();

        @Override
        public String module() {
            return MODULE;
        }

        @Override
        public Set<GatedCommand> commands() {
            return EnumSet.of(GatedCommand.ACCEPT);
        }

        @Override
        public List<GateFact> facts(GatedCommand command, CaseSnapshot before) {
            return List.of(new GateFact("minutes", LocalizedMessage.verbatim("会议纪要编号"), wantsMinutes));
        }

        @Override
        public GateAnswer check(GateQuestion question, UnitOfWork unit) {
            seen.add(question.before());
            asked.add(question);
            return answer;
        }
    }

    /** A module that wants to be paid. */
    static final class ToyFee implements CompletionGate {
        boolean isPaid;

        @Override
        public String module() {
            return ToyGate.MODULE;
        }

        @Override
        public List<Missing> missing(CaseSnapshot now, UnitOfWork unit) {
            return isPaid ? List.of() : List.of(new Missing("fee-unpaid", LocalizedMessage.verbatim("请先缴费")));
        }
    }
}
