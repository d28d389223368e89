package org.yichuang.cases.internal.domain;

import java.util.List;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.CorrectionView;

/** What the centres that decide members of a joint case ask for. */
public final class BranchQuestions {
    private BranchQuestions() {}

    /** What they wait for, in the order in which they have asked. */
    public static List<CorrectionView> asked(CaseFile file) {
        return file.progress().branches().stream()
                .filter(branch -> file.state() == CaseState.ACCEPTED && branch.isAsked())
                .map(branch -> branch.above().asked())
                .sorted()
                .map(place -> file.progress().corrections().get(place))
                .toList();
    }
}
