package org.yichuang.catalogue.internal.domain;

import java.util.Optional;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Limit;

/** How limits compare. */
public final class Limits {
    /** Of a licence for which no other law sets a limit (Administrative Licensing Law art. 42 and 43). */
    static final Limit USUAL = Limit.working(20);

    /** There is a day off in any so many days on end, whatever days are worked instead of holidays. */
    private static final int DAYS_WITH_A_REST = 10;

    /** Holidays and weekends that follow each other are fewer days than this. */
    private static final int LONGEST_REST = 10;

    private Limits() {}

    /** What the law allows for the decision about an item: its own limit, of a licence without one the usual one. */
    public static Optional<Limit> ofLaw(ItemDefinition item) {
        return Optional.ofNullable(item.handling().registration())
                .map(Handling.Registration::limit)
                .or(() -> Optional.ofNullable(item.statutoryLimit()))
                .or(() -> item.type() == ItemType.LICENCE ? Optional.of(USUAL) : Optional.empty());
    }

    /**
     * Tells whether a limit is longer than another one whatever the calendar: n working days take more than n calendar
     * days, a tenth more at least; n calendar days are longer than working days that cannot take so many, as of three
     * days two are worked at least but for one long rest. In between it depends on the calendar, and nothing is said.
     */
    public static boolean isSurelyLonger(Limit limit, Limit other) {
        if (limit.unit() == other.unit() || other.isSameDay()) {
            return limit.amount() > other.amount();
        }
        return limit.unit() == DayUnit.WORKING
                ? limit.amount() + limit.amount() / DAYS_WITH_A_REST > other.amount()
                : limit.amount() > other.amount() + (other.amount() + 1) / 2 + LONGEST_REST;
    }
}
