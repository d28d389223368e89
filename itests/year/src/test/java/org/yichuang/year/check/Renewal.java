package org.yichuang.year.check;

import java.time.LocalDate;

/**
 * What is renewed in time is decided before it ends, or counts as granted (R1-30): the days until then run where that
 * is decided, whatever stands meanwhile, but not while the applicant has something to supply.
 */
final class Renewal {
    private static final int PASSED = 14;

    private final Facts facts;
    private LocalDate end;

    Renewal(Facts facts) {
        this.facts = facts;
    }

    void take(Entry entry, Story story) {
        switch (entry.event()) {
            case "submitted", "accepted" -> {
                LocalDate told = facts.renewedBy(entry);
                if (told != null) {
                    end = told;
                    start(story, entry.event().equals("submitted") ? entry.date("receivedOn") : entry.day(), false);
                }
            }
            case "transferred" -> {
                end = facts.renewedBelow(entry);
                LocalDate day = entry.date("receivedOn");
                boolean isOver = end != null && end.isBefore(day);
                start(story, isOver ? end.minusDays(PASSED) : day, isOver);
            }
            case "correction-notified", "questioned" -> story.end("renewal", entry.day());
            case "corrected", "answered", "gone-on" -> start(
                    story, entry.date("receivedOn") == null ? entry.day() : entry.date("receivedOn"), false);
            default -> {
                // the days run on, or end with the decision
            }
        }
    }

    /** @param isOver whether it was over before the file came here: others have let it pass */
    private void start(Story story, LocalDate from, boolean isOver) {
        if (end != null
                && !end.isBefore(from)
                && story.running("renewal").findAny().isEmpty()) {
            story.watches.add(Watch.until("renewal", from, end).overBefore(isOver));
        }
    }
}
