package org.yichuang.fees.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yichuang.fees.api.StockState;
import org.yichuang.fees.api.StockStep;

/**
 * What is kept of paper receipts.
 *
 * @param ranges where each number is, in the order of the numbers, without gaps
 * @param moves what was done
 */
public record LotContent(List<Range> ranges, List<Move> moves) {
    public LotContent {
        ranges = List.copyOf(ranges);
        moves = List.copyOf(moves);
    }

    /**
     * Numbers that are in one place.
     *
     * @param holder who has them in hand, empty for nobody
     */
    public record Range(long first, long last, StockState state, String holder) {
        public Range {
            holder = holder == null ? "" : holder;
        }

        /** How many they are. */
        public long size() {
            return last - first + 1;
        }
    }

    /**
     * Something that was done.
     *
     * @param day on which it was done, as whoever writes it down says
     * @param first of the numbers, 0 for none
     * @param holder to whom they went, empty for nobody
     * @param fen what was received for them, 0 for nothing
     * @param words why, or what was decided
     */
    public record Move(
            Instant at,
            LocalDate day,
            StockStep step,
            long first,
            long last,
            String holder,
            long fen,
            String words,
            String account,
            String by) {
        public Move {
            holder = holder == null ? "" : holder;
            words = words == null ? "" : words;
        }
    }
}
