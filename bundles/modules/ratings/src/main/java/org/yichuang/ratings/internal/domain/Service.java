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
 * @param actor whose account has rendered it: not they look into what is said of it
 */
public record Service(
        String about,
        String caseNumber,
        String event,
        String item,
        String itemName,
        String department,
        String window,
        Channel channel,
        String actor) {
    /** The event of whoever is asked whether they are content now. */
    public static final String ASKED_AGAIN = "asked-again";

    /** The same under something else. */
    public Service under(String other) {
        return new Service(other, caseNumber, event, item, itemName, department, window, channel, actor);
    }

    /** What is asked again about it, in a step of a follow-up. */
    public Service askedAgain(String followUp, int step) {
        String asked = "again/" + followUp + "/" + step;
        return new Service(asked, caseNumber, ASKED_AGAIN, item, itemName, department, window, channel, actor);
    }

    /** What is asked about an event of a case; the same event is asked about once. */
    public static String about(String caseNumber, long sequence) {
        return "case/" + caseNumber + "/" + sequence;
    }
}
