package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** Whoever presides over the hearing of a case has not examined it, and does not afterwards (art. 48, R1-27). */
final class Impartiality {
    private Impartiality() {}

    /** Refuses somebody who has examined, surveyed or pre-reviewed the case. */
    static void requireOf(Act act, String presider) {
        Stream<String> examiners = act.progress.examinations.stream()
                .flatMap(each -> Stream.concat(Stream.ofNullable(each.by()), each.staff().stream()));
        Stream<String> reviewers =
                act.progress.opinions.stream().map(OpinionView::by).filter(Objects::nonNull);
        if (Stream.concat(examiners, reviewers).anyMatch(name -> isSame(name, presider))) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "presider",
                    LocalizedMessage.of(Impartiality.class, "hearing.presider"));
        }
    }

    private static boolean isSame(String name, String other) {
        return compared(name).equals(compared(other));
    }

    private static String compared(String name) {
        return TextRules.folded(name).replace(" ", "");
    }

    /** Refuses an examination by whoever presides over the hearing, or has presided. */
    static void requireNoPresider(Act act, List<String> names) {
        HearingFact hearing = act.progress.hearing;
        boolean isPresider = hearing != null
                && hearing.session() != null
                && names.stream()
                        .anyMatch(name -> isSame(name, hearing.session().presider()));
        if (isPresider) {
            throw new ProblemException(
                    CaseError.DUTIES_SEPARATE, LocalizedMessage.of(Impartiality.class, "duties.presider"));
        }
    }
}
