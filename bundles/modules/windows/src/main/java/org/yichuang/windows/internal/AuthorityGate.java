package org.yichuang.windows.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.Authority;

/** Nobody acts on a case outside of a delegation letter's list, its days, or the presence of A and B (C2.4). */
public class AuthorityGate implements CommandGate {
    /** By what the organ itself has decided: minutes, opinion of experts, publication, report of a test. */
    static final String REFERENCE = "organ-reference";

    /** The event of a refusal. */
    static final String REFUSED = "authority-refused";

    private static final Map<GatedCommand, Right> RIGHTS = Map.of(
            GatedCommand.ACCEPT, Right.ACCEPT,
            GatedCommand.EXAMINE, Right.EXAMINE,
            GatedCommand.PRE_REVIEW, Right.EXAMINE,
            GatedCommand.COORDINATE, Right.EXAMINE,
            GatedCommand.DECIDE, Right.DECIDE,
            GatedCommand.ISSUE, Right.ISSUE,
            GatedCommand.DELIVER, Right.DELIVER);

    private final Authorities authorities;

    AuthorityGate(Authorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public String module() {
        return WindowsEvent.MODULE;
    }

    @Override
    public Set<GatedCommand> commands() {
        return RIGHTS.keySet();
    }

    @Override
    public List<GateFact> facts(GatedCommand command, CaseSnapshot before) {
        return command == GatedCommand.DECIDE
                ? List.of(new GateFact(REFERENCE, LocalizedMessage.of(AuthorityGate.class, "organ.reference"), false))
                : List.of();
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        if (question.context().actor().isPlatform()) {
            return GateAnswer.noObjection();
        }
        CaseMatter matter = CaseMatter.of(question);
        if (matter.items().isEmpty()) {
            return GateAnswer.noObjection();
        }
        Right right = RIGHTS.get(question.command());
        Authority.Question asked = new Authority.Question(
                right,
                authorities.isReserved(right, unit) && !isVerification(question),
                right == Right.DECIDE && authorities.isOrgans(matter, unit),
                question.request().facts().getOrDefault(REFERENCE, ""),
                isVerification(question),
                question.barred());
        Authority.Answer answer = authorities.answer(question.context().actor().account(), matter, asked, unit);
        if (!answer.isAllowed()) {
            // what several departments do together is no act of one: by which letter is noted, nobody is kept from it
            boolean isRefused = authorities.isRequired(unit) && question.command() != GatedCommand.COORDINATE;
            return isRefused
                    ? new GateAnswer.Refused(answer.code(), answer.sentence(), REFUSED)
                    : GateAnswer.allowed(
                            CommandGate.ROLE + " recorded:" + answer.code().code());
        }
        String at = answer.window().isEmpty() ? "" : "window:" + answer.window() + " ";
        return new GateAnswer.Allowed(
                at + "letter:" + answer.letter() + (answer.isForBarred() ? " b:barred" : ""),
                answer.window(),
                answer.rank(),
                answer.letter());
    }

    /** What one has found somebody else verifies, who then is neither of the two. */
    private static boolean isVerification(GateQuestion question) {
        return question.request() instanceof ExaminationRequest examination
                && examination.kind() == ExaminationKind.VERIFICATION;
    }
}
