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

/**
 * Where a centre demands it, nothing is made out to which no seal was put since it was decided; where not, it is
 * written down (K11, X14).
 */
public class SealGate implements CommandGate {
    /** The event of a refusal. */
    static final String REFUSED = "seal-refused";

    private static final String RECORDED = "seal recorded:";

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
        if (question.context().actor().isPlatform()
                || isSealed(question.before().number(), unit)) {
            return GateAnswer.noObjection();
        }
        return WindowsPolicy.isSealRequired(clocked.centre(unit.context().tenant()))
                ? new GateAnswer.Refused(
                        WindowsError.SEAL_MISSING,
                        LocalizedMessage.of(WindowsError.class, WindowsError.SEAL_MISSING.code()),
                        REFUSED)
                : GateAnswer.allowed(RECORDED + WindowsError.SEAL_MISSING.code());
    }

    /** What was entered before anything was decided sealed no approval. */
    private boolean isSealed(String number, UnitOfWork unit) {
        return uses.of(number, SealedKind.APPROVAL, unit).stream()
                .anyMatch(each -> each.held().decided());
    }
}
