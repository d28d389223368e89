package org.yichuang.catalogue.internal.domain.round;

import org.yichuang.catalogue.api.ItemType;

/**
 * What a round decided about an item.
 *
 * @param code the item's code, possibly of an item that no catalogue has any more
 * @param name its name, empty when nobody has told it
 * @param type its type, or null when nobody has told it
 * @param outcome what was decided
 * @param reason why, possibly empty for what is kept
 * @param statutoryDays the limit of the law in days, or null when it sets none
 * @param promisedDays the promised limit in days, or null when nothing is promised
 */
public record RoundItem(
        String code,
        String name,
        ItemType type,
        RoundOutcome outcome,
        String reason,
        Integer statutoryDays,
        Integer promisedDays) {
    /** The same with a name and a type where it has none. */
    RoundItem orElse(String itsName, ItemType itsType) {
        return new RoundItem(
                code,
                name.isEmpty() ? itsName : name,
                type == null ? itsType : type,
                outcome,
                reason,
                statutoryDays,
                promisedDays);
    }

    /** The days that an applicant is told: the promise, else the limit of the law, else none. */
    public int daysTold() {
        if (promisedDays != null) {
            return promisedDays;
        }
        return statutoryDays == null ? 0 : statutoryDays;
    }
}
