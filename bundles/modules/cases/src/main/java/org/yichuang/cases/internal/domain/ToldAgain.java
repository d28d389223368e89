package org.yichuang.cases.internal.domain;

import java.util.Set;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.LinkedCaseMessage.Type;

/**
 * What stands of a case, told once more to the centre below: its database was set back, it sends again what has come
 * before, and what it was told of that may have come to it when it could not take it.
 */
public final class ToldAgain {
    private static final Set<CaseState> ENDED = Set.of(CaseState.WITHDRAWN, CaseState.GRANT_ENDED);

    private ToldAgain() {}

    /**
     * What comes of a letter that the state gives no effect.
     *
     * @param isForgotten whether its sender may have forgotten that it had sent it
     */
    public static Done of(CaseFile file, LinkedCaseMessage letter, boolean isForgotten, CommandContext now) {
        Act act = Act.beside(file, Correspondence.commandOf(letter), now);
        act.detail("effect", "none");
        act.detail("state", file.state().name());
        if (isForgotten && letter.type() == Type.FORWARD && !tellEnd(act) && act.progress.acceptance != null) {
            act.tellBelow(Type.RECEIPT);
        } else if (isForgotten && letter.type() == Type.WITHDRAW) {
            tellEnd(act);
        }
        return act.tell();
    }

    private static boolean tellEnd(Act act) {
        Progress progress = act.progress;
        CaseState state = act.file.state();
        if (ENDED.contains(state) && progress.ending != null) {
            act.tellBelow(Type.CANCELLED).ending = progress.ending;
            return true;
        }
        boolean isToldWithResult =
                state == CaseState.GRANTED && act.submission.route().issuer().equals(act.now.centre());
        if (progress.decision == null || isToldWithResult) {
            return false;
        }
        LinkedCaseMessage said = act.tellBelow(Type.DECISION);
        said.carry(progress.decision);
        said.decisionDocument = progress.decisionDocument;
        said.facts = progress.decisionFacts;
        said.issued = progress.issued;
        return true;
    }
}
