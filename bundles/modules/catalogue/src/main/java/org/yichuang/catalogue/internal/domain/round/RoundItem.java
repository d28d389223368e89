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
 * @param approvalLevels by how many levels it is approved inside after the round, or null when that is not told
 */
public record RoundItem(
        String code,
        String name,
        ItemType type,
        RoundOutcome outcome,
        String reason,
        Integer statutoryDays,
        Integer promisedDays,
        Integer approvalLevels) {
    /** One of which is not told by how many levels it is approved inside. */
    public RoundItem(
            String code,
            String name,
            ItemType type,
            RoundOutcome outcome,
            String reason,
            Integer statutoryDays,
            Integer promisedDays) {
        this(code, name, type, outcome, reason, statutoryDays, promisedDays, null);
    }

    /** The same with a name and a type where it has none. */
    RoundItem orElse(String itsName, ItemType itsType) {
        return new RoundItem(
                code,
                name.isEmpty() ? itsName : name,
                type == null ? itsType : type,
                outcome,
                reason,
                statutoryDays,
                promisedDays,
                approvalLevels);
    }

    /** The days that an applicant is told: the promise, else the limit of the law, else none. */
    public int daysTold() {
        if (promisedDays != null) {
            return promisedDays;
        }
        return statutoryDays == null ? 0 : statutoryDays;
    }
}
