package org.yichuang.cases.internal.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.Acceptance;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.ExtensionView;
import org.yichuang.cases.api.CaseView.HearingView;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.CaseView.MissingView;
import org.yichuang.cases.api.CaseView.Peer;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.cases.api.CaseView.RouteView;
import org.yichuang.cases.api.CaseView.SuspensionView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.api.FilingView;
import org.yichuang.cases.api.JointView;
import org.yichuang.cases.api.RemedyView;

/**
 * A case as its applicant reads it: what they have handed in, what they are told, what they can do. What a centre keeps
 * to itself while it works (opinions on the way, who decided, remarks, by which authority) has no place here; the
 * fields are called as in {@link CaseView}.
 */
public record ApplicantCaseView(
        String number,
        String queryCode,
        CaseState state,
        String stateName,
        String owner,
        String item,
        String itemName,
        int itemVersion,
        String kind,
        String type,
        String department,
        CaseRequests.Applicant applicant,
        Map<String, Object> form,
        List<MaterialView> materials,
        RouteView route,
        int stage,
        Instant receivedAt,
        Acceptance acceptance,
        LocalDate due,
        List<CorrectionView> corrections,
        HearingView hearing,
        List<SuspensionView> suspensions,
        ExtensionView extension,
        List<PromiseView> promises,
        Decision decision,
        IssuedView issued,
        Delivery delivery,
        EndingView ending,
        Peer lower,
        Peer upper,
        List<String> commands,
        List<MissingView> missing,
        List<JointView.BranchView> branches,
        JointView joint,
        RemedyView remedyLimits,
        CaseLicence licence,
        FilingView filing,
        long version) {

    /** The decision: centre, department, outcome, texts, when. */
    public record Decision(
            String centre,
            String department,
            CaseRequests.Outcome outcome,
            String opinion,
            String reasons,
            String basis,
            String remedies,
            Instant at) {
        private static Decision of(DecisionView decision) {
            return new Decision(
                    decision.centre(),
                    decision.department(),
                    decision.outcome(),
                    decision.opinion(),
                    decision.reasons(),
                    decision.basis(),
                    decision.remedies(),
                    decision.at());
        }
    }

    /** The delivery: how, to whom, when, from when it counts as served, and where they have agreed to it. */
    public record Delivery(
            CaseRequests.DeliveryMethod method, String receivedBy, Instant at, LocalDate servedOn, String consent) {
        private static Delivery of(DeliveryView delivery) {
            return new Delivery(
                    delivery.method(), delivery.receivedBy(), delivery.at(), delivery.servedOn(), delivery.consent());
        }
    }

    /** What of a case its applicant reads. */
    static ApplicantCaseView of(CaseView view) {
        return new ApplicantCaseView(
                view.number(),
                view.queryCode(),
                view.state(),
                view.stateName(),
                view.owner(),
                view.item(),
                view.itemName(),
                view.itemVersion(),
                view.kind(),
                view.type(),
                view.department(),
                view.applicant(),
                view.form(),
                view.materials(),
                view.route(),
                view.stage(),
                view.receivedAt(),
                view.acceptance(),
                view.due(),
                view.corrections(),
                view.hearing(),
                view.suspensions(),
                view.extension(),
                view.promises(),
                Optional.ofNullable(view.decision()).map(Decision::of).orElse(null),
                view.issued(),
                Optional.ofNullable(view.delivery()).map(Delivery::of).orElse(null),
                view.ending(),
                view.lower(),
                view.upper(),
                view.commands(),
                view.missing(),
                view.branches(),
                view.joint(),
                view.remedyLimits(),
                view.licence(),
                view.filing(),
                view.version());
    }
}
