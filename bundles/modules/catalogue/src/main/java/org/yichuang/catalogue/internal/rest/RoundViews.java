package org.yichuang.catalogue.internal.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.ReviewRounds.Comparison;
import org.yichuang.catalogue.internal.domain.round.ApprovalLevels;
import org.yichuang.catalogue.internal.domain.round.Percent;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.domain.round.RoundTotals;
import org.yichuang.catalogue.internal.domain.round.RoundView;
import org.yichuang.catalogue.internal.domain.round.SpeedUp;

/** Review rounds as editors read them. */
public final class RoundViews {
    private RoundViews() {}

    /** What was created. */
    public record Created(String id) {}

    /**
     * A round in a list; limits are those of the items that remain.
     *
     * @param reduced how many of the items before were cancelled or delegated, in per cent
     */
    public record Summary(
            String id,
            String name,
            LocalDate date,
            Instant enteredAt,
            int items,
            int before,
            int remaining,
            BigDecimal reduced,
            long statutoryDays,
            long promisedDays,
            long daysCut,
            BigDecimal speedUp,
            LocalDate takenBackOn,
            String takenBackReason) {
        static Summary of(RoundView round) {
            RoundTotals totals = round.totals();
            SpeedUp gain = totals.againstLaw();
            return new Summary(
                    round.id(),
                    round.name(),
                    round.heldOn(),
                    round.enteredAt(),
                    totals.items(),
                    totals.before(),
                    totals.remaining(),
                    Percent.of(totals.reduced(), totals.before()).orElse(null),
                    totals.statutoryDays(),
                    totals.promisedDays(),
                    gain.daysCut(),
                    gain.percent().orElse(null),
                    round.takenBackOn(),
                    round.takenBackReason());
        }
    }

    /** An item of a round. */
    public record ItemView(
            String code,
            String name,
            String type,
            String typeName,
            String outcome,
            String outcomeName,
            String reason,
            Integer statutoryDays,
            Integer promisedDays,
            Integer approvalLevels) {
        static ItemView of(RoundItem item) {
            return new ItemView(
                    item.code(),
                    item.name(),
                    item.type() == null ? null : item.type().name(),
                    item.type() == null ? null : item.type().label().zh(),
                    item.outcome().name(),
                    item.outcome().label().zh(),
                    item.reason(),
                    item.statutoryDays(),
                    item.promisedDays(),
                    item.approvalLevels());
        }
    }

    /** The items of one type; of a type that nobody has told when it is null. */
    public record OfType(
            String type,
            String typeName,
            int items,
            int before,
            int remaining,
            int kept,
            int adjusted,
            int added,
            int cancelled,
            int delegated,
            int entrusted,
            int transferred,
            int merged,
            int handedOver,
            long statutoryDays,
            long promisedDays,
            long daysCut,
            BigDecimal speedUp) {
        static OfType of(ItemType type, RoundTotals totals) {
            SpeedUp gain = totals.againstLaw();
            return new OfType(
                    type == null ? null : type.name(),
                    type == null ? null : type.label().zh(),
                    totals.items(),
                    totals.before(),
                    totals.remaining(),
                    totals.count(RoundOutcome.KEPT),
                    totals.count(RoundOutcome.ADJUSTED),
                    totals.count(RoundOutcome.ADDED),
                    totals.count(RoundOutcome.CANCELLED),
                    totals.count(RoundOutcome.DELEGATED),
                    totals.count(RoundOutcome.ENTRUSTED),
                    totals.count(RoundOutcome.TRANSFERRED),
                    totals.count(RoundOutcome.MERGED),
                    totals.count(RoundOutcome.HANDED_OVER),
                    totals.statutoryDays(),
                    totals.promisedDays(),
                    gain.daysCut(),
                    gain.percent().orElse(null));
        }
    }

