package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.List;
import java.util.Map;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.ExaminationFact;

/** The facts of the note of what was seen on the spot. */
final class ExaminationFacts {
    private ExaminationFacts() {}

    /** Who has been where, when, and what they have seen: the last step of the examination is this survey. */
    static Map<String, String> surveyed(CaseFile file) {
        List<ExaminationFact> all = file.progress().examinations();
        ExaminationFact survey = all.get(all.size() - 1);
        return Map.of(
                "branchName",
                        survey.branch() == null
                                ? ""
                                : BranchWork.facts(file, survey.branch()).name(),
                "surveyedOn", day(survey.day()),
                "place", survey.place(),
                "surveyors", String.join(words("comma"), survey.staff()),
                "seen", survey.opinion());
    }
}
