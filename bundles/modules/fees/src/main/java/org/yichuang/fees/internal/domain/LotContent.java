package org.yichuang.fees.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yichuang.fees.api.StockState;
import org.yichuang.fees.api.StockStep;

/**
 * What is kept of paper receipts.
 *
 * @param ranges where each number is, in the order of the numbers, without gaps
 * @param moves what was done last
 * @param before what is kept of what was done before these
 */
public record LotContent(List<Range> ranges, List<Move> moves, Before before) {
    /** So many moves are kept as they were; each of them stands in the audit trail as well. */
    static final int MOST_MOVES = 500;

    /** So many go at once. */
    private static final int FOLDED = 100;

    public LotContent {
        ranges = List.copyOf(ranges);
        moves = List.copyOf(moves);
        before = before == null ? Before.NOTHING : before;
    }

    /** The same with another move; where there are too many, what is still asked of the oldest ones is kept. */
    LotContent with(Move move) {
        List<Move> all = new ArrayList<>(moves);
        Before folded = before;
        if (all.size() >= MOST_MOVES) {
            List<Move> oldest = all.subList(0, FOLDED);
            for (Move each : oldest) {
                folded = folded.with(each);
            }
            oldest.clear();
        }
        all.add(move);
        return new LotContent(ranges, all, folded);
    }

    /**
     * What is kept of moves of before.
     *
     * @param moves how many they were
     * @param keepers accounts that have written them down, without those that have counted alone
     * @param used what was used, day by day
     */
    public record Before(int moves, List<String> keepers, List<Used> used) {
        static final Before NOTHING = new Before(0, List.of(), List.of());

        public Before {
            keepers = keepers == null ? List.of() : List.copyOf(keepers);
            used = used == null ? List.of() : List.copyOf(used);
        }

        private Before with(Move move) {
            Set<String> accounts = new LinkedHashSet<>(keepers);
            if (move.step() != StockStep.COUNT) {
                accounts.add(move.account());
            }
            List<Used> days = new ArrayList<>(used);
            if (move.step() == StockStep.USE) {
                Used more = Used.of(move);
                Used day = days.stream()
                        .filter(each -> each.day().equals(more.day()))
                        .findFirst()
                        .orElse(null);
                days.remove(day);
                days.add(day == null ? more : day.with(more));
            }
            return new Before(moves + 1, List.copyOf(accounts), days);
        }
    }

    /**
     * What was used on a day.
     *
     * @param first the first number
     * @param last the last one; between them may be others
     * @param fen what was received
     */
    public record Used(LocalDate day, long first, long last, long fen) {
        static Used of(Move move) {
            return new Used(move.day(), move.first(), move.last(), move.fen());
        }

        private Used with(Used other) {
            return new Used(day, Math.min(first, other.first), Math.max(last, other.last), fen + other.fen);
        }
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
