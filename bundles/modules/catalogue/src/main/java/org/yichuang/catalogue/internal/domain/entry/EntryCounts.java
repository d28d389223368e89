package org.yichuang.catalogue.internal.domain.entry;

import java.math.BigDecimal;
import java.util.Optional;
import org.yichuang.catalogue.internal.domain.round.Percent;

/**
 * How many items should be in a hall and how many are (应进、实进).
 *
 * @param due how many should be, those of departments managed from above among them
 * @param entered how many of them are
 * @param exempt how many need not be, by consent; not among those due
 * @param verticalDue how many of those due are of departments managed from above
 * @param verticalEntered how many of these are in
 * @param takenBack how many were listed by mistake, as somebody says: neither due nor in
 */
public record EntryCounts(int due, int entered, int exempt, int verticalDue, int verticalEntered, int takenBack) {
    /** Nothing at all. */
    public static final EntryCounts NONE = new EntryCounts(0, 0, 0, 0, 0, 0);

    /** So many items of a state. */
    public static EntryCounts of(EntryState state, boolean vertical, int items) {
        if (state == EntryState.TAKEN_BACK) {
            return new EntryCounts(0, 0, 0, 0, 0, items);
        }
        boolean in = state == EntryState.ENTERED;
        return state == EntryState.EXEMPT
                ? new EntryCounts(0, 0, items, 0, 0, 0)
                : new EntryCounts(items, in ? items : 0, 0, vertical ? items : 0, vertical && in ? items : 0, 0);
    }

    /** The sum: rates of several centres are of sums, never means of rates. */
    public EntryCounts plus(EntryCounts other) {
        return new EntryCounts(
                due + other.due,
                entered + other.entered,
                exempt + other.exempt,
                verticalDue + other.verticalDue,
                verticalEntered + other.verticalEntered,
                takenBack + other.takenBack);
    }

    /** Entered in per cent of due, two decimals; absent where nothing is due. */
    public Optional<BigDecimal> rate() {
        return Percent.of(entered, due);
    }

    /** Compares the exact fractions, not the rounded rates; a greater rate is greater, nothing due is the least. */
    public int compareRate(EntryCounts other) {
        if (due == 0 || other.due == 0) {
            return Integer.compare(due, other.due);
        }
        return Long.compare((long) entered * other.due, (long) other.entered * due);
    }
}
