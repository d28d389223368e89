package org.yichuang.indicators.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yichuang.indicators.api.Indicator.Group;

/**
 * A figure, answered.
 *
 * @param definition what it is
 * @param scope what was counted
 * @param asOf when
 * @param fraction what came out
 * @param lastYear what the same days a year before gave; null for a figure of the present state
 * @param groups the parts; empty when not asked for
 */
public record IndicatorReport(
        IndicatorDefinition definition,
        Scope scope,
        Instant asOf,
        Fraction fraction,
        Fraction lastYear,
        List<Group> groups) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public IndicatorReport {
        groups = List.copyOf(groups);
    }

    /** The value; absent where nothing could be in the denominator. */
    public Optional<BigDecimal> value() {
        return value(fraction);
    }

    /** The value of the same days a year before. */
    public Optional<BigDecimal> valueLastYear() {
        return Optional.ofNullable(lastYear).flatMap(this::value);
    }

    /** How much of a part. */
    public Optional<BigDecimal> value(Fraction part) {
        return definition.kind().value(part, definition.decimals());
    }

    /** By how much the value has changed since last year, in its own unit (of rates: percentage points). */
    public Optional<BigDecimal> change() {
        return value().flatMap(now -> valueLastYear().map(now::subtract));
    }

    /** The same in per cent of last year's value, with two decimals. */
    public Optional<BigDecimal> changePercent() {
        return change().flatMap(change -> valueLastYear()
                .filter(before -> before.signum() != 0)
                .map(before -> change.multiply(HUNDRED).divide(before, 2, RoundingMode.HALF_UP)));
    }

    /** How much of the target is reached, in per cent with two decimals. */
    public Optional<BigDecimal> shareOfTarget() {
        return Optional.ofNullable(definition.target().value())
                .filter(target -> target.signum() != 0)
                .flatMap(target -> value().map(now -> now.multiply(HUNDRED).divide(target, 2, RoundingMode.HALF_UP)));
    }
}
