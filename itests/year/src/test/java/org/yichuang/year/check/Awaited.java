package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.year.check.WorkDays.Days;

/**
 * Until when what was asked for after an acceptance is waited for: five days, of the centre below from the one on which
 * it got the question. Then there are as many in which the centre goes on without.
 */
final class Awaited {
    static final String KIND = "continuation";

    private static final Days FIVE = new Days(5, true);
    private LocalDate until;

    /** @param isOwn whether the case was accepted here, and is asked for here */
    void take(Entry entry, Story story, boolean isOwn, WorkDays days) {
        switch (entry.event()) {
            case "correction-notified", "questioned" -> {
                until = null;
                if (isOwn) {
                    begin(entry, story, days);
                }
            }
            case "corrected", "answered" -> {
                until = null;
                story.drop(story.running(KIND), entry);
            }
            case "gone-on" -> {
                until = null;
                story.end(KIND, entry.day());
            }
            default -> {
                // it is waited for still
            }
        }
        if (entry.action().equals("note-taken")) {
            begin(entry, story, days);
            story.spent.turn(until, "window");
        }
    }

    private void begin(Entry entry, Story story, WorkDays days) {
        until = days.last(entry.day(), FIVE, 0, List.of()).orElseThrow();
        story.expect("waited for until", until.toString(), entry.detail("awaitedUntil"));
        story.watches.add(new Watch(KIND, until, FIVE));
    }

    /** The day; null where nothing is waited for. */
    LocalDate until() {
        return until;
    }
}
