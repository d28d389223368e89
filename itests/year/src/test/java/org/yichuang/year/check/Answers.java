package org.yichuang.year.check;

import java.time.LocalDate;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.year.check.WorkDays.Days;

/** Until when what is missing is to be supplied, where the item says so, and what cannot be done is answered. */
final class Answers {
    /** In which what cannot be done at once is answered, as the centre promises. */
    static final String ANSWER = "clear-answer";
    /** In which what is missing is to be supplied, where the item sets a last day. */
    static final String CORRECTION = "correction";

    private static final Days THREE = new Days(3, true);
    private final Integer correctedWithin;

    Answers(ItemDefinition item) {
        correctedWithin = item.handling().correctionDays();
    }

    /** @param isNew whether it was handed in here, and nobody has accepted it yet */
    void take(Entry entry, Story story, boolean isNew, WorkDays days) {
        switch (entry.event()) {
            case "answer-promised" -> story.start(ANSWER, entry.day(), THREE);
            case "accepted", "deemed-accepted", "clearly-answered" -> story.end(ANSWER, entry.day());
            case "correction-notified" -> {
                story.end(ANSWER, entry.day());
                if (correctedWithin != null && isNew) {
                    story.start(CORRECTION, entry.day(), new Days(correctedWithin, true));
                    story.lastRunning(CORRECTION).ifPresent(watch -> watch.tell(days));
                }
            }
            case "corrected", "answered" -> story.end(CORRECTION, entry.day());
            case "lapsed" -> story.expect(
                    "lapsed after",
                    story.lastRunning(CORRECTION)
                            .flatMap(watch -> watch.last(days))
                            .map(LocalDate::toString)
                            .orElse(""),
                    entry.detail("correctionDue"));
            default -> {
                // nothing that is waited for
            }
        }
    }
}
