package org.yichuang.fees.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.fees.api.StockState;
import org.yichuang.fees.api.StockStep;
import org.yichuang.fees.internal.domain.ReceiptLot;
import org.yichuang.fees.internal.domain.ReceiptStop;

/** What is sent about paper receipts, and what is shown of them. */
public interface StockViews {
    /**
     * What a unit has got from finance.
     *
     * @param kind what the receipts are called
     * @param unit 执收单位
     * @param first the first number, as it is printed
     * @param last the last one
     */
    record BuyReceipts(
            @NotBlank @Size(max = 100) String kind,
            @NotBlank @Size(max = 100) String unit,
            @NotBlank @Size(max = 18) String first,
            @NotBlank @Size(max = 18) String last,
            @Size(max = 200) String words) {
        public BuyReceipts {
            words = words == null ? "" : words;
        }
    }

    /**
     * What was done with some of them.
     *
     * @param last absent where it was one
     * @param holder to whom they were given out
     * @param fen what was received for those that were used
     * @param day absent for today
     * @param words why, or what was decided about lost ones
     */
    record MoveReceipts(
            @NotNull StockStep step,
            @NotBlank @Size(max = 18) String first,
            @Size(max = 18) String last,
            @Size(max = 100) String holder,
            Long fen,
            LocalDate day,
            @Size(max = 200) String words) {
        public MoveReceipts {
            last = last == null ? "" : last;
            holder = holder == null ? "" : holder;
            words = words == null ? "" : words;
        }
    }

    /** How many somebody has found in stock and in hands. */
    record CountReceipts(@NotNull Long found, @Size(max = 150) String words) {
        public CountReceipts {
            words = words == null ? "" : words;
        }
    }

    /**
     * The last day of a unit's own receipts.
     *
     * @param decision by which document
     */
    record StopReceipts(
            @NotBlank @Size(max = 100) String unit,
            @NotNull LocalDate lastDay,
            @NotBlank @Size(max = 200) String decision) {}

    /** What was bought together, in lists. */
    record LotSummary(
            String id,
            String kind,
            String unit,
            String first,
            String last,
            long blank,
            long issued,
            long used,
            long voided,
            long lost,
            long returned,
            long missing,
            LocalDate closedOn) {
        static LotSummary of(ReceiptLot lot) {
            return new LotSummary(
                    lot.id(),
                    lot.kind(),
                    lot.unit(),
                    lot.printed(lot.first()),
                    lot.printed(lot.last()),
                    lot.count(StockState.BLANK),
                    lot.count(StockState.ISSUED),
                    lot.count(StockState.USED),
                    lot.count(StockState.VOIDED),
                    lot.count(StockState.LOST),
                    lot.count(StockState.RETURNED),
                    lot.missing(),
                    lot.closedOn());
        }
    }

    /** Numbers that are in one place. */
    record RangeView(String first, String last, long size, StockState state, String holder) {}

    /** Something that was done. */
    record MoveView(
            Instant at,
            LocalDate day,
            StockStep step,
            String first,
            String last,
            String holder,
            long fen,
            String words,
            String by) {}

    /**
     * What was bought together, where each number is, and what was done.
     *
     * @param earlier how many moves there were before these, which are in the audit trail
     */
    record LotView(LotSummary summary, List<RangeView> ranges, List<MoveView> moves, int earlier, int version) {
        static LotView of(ReceiptLot lot) {
            return new LotView(
                    LotSummary.of(lot),
                    lot.held().ranges().stream()
                            .map(each -> new RangeView(
                                    lot.printed(each.first()),
                                    lot.printed(each.last()),
                                    each.size(),
                                    each.state(),
                                    each.holder()))
                            .toList(),
                    lot.held().moves().stream()
                            .map(each -> new MoveView(
                                    each.at(),
                                    each.day(),
                                    each.step(),
                                    each.first() == 0 ? "" : lot.printed(each.first()),
                                    each.first() == 0 ? "" : lot.printed(each.last()),
                                    each.holder(),
                                    each.fen(),
                                    each.words(),
                                    each.by()))
                            .toList(),
                    lot.held().before().moves(),
                    lot.steps());
        }
    }

    /** The last day of a unit's own receipts. */
    record StopView(String unit, LocalDate lastDay, String decision, String saidBy) {
        static StopView of(ReceiptStop stop) {
            return new StopView(stop.id(), stop.lastDay(), stop.decision(), stop.saidBy());
        }
    }
}
