package org.yichuang.windows.internal.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.yichuang.windows.api.AssessmentCategory;
import org.yichuang.windows.api.MarkKind;

/**
 * What a window or a department has in a period.
 *
 * @param subject the number of the window, or the name of the department
 * @param name what it is called
 * @param system what is counted, of a hundred; null where nothing had a base
 * @param marks the means of marks, of a hundred, by whose they are; a kind without marks is not in it
 * @param total of a hundred; null where there is neither
 * @param vetoed whether a confirmed violation of attitude bars award and rank
 * @param rank from 1; null for who is barred, or of whom no rate has a base
 * @param lines what was counted, for each indicator
 */
public record Score(
        String subject,
        String name,
        BigDecimal system,
        Map<MarkKind, BigDecimal> marks,
        BigDecimal total,
        boolean vetoed,
        Integer rank,
        List<Line> lines) {
    public Score {
        marks = marks == null ? Map.of() : Map.copyOf(marks);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** Whether one of its rates has a base. */
    boolean hasRate() {
        return lines.stream()
                .filter(line -> line.points() != null)
                .flatMap(line -> Assessed.of(line.key()).stream())
                .anyMatch(each -> !each.rule().isCount());
    }

    /** The same with a rank. */
    Score ranked(Integer place) {
        return new Score(subject, name, system, marks, total, vetoed, place, lines);
    }

    /**
     * The same with the digests of the rows behind each line.
     *
     * @param digests by the key of the indicator
     */
    public Score digested(Map<String, String> digests) {
        return new Score(
                subject,
                name,
                system,
                marks,
                total,
                vetoed,
                rank,
                lines.stream()
                        .map(line -> line.with(digests.getOrDefault(line.key(), "")))
                        .toList());
    }

    /**
     * What was counted of an indicator.
     *
     * @param key of the indicator
     * @param category to which it belongs
     * @param value in its own unit; null without a base
     * @param numerator of the value
     * @param denominator of the value
     * @param weight after those of indicators without a base were spread
     * @param points that it brings, at most its weight; null without a base
     * @param digest SHA-256 of the keys of its rows; empty before it is published
     */
    public record Line(
            String key,
            AssessmentCategory category,
            BigDecimal value,
            long numerator,
            long denominator,
            BigDecimal weight,
            BigDecimal points,
            String digest) {
        private Line with(String rows) {
            return new Line(key, category, value, numerator, denominator, weight, points, rows);
        }
    }
}
