package org.yichuang.kernel.api.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A standard (收费标准): the amount follows from it and the quantity, and from nothing that anybody types (R7-04).
 *
 * @param method how
 * @param unit of what there is a quantity, e.g. ㎡; empty where there is none
 * @param lines one, or the tiers in their order, without gaps
 * @param floorFor of a range: who pays its lower end
 */
public record FeeStandard(ChargingMethod method, String unit, List<StandardLine> lines, FeeFloor floorFor) {
    private static final BigDecimal FEN = BigDecimal.valueOf(100);

    public FeeStandard {
        unit = unit == null ? "" : unit;
        lines = List.copyOf(lines);
        floorFor = floorFor == null ? FeeFloor.NONE : floorFor;
    }

    /** Whether it can be reckoned with: as many lines as its method has, without gaps, and no price below nothing. */
    public boolean isSound() {
        if (lines.isEmpty() || lines.stream().anyMatch(line -> !isSound(line))) {
            return false;
        }
        return method == ChargingMethod.TIERED ? isWithoutGap() : lines.size() == 1 && isRangeOnlyOfRange();
    }

    private static boolean isSound(StandardLine line) {
        return line.price() != null
                && line.price().signum() >= 0
                && line.growth().signum() >= 0
                && (line.step() == null || line.step().signum() > 0 && line.to() == null)
                && (line.to() == null || line.to().compareTo(line.from()) > 0);
    }

    private boolean isRangeOnlyOfRange() {
        StandardLine line = lines.get(0);
        if (method != ChargingMethod.RANGE) {
            return line.highest() == null;
        }
        return line.highest() != null
                && line.highest().compareTo(line.price()) >= 0
                && (line.point() == null
                        || line.point().compareTo(line.price()) >= 0
                                && line.point().compareTo(line.highest()) <= 0);
    }

    private boolean isWithoutGap() {
        BigDecimal reached = BigDecimal.ZERO;
        for (StandardLine line : lines) {
            if (reached == null || line.from().compareTo(reached) != 0) {
                return false;
            }
            reached = line.to();
        }
        return true;
    }

    /** Whether there has to be a quantity. */
    public boolean needsQuantity() {
        return method != ChargingMethod.FIXED;
    }

    /**
     * What a quantity costs; nothing where the standard does not decide it: a range without a floor for this payer, and
     * what is above the last tier.
     *
     * @param quantity units, or yuan of a rate; without meaning for a fixed one
     */
    public Optional<FeeAmount> amount(BigDecimal quantity, PayerKind payer) {
        StandardLine line = lines.get(0);
        return switch (method) {
            case FIXED -> Optional.of(sum(List.of(term(BigDecimal.ONE, line.price()))));
            case PER_UNIT -> Optional.of(sum(List.of(term(quantity, line.price()))));
            case RATE -> Optional.of(sum(List.of(new FeeAmount.Term(
                    quantity, line.price(), quantity.multiply(line.price()).multiply(FEN)))));
            case RANGE -> Optional.ofNullable(floorFor.holdsFor(payer) ? line.price() : line.point())
                    .map(price -> sum(List.of(term(quantity, price))));
            case TIERED -> tiers(quantity);
        };
    }

    /**
     * Whether a quantity may cost more than so much, by the highest price that any unit of it can have: such a quantity
     * is a slip, and is not to be reckoned with.
     *
     * @param fen at most what a {@code long} holds
     */
    public boolean exceeds(long fen, BigDecimal quantity) {
        BigDecimal highest =
                lines.stream().map(line -> highest(line, quantity)).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal units = method == ChargingMethod.FIXED ? BigDecimal.ONE : quantity;
        BigDecimal most = units.multiply(highest).multiply(method == ChargingMethod.RATE ? FEN : BigDecimal.ONE);
        return most.compareTo(BigDecimal.valueOf(fen)) > 0;
    }

    private static BigDecimal highest(StandardLine line, BigDecimal quantity) {
        BigDecimal grown =
                line.grows() ? line.growth().multiply(quantity.divideToIntegralValue(line.step())) : BigDecimal.ZERO;
        return (line.highest() == null ? line.price() : line.highest()).add(grown);
    }

    private Optional<FeeAmount> tiers(BigDecimal quantity) {
        BigDecimal end = lines.get(lines.size() - 1).to();
        if (end != null && quantity.compareTo(end) > 0) {
            return Optional.empty();
        }
        List<FeeAmount.Term> terms = new ArrayList<>();
        for (StandardLine line : lines) {
            BigDecimal last = line.to() == null ? quantity : quantity.min(line.to());
            BigDecimal within = last.subtract(line.from());
            if (within.signum() > 0) {
                terms.addAll(line.grows() ? growing(line, within) : List.of(term(within, line.price())));
            }
        }
        return Optional.of(sum(terms.isEmpty() ? List.of(term(quantity, BigDecimal.ZERO)) : terms));
    }

    /** Whole steps together cost n·step·(price + (n−1)/2·growth); the rest costs what the step that it begins does. */
    private static List<FeeAmount.Term> growing(StandardLine line, BigDecimal within) {
        BigDecimal steps = within.divideToIntegralValue(line.step());
        BigDecimal whole = steps.multiply(line.step());
        List<FeeAmount.Term> terms = new ArrayList<>();
        if (steps.signum() > 0) {
            BigDecimal mean = line.price()
                    .add(line.growth().multiply(steps.subtract(BigDecimal.ONE)).divide(BigDecimal.valueOf(2)));
            terms.add(term(whole, mean));
        }
        BigDecimal rest = within.subtract(whole);
        if (rest.signum() > 0) {
            terms.add(term(rest, line.price().add(line.growth().multiply(steps))));
        }
        return terms;
    }

    private static FeeAmount.Term term(BigDecimal quantity, BigDecimal price) {
        return new FeeAmount.Term(quantity, price, quantity.multiply(price));
    }

    private static FeeAmount sum(List<FeeAmount.Term> terms) {
        BigDecimal all = terms.stream().map(FeeAmount.Term::fen).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new FeeAmount(all.setScale(0, RoundingMode.HALF_UP).longValueExact(), terms);
    }
}
