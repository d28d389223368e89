package org.yichuang.catalogue.internal.domain.check;

import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.Limits;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.kernel.api.time.Limit;

/**
 * What of an item the compression of limits looks at. Days are those of the item's own unit, as policies count them.
 *
 * @param statutoryDays the limit of the law, or null
 * @param promisedDays the promise, 0 for the same day, or null
 * @param simple whether it is examined by its papers alone and yet not done on the spot
 * @param isOverLaw whether the promise is surely longer than the law allows, whatever days each counts (R3-15)
 */
public record MeasuredItem(
        String code, String name, Integer statutoryDays, Integer promisedDays, boolean simple, boolean isOverLaw) {
    /** An item of a catalogue. */
    public static MeasuredItem of(ItemDefinition item) {
        boolean instant = item.kind() == CaseKind.INSTANT;
        Integer promised = days(item.promisedLimit());
        return new MeasuredItem(
                item.code(),
                item.name(),
                days(item.statutoryLimit()),
                promised == null && instant ? Integer.valueOf(0) : promised,
                !instant && SpecialSteps.isSimple(item).orElse(false),
                item.promisedLimit() != null
                        && Limits.ofLaw(item)
                                .filter(law -> Limits.isSurelyLonger(item.promisedLimit(), law))
                                .isPresent());
    }

    /** An item of a review round, which does not tell whether it is simple. */
    public static MeasuredItem of(RoundItem item) {
        boolean isOverLaw = item.statutoryDays() != null
                && item.promisedDays() != null
                && item.promisedDays() > item.statutoryDays();
        return new MeasuredItem(item.code(), item.name(), item.statutoryDays(), item.promisedDays(), false, isOverLaw);
    }

    private static Integer days(Limit limit) {
        return limit == null ? null : limit.amount();
    }

    /** The days that an applicant is told, or null for none at all. */
    Integer daysTold() {
        return promisedDays == null ? statutoryDays : promisedDays;
    }
}
