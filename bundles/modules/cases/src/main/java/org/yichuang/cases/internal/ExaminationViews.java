package org.yichuang.cases.internal;

import java.util.List;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.ExaminationView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.ExaminationFact;
import org.yichuang.cases.internal.domain.ExaminationWork;

/** The internal examination of a case as it leaves the module: nothing of it for the applicant but its steps. */
final class ExaminationViews {
    private ExaminationViews() {}

    static List<ExaminationView> of(CaseFile file, Visibility visibility) {
        return visibility.showsWork()
                ? file.progress().examinations().stream()
                        .map(fact -> view(fact, visibility))
                        .toList()
                : List.of();
    }

    /** What has still to be done before this centre's pre-review or decision. */
    static List<ExaminationKind> outstanding(CaseFile file, String here, Visibility visibility) {
        return visibility.showsWork() && file.state() == CaseState.ACCEPTED
                ? ExaminationWork.outstanding(file.submission(), file.progress(), here)
                : List.of();
    }

    private static ExaminationView view(ExaminationFact fact, Visibility visibility) {
        return new ExaminationView(
                fact.kind(),
                fact.kind().label().zh(),
                fact.centre(),
                fact.department(),
                fact.round(),
                fact.recommendation(),
                fact.recommendation() == null
                        ? null
                        : fact.recommendation().label().zh(),
                visibility.text(fact.opinion()),
                fact.staff(),
                visibility.text(fact.place()),
                fact.day(),
                fact.by(),
                fact.at(),
                fact.branch());
    }
}
