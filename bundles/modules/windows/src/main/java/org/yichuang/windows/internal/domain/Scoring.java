package org.yichuang.windows.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yichuang.windows.api.AssessmentCategory;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.internal.domain.Score.Line;

/**
 * The formula of the assessment, which is public. The weight of an indicator without a base is spread over those of its
 * category that have one, in proportion; where a whole category has none, its weight over the other categories. What is
 * counted and the marks are mixed as the centre says; what nobody has marked is left out of the mix, in proportion.
 */
public final class Scoring {
    private static final int SCALE = 10;
    private static final int DECIMALS = 2;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Scoring() {}

    /**
     * Adds up.
     *
     * @param counted by indicator; one that is missing has no base
     * @param marks the means, by whose they are
     * @param scheme by which points come of values, and parts are mixed
     */
    public static Score of(
            String subject,
            String name,
            Map<Assessed, Measured> counted,
            Map<MarkKind, BigDecimal> marks,
            Scheme scheme,
            boolean vetoed) {
        List<Line> lines = lines(counted, scheme);
        BigDecimal system = lines.stream().anyMatch(line -> line.points() != null)
                ? rounded(lines.stream()
                        .filter(line -> line.points() != null)
                        .map(Line::points)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                : null;
        return new Score(
                subject,
                name,
                system,
                marks,
                total(system, marks, scheme.mix()),
                vetoed,
                null,
                lines.stream().map(Scoring::shown).toList());
    }

    private static List<Line> lines(Map<Assessed, Measured> counted, Scheme scheme) {
        Map<AssessmentCategory, BigDecimal> all = new EnumMap<>(AssessmentCategory.class);
        Map<AssessmentCategory, BigDecimal> based = new EnumMap<>(AssessmentCategory.class);
        for (Assessed each : Assessed.values()) {
            BigDecimal weight = scheme.part(each.key()).orElseThrow().weight();
            all.merge(each.category(), weight, BigDecimal::add);
            if (counted.getOrDefault(each, Measured.NONE).hasBase()) {
                based.merge(each.category(), weight, BigDecimal::add);
            }
        }
        BigDecimal there = based.keySet().stream().map(all::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Line> lines = new ArrayList<>();
        for (Assessed each : Assessed.values()) {
            Measured measured = counted.getOrDefault(each, Measured.NONE);
            BigDecimal weight = BigDecimal.ZERO;
            BigDecimal points = null;
            if (measured.hasBase()) {
                Scheme.Part part = scheme.part(each.key()).orElseThrow();
                weight = part.weight()
                        .multiply(all.get(each.category()))
                        .multiply(WHOLE)
                        .divide(based.get(each.category()).multiply(there), SCALE, RoundingMode.HALF_UP);
                points = part.points(measured.value(), weight);
            }
            lines.add(new Line(
                    each.key(),
                    each.category(),
                    measured.value(),
                    measured.numerator(),
                    measured.denominator(),
                    weight,
                    points,
                    ""));
        }
        return lines;
    }

    private static Line shown(Line line) {
        return new Line(
                line.key(),
                line.category(),
                line.value(),
                line.numerator(),
                line.denominator(),
                rounded(line.weight()),
                line.points() == null ? null : rounded(line.points()),
                line.digest());
    }

    private static BigDecimal total(BigDecimal system, Map<MarkKind, BigDecimal> marks, List<BigDecimal> mix) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal parts = BigDecimal.ZERO;
        if (system != null) {
            sum = sum.add(system.multiply(mix.get(0)));
            parts = parts.add(mix.get(0));
        }
        for (MarkKind kind : MarkKind.values()) {
            if (marks.containsKey(kind)) {
                sum = sum.add(marks.get(kind).multiply(mix.get(1 + kind.ordinal())));
                parts = parts.add(mix.get(1 + kind.ordinal()));
            }
        }
        return parts.signum() == 0 ? null : sum.divide(parts, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * The best first; who has as much as another has their rank. Who is barred keeps the score and has no rank, nor has
     * one of whom no rate has a base: that nothing was found where nothing was done is no merit.
     */
    public static List<Score> ranked(List<Score> scores) {
        List<Score> sorted = scores.stream()
                .sorted(Comparator.comparing(Score::total, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Score::subject))
                .toList();
        List<Score> ranked = new ArrayList<>();
        int place = 0;
        int rank = 0;
        BigDecimal last = null;
        for (Score each : sorted) {
            if (each.vetoed() || each.total() == null || !each.hasRate()) {
                ranked.add(each.ranked(null));
                continue;
            }
            place++;
            rank = each.total().equals(last) ? rank : place;
            last = each.total();
            ranked.add(each.ranked(rank));
        }
        return ranked;
    }
}
