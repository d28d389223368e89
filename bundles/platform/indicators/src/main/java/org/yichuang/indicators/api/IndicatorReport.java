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
 * @param lastYear what the same days a year before gave; null for a figure of the present state, or when not asked for
 * @param groups the parts; empty when not asked for
 * @param cut whether there are smaller parts that are not among them
 */
public record IndicatorReport(
        IndicatorDefinition definition,
        Scope scope,
        Instant asOf,
        Fraction fraction,
        Fraction lastYear,
        List<Group> groups,
        boolean cut) {
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

    /** How much of a part: rounded half up, but never onto a target that is missed by a hair. */
    public Optional<BigDecimal> value(Fraction part) {
        Optional<BigDecimal> rounded = definition.kind().value(part, definition.decimals());
        Target target = definition.target();
        return rounded.filter(
                        value -> target.isSet() && target.isReached(value.compareTo(target.value())) && !reaches(part))
                .flatMap(value -> definition.kind().value(part, definition.decimals(), shortOf(target)))
                .or(() -> rounded);
    }

    private boolean reaches(Fraction part) {
        Target target = definition.target();
        return target.isReached(definition.kind().compare(part, definition.decimals(), target.value()));
    }

    private static RoundingMode shortOf(Target target) {
        return target.atLeast() ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }

    /** Whether the exact value reaches the target; absent without a value, or without a target. */
    public Optional<Boolean> isTargetReached() {
        return definition.target().isSet() ? value().map(value -> reaches(fraction)) : Optional.empty();
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

    /** How much of the target is reached, in per cent with two decimals; 100 only when it is. */
    public Optional<BigDecimal> shareOfTarget() {
        return Optional.ofNullable(definition.target().value())
                .filter(target -> target.signum() != 0)
                .flatMap(target -> value().map(now -> share(now.multiply(HUNDRED), target)));
    }

    private BigDecimal share(BigDecimal hundredfold, BigDecimal target) {
        BigDecimal share = hundredfold.divide(target, 2, RoundingMode.HALF_UP);
        return share.compareTo(HUNDRED) == 0 && !reaches(fraction)
                ? hundredfold.divide(target, 2, shortOf(definition.target()))
                : share;
    }
}
