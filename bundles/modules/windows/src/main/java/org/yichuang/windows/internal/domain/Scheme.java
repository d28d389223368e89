package org.yichuang.windows.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what an assessment is made.
 *
 * @param mix of what is counted, and of the marks in the order of their kinds, in per cent
 * @param parts what each indicator weighs, and how points come of its value
 */
public record Scheme(List<BigDecimal> mix, List<Part> parts) {
    public Scheme {
        mix = List.copyOf(mix);
        parts = List.copyOf(parts);
    }

    /**
     * That of all indicators.
     *
     * @param targets those that a centre has set, by the figure
     */
    public static Scheme of(List<BigDecimal> mix, Map<String, BigDecimal> targets) {
        return new Scheme(
                mix,
                Stream.of(Assessed.values())
                        .map(each -> Part.of(each, targets.get(each.rule().figure())))
                        .toList());
    }

    /** That of an indicator. */
    public Optional<Part> part(String key) {
        return parts.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /**
     * An indicator.
     *
     * @param key of the indicator
     * @param weight of a hundred, before anything is spread
     * @param floor the value that brings nothing; null for a number that costs points
     * @param target the value that brings all; null likewise
     * @param step what each costs; null for a rate
     */
    public record Part(String key, BigDecimal weight, BigDecimal floor, BigDecimal target, BigDecimal step) {
        private static final int SCALE = 10;

        private static Part of(Assessed of, BigDecimal set) {
            Assessed.Rule rule = of.rule();
            BigDecimal target = set == null || rule.isCount() ? rule.target() : set.max(rule.floor());
            return new Part(of.key(), of.weight(), rule.floor(), target, rule.step());
        }

        /**
         * The points of a value: of a rate, the weight by how far it lies between floor and target; of a number, the
         * weight less a step for each, nothing at least.
         *
         * @param spread its weight after those without a base were spread
         */
        public BigDecimal points(BigDecimal value, BigDecimal spread) {
            if (step != null) {
                return spread.subtract(value.multiply(step)).max(BigDecimal.ZERO);
            }
            if (target.compareTo(floor) == 0) {
                return value.compareTo(target) < 0 ? BigDecimal.ZERO : spread;
            }
            BigDecimal share = value.subtract(floor)
                    .divide(target.subtract(floor), SCALE, RoundingMode.HALF_UP)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.ONE);
            return spread.multiply(share);
        }
    }
}
