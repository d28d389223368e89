package org.yichuang.ratings.internal.domain;

import org.yichuang.ratings.api.Channel;

/**
 * What is rated. Texts that do not apply are empty.
 *
 * @param about under which there is one rating and no other, e.g. {@code case/<number>/<place in its chain>}
 * @param caseNumber the case
 * @param event the type of the case's event
 * @param item the item's code
 * @param itemName the item's name, or what stands on a card
 * @param department whose people have done it
 * @param window where
 * @param channel by which way it was used
 */
public record Service(
        String about,
        String caseNumber,
        String event,
        String item,
        String itemName,
        String department,
        String window,
        Channel channel) {
    /** What is asked about an event of a case; the same event is asked about once. */
    public static String about(String caseNumber, long sequence) {
        return "case/" + caseNumber + "/" + sequence;
    }
}
