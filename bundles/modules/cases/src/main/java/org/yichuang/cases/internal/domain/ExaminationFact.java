package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.kernel.api.TextRules;

/**
 * A step of the internal examination (R1-11, R1-18).
 *
 * @param kind which
 * @param round the how manieth of its centre it belongs to, from 1
 * @param centre at which centre
 * @param department in which department
 * @param recommendation what it comes to, or null
 * @param opinion what was found, or null
 * @param staff who goes or has gone to see
 * @param place where they have been, or null
 * @param day on which day they have been there, or null
 * @param by who took the step
 * @param account the same as an account; null at other centres
 * @param at when
 * @param branch the branch of a joint case that it is of, or null
 */
public record ExaminationFact(
        ExaminationKind kind,
        int round,
        String centre,
        String department,
        Recommendation recommendation,
        String opinion,
        List<String> staff,
        String place,
        LocalDate day,
        String by,
        String account,
        Instant at,
        String branch) {
    /** More than any case has; what a neighbour tells of beyond is a mistake. */
    static final int MOST = 200;

    /** Administrative Licensing Law art. 34 para 3, art. 55. */
    static final int FEWEST_SURVEYORS = 2;

    private static final int LONGEST_OPINION = 2000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_STAFF = 10;

    public ExaminationFact {
        staff = staff == null
                ? List.of()
                : staff.stream().filter(Objects::nonNull).toList();
    }

    /** Whether it is of a branch, or of none. */
    boolean isOf(String which) {
        return Objects.equals(branch, which);
    }

    boolean isAt(String here) {
        return here.equals(centre);
    }

    /** The same as the centre above is told of it: by which account somebody acts here is our business. */
    ExaminationFact told() {
        return new ExaminationFact(
                kind, round, centre, department, recommendation, opinion, staff, place, day, by, null, at, null);
    }

    /** Whether a neighbour has said all of it that is shown; of a survey, all that makes it one (R1-11). */
    boolean isTold() {
        boolean isSeen = place != null && !place.isBlank() && day != null && isByEnough();
        return kind != null && centre != null && at != null && (kind != ExaminationKind.SITE_SURVEY || isSeen);
    }

    /** Whether as many have gone as the law demands. */
    boolean isByEnough() {
        return Set.copyOf(staff).size() >= FEWEST_SURVEYORS;
    }

    /** As far as a centre here could have said it. */
    ExaminationFact bounded() {
        return new ExaminationFact(
                kind,
                round,
                centre,
                bounded(department, LONGEST_NAME),
                recommendation,
                bounded(opinion, LONGEST_OPINION),
                staff.stream()
                        .limit(MOST_STAFF)
                        .map(name -> bounded(name, LONGEST_NAME))
                        .toList(),
                bounded(place, LONGEST_NAME),
                day,
                bounded(by, LONGEST_NAME),
                null,
                at,
                null);
    }

    private static String bounded(String text, int most) {
        return text == null ? null : TextRules.first(TextRules.cleaned(text), most);
    }
}
