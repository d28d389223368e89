package org.yichuang.cases.internal.packages;

import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.api.JointView.MeetingView;
import org.yichuang.cases.api.JointView.RaisedView;

/** What the departments of a joint case have said and done, as it stands in a package; nothing of any other case. */
final class JointTexts {
    private JointTexts() {}

    static void write(CaseView view, ReadableText text) {
        view.branches().forEach(branch -> branch(branch, text));
        if (view.joint() != null) {
            view.joint().meetings().forEach(meeting -> meeting(meeting, text));
            view.joint().raised().forEach(raised -> raised(raised, text));
        }
    }

    private static void branch(BranchView branch, ReadableText text) {
        branch.opinions().forEach(said -> text.heading("branch")
                .line("department", branch.department())
                .line("item", branch.name())
                .line("outcome", ReadableText.word(said.outcome() == BranchOutcome.AGREE ? "agree" : "disagree"))
                .line("opinion", said.opinion())
                .line("conditions", said.conditions())
                .line("by", said.by())
                .line("at", said.at()));
    }

    private static void meeting(MeetingView meeting, ReadableText text) {
        text.heading("meeting").line("held-on", meeting.heldOn()).line("agenda", meeting.agenda());
        meeting.participants().forEach(name -> text.line("participant", name));
        meeting.agreements().forEach(each -> text.line("problem", each.problem())
                .line("agreement", each.agreement())
                .line("responsible", each.responsible())
                .line("until", each.by())
                .line("done-on", each.doneOn()));
    }

    private static void raised(RaisedView raised, ReadableText text) {
        text.heading("raised")
                .line("on", raised.on())
                .line("reasons", raised.reason())
                .line("settlement", raised.settlement())
                .line("settled-by", raised.document());
    }
}
