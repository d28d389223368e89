package org.yichuang.ratings.internal.rest;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.ratings.api.Aspect;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Ratings;

/**
 * What somebody is asked, and what they have said.
 *
 * @param rating which one
 * @param caseNumber the case
 * @param item the item's name
 * @param service the event that is rated
 * @param serviceName what people call it
 * @param channel by which way the service was used
 * @param grades among which is chosen
 * @param on the day of the service
 * @param until the last day on which it may be given or changed
 * @param open whether it still may
 * @param grade what was said, absent for nothing
 * @param aspects what with
 * @param words what else
 */
public record AskedView(
        String rating,
        String caseNumber,
        String item,
        String service,
        String serviceName,
        Channel channel,
        List<Grade> grades,
        LocalDate on,
        LocalDate until,
        boolean open,
        Grade grade,
        List<Aspect> aspects,
        String words) {
    static AskedView of(Ratings.Asked asked) {
        return new AskedView(
                asked.id(),
                asked.caseNumber(),
                asked.itemName(),
                asked.service(),
                asked.serviceName().zh(),
                asked.channel(),
                asked.scale().grades(),
                asked.on(),
                asked.until(),
                asked.open(),
                asked.grade(),
                asked.aspects(),
                asked.words());
    }
}
