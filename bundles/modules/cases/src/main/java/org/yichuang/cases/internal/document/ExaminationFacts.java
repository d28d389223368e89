package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.Map;
import org.yichuang.cases.internal.domain.ExaminationFact;
import org.yichuang.cases.internal.domain.Progress;

/** The facts of the note of what was seen on the spot. */
final class ExaminationFacts {
    private ExaminationFacts() {}

    /** Who has been where, when, and what they have seen: the last step of the examination is this survey. */
    static Map<String, String> surveyed(Progress progress) {
        ExaminationFact survey =
                progress.examinations().get(progress.examinations().size() - 1);
        return Map.of(
                "surveyedOn", day(survey.day()),
                "place", survey.place(),
                "surveyors", String.join(words("comma"), survey.staff()),
                "seen", survey.opinion());
    }
}
