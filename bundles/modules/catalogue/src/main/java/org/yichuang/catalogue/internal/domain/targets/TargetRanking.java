package org.yichuang.catalogue.internal.domain.targets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.internal.domain.round.SpeedUp;
import org.yichuang.kernel.api.TenantId;

/** Centres of one level by how much shorter than the law their promises are; compared by fractions (K7). */
public final class TargetRanking {
    private static final MathContext EXACT_ENOUGH = new MathContext(20, RoundingMode.HALF_UP);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private TargetRanking() {}

    /**
     * What a centre has reached.
     *
     * @param gain of its last round of the year against the law; null where it has held none, or nothing is limited
     * @param reached whether that is as much as the target wants
     * @param rank from 1, the same for equal fractions; 0 without a gain
     */
    public record Ranked(TenantId centre, SpeedUp gain, boolean reached, int rank) {}

    /** Whether a gain is at least so many per cent; without one it is not. */
    public static boolean isReached(SpeedUp gain, int percent) {
        return gain != null && gain.from() > 0 && gain.daysCut() * 100 >= percent * gain.from();
    }

    /** Ranks centres, the best first; of equal ones in the order in which they come. */
    public static List<Ranked> of(List<Ranked> centres) {
        List<Ranked> sorted = new ArrayList<>(centres);
        sorted.sort(Comparator.comparing(Ranked::gain, TargetRanking::compare).reversed());
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Ranked each = sorted.get(i);
            boolean same = i > 0 && compare(sorted.get(i - 1).gain(), each.gain()) == 0;
            int rank = same ? ranked.get(i - 1).rank() : i + 1;
            ranked.add(new Ranked(each.centre(), each.gain(), each.reached(), isLimited(each.gain()) ? rank : 0));
        }
        return ranked;
    }

    private static boolean isLimited(SpeedUp gain) {
        return gain != null && gain.from() > 0;
    }

    /** By the exact fractions; what has none is the least. */
    private static int compare(SpeedUp one, SpeedUp other) {
        if (!isLimited(one) || !isLimited(other)) {
            return Boolean.compare(isLimited(one), isLimited(other));
        }
        return Long.compare(one.daysCut() * other.from(), other.daysCut() * one.from());
    }

    /** The sum of all gains. */
    public static SpeedUp sum(List<Ranked> centres) {
        long from = 0;
        long to = 0;
        for (Ranked each : centres) {
            if (isLimited(each.gain())) {
                from += each.gain().from();
                to += each.gain().to();
            }
        }
        return new SpeedUp(from, to);
    }

    /** The mean of the centres' own per cents, of exact fractions, rounded once; absent where no centre has one. */
    public static Optional<BigDecimal> mean(List<Ranked> centres) {
        List<SpeedUp> gains = centres.stream()
                .map(Ranked::gain)
                .filter(TargetRanking::isLimited)
                .toList();
        if (gains.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = gains.stream()
                .map(gain -> BigDecimal.valueOf(gain.daysCut()).divide(BigDecimal.valueOf(gain.from()), EXACT_ENOUGH))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(sum.multiply(HUNDRED)
                .divide(BigDecimal.valueOf(gains.size()), EXACT_ENOUGH)
                .setScale(2, RoundingMode.HALF_UP));
    }
}
