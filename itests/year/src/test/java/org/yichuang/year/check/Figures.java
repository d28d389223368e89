package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.List;

/** What a case adds to the figures of its centre: on which days it came, was accepted, was decided, was over. */
final class Figures {
    LocalDate received;
    LocalDate accepted;
    LocalDate decided;
    LocalDate over;
    boolean isLate;

    void after(Entry entry, List<Watch> watches, WorkDays days) {
        switch (entry.event()) {
            case "submitted" -> received = entry.day();
            default -> {}
        }
        isLate |= watches.stream()
                .filter(watch -> watch.dropped == null)
                .anyMatch(watch -> watch.isOut(watch.ended == null ? entry.day() : watch.ended, days));
    }
}
