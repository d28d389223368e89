package org.yichuang.agency.internal;

import java.util.Set;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.Recognition;
import org.yichuang.agency.internal.persistence.AgreementRows;
import org.yichuang.agency.internal.persistence.RecognitionRows;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;

/**
 * Lets the signed review of a recognised body stand in place of the organ's own examination where that grants; not for
 * whoever has presented it. It is held: nobody takes it back in the same moment.
 */
public class RecognitionGate implements CommandGate {
    private final RecognitionRows rows;
    private final AgreementRows agreements;

    RecognitionGate(RecognitionRows rows, AgreementRows agreements) {
        this.rows = rows;
        this.agreements = agreements;
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public Set<GatedCommand> commands() {
        return Set.of(GatedCommand.PRE_REVIEW, GatedCommand.DECIDE);
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        return grants(question.request())
                ? rows.held(question.before().number(), unit)
                        .filter(Recognition::stands)
                        .filter(found -> holds(found, question, unit))
                        .filter(found ->
                                !found.isPresentedBy(question.context().actor().account()))
                        .map(RecognitionGate::examined)
                        .orElseGet(GateAnswer::noObjection)
                : GateAnswer.noObjection();
    }

    /** Whether the agreement still holds on the day on which it is relied upon: what has ended stands for nothing. */
    private boolean holds(Recognition found, GateQuestion question, UnitOfWork unit) {
        return agreements
                .find(found.agreement(), unit)
                .filter(agreement -> agreement.holds(question.context().today()))
                .isPresent();
    }

    /** A refusal rests on what the organ itself has found. */
    private static boolean grants(CaseRequests.Request request) {
        return request instanceof CaseRequests.Decide decision && decision.outcome() == CaseRequests.Outcome.GRANT
                || request instanceof CaseRequests.PreReview review && Boolean.TRUE.equals(review.agree());
    }

    private static GateAnswer examined(Recognition by) {
        return new GateAnswer.Examined("agreement:" + by.agreement());
    }
}