    /**
     * A gain against an earlier round.
     *
     * @param promisedDays what was promised after the earlier round
     * @param daysCut how much less is promised now
     * @param speedUp the same in per cent
     * @param commonItems how many items remained in both rounds
     * @param commonPromisedBefore what was promised for these then
     * @param commonPromisedNow what is promised for these now
     * @param commonDaysCut the gain among these
     * @param commonSpeedUp the same in per cent
     */
    public record Against(
            String id,
            String name,
            LocalDate date,
            long promisedDays,
            long daysCut,
            BigDecimal speedUp,
            int commonItems,
            long commonPromisedBefore,
            long commonPromisedNow,
            long commonDaysCut,
            BigDecimal commonSpeedUp) {
        private static Against of(Comparison comparison, RoundView earlier) {
            SpeedUp all = comparison.speedUp().orElseThrow();
            SpeedUp common = comparison.common().orElseThrow();
            return new Against(
                    earlier.id(),
                    earlier.name(),
                    earlier.heldOn(),
                    all.from(),
                    all.daysCut(),
                    all.percent().orElse(null),
                    comparison.commonItems(),
                    common.from(),
                    common.to(),
                    common.daysCut(),
                    common.percent().orElse(null));
        }
    }

    /** By how many levels items are approved inside: of how many it is told, added up, and on average. */
    public record Levels(int items, long levels, BigDecimal mean) {
        private static Levels of(ApprovalLevels levels) {
            return new Levels(levels.items(), levels.levels(), levels.mean().orElse(null));
        }
    }

    /**
     * The report of a round.
     *
     * @param approvalLevels of the items that remain
     * @param approvalLevelsBefore of those that remained in both rounds and of which both tell, then
     * @param approvalLevelsNow the same, now
     * @param reducedShare cancelled and delegated items in per cent of those before
     * @param statutoryDays limits of the law of the items that remain, added up
     * @param promisedDays their promised limits, added up; where nothing is promised, the limit of the law
     * @param unlimited for how many of them the law sets no limit
     * @param promisedUnlimited the promised limits of these, which are in {@code promisedDays} and are no gain
     * @param daysCut the gain against the law
     * @param speedUp the same in per cent, two decimals
     * @param against absent when no other round was named
     */
    public record Report(
            String id,
            String name,
            LocalDate date,
            int items,
            int before,
            int remaining,
            int kept,
            int adjusted,
            int added,
            int cancelled,
            int delegated,
            int entrusted,
            int transferred,
            int merged,
            int handedOver,
            BigDecimal reducedShare,
            long statutoryDays,
            long promisedDays,
            int unlimited,
            long promisedUnlimited,
            long daysCut,
            BigDecimal speedUp,
            Levels approvalLevels,
            Levels approvalLevelsBefore,
            Levels approvalLevelsNow,
            List<OfType> types,
            Against against) {
        static Report of(Comparison comparison) {
            RoundView round = comparison.round();
            RoundTotals totals = round.totals();
            OfType all = OfType.of(null, totals);
            return new Report(
                    round.id(),
                    round.name(),
                    round.heldOn(),
                    all.items(),
                    all.before(),
                    all.remaining(),
                    all.kept(),
                    all.adjusted(),
                    all.added(),
                    all.cancelled(),
                    all.delegated(),
                    all.entrusted(),
                    all.transferred(),
                    all.merged(),
                    all.handedOver(),
                    Percent.of(totals.reduced(), totals.before()).orElse(null),
                    all.statutoryDays(),
                    all.promisedDays(),
                    totals.unlimited(),
                    totals.promisedUnlimited(),
                    all.daysCut(),
                    all.speedUp(),
                    Levels.of(comparison.levels()),
                    Levels.of(comparison.before()),
                    Levels.of(comparison.now()),
                    totals.types().stream()
                            .map(type -> OfType.of(type, totals.of(type)))
                            .toList(),
                    comparison
                            .against()
                            .map(earlier -> Against.of(comparison, earlier))
                            .orElse(null));
        }
    }
}
