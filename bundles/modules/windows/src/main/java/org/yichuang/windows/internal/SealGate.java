package org.yichuang.windows.internal;

import java.util.Set;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.SealedKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.WindowsPolicy;
import org.yichuang.windows.internal.persistence.SealUseRows;

/** Where a centre demands it, nothing is made out to which no seal was put (K11, X14). */
public class SealGate implements CommandGate {
    /** The event of a refusal. */
    static final String REFUSED = "seal-refused";

    private final SealUseRows uses;
    private final Clocked clocked;

    SealGate(SealUseRows uses, Clocked clocked) {
        this.uses = uses;
        this.clocked = clocked;
    }

    @Override
    public String module() {
        return WindowsEvent.MODULE;
    }

    @Override
    public Set<GatedCommand> commands() {
        return Set.of(GatedCommand.ISSUE);
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        boolean isFree = question.context().actor().isPlatform()
                || !WindowsPolicy.isSealRequired(clocked.centre(unit.context().tenant()))
                || uses.isSealed(question.before().number(), SealedKind.APPROVAL, unit);
        return isFree
                ? GateAnswer.noObjection()
                : new GateAnswer.Refused(
                        WindowsError.SEAL_MISSING,
                        LocalizedMessage.of(WindowsError.class, WindowsError.SEAL_MISSING.code()),
                        REFUSED);
    }
}
