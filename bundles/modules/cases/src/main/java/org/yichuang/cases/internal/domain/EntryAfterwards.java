package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.kernel.api.time.Deadlines;

/** What the trail, and whoever supervises, hear of an application that is entered afterwards. */
final class EntryAfterwards {
    private EntryAfterwards() {}

    /** Tells it with the step by which it is entered, and by an event of its own how late that is. */
    static void tell(Act act) {
        Afterwards entered = act.progress.afterwards;
        if (entered == null) {
            return;
        }
        List<MaterialView> all = act.submission.materials(); // what shows it is behind what was handed in
        act.detail("cameOn", entered.cameOn().toString());
        act.text("afterwardsReason", entered.reason());
        act.detail("proof", all.get(all.size() - 1).sha256());
        act.text("proofPaper", entered.proof().paper());
        int late = Deadlines.workdaysLeft(entered.cameOn(), act.now.today(), act.now.calendar());
        act.besides(
                "enter-afterwards",
                "entered-afterwards",
                Map.of("cameOn", entered.cameOn().toString(), "workingDays", Integer.toString(late)));
    }
}
