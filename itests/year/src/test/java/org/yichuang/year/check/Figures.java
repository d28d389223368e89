package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a case adds to the figures of its centre: on which days it came, was accepted, was decided, was over. */
final class Figures {
    private LocalDate received;
    private LocalDate accepted;
    private LocalDate decided;
    private LocalDate over;
    private boolean isFromBelow;
    private boolean isLate;
    private boolean isAnswerAwaited;
    private int times;
    private final List<LocalDate> steps = new ArrayList<>();

    /** @param decision the day of a decision, also of the centre above */
    void after(Entry entry, List<Watch> watches, WorkDays days, boolean isIssuedHere, Supplier<LocalDate> decision) {
        switch (entry.event()) {
            case "submitted", "transferred" -> come(entry);
            case "accepted", "deemed-accepted" -> accepted = accepted == null ? entry.day() : accepted;
            case "granted", "refused" -> decided = decision.get();
            case "issued" -> decided = decided == null ? decision.get() : decided;
            default -> {
                // no day of its own
            }
        }
        if (isEnd(entry, isIssuedHere)) {
            over = over == null ? entry.day() : over;
        }
        isAnswerAwaited = entry.event().equals("upper-asked") || isAnswerAwaited && isAside(entry);
        if (entry.event().equals("due-moved")) {
            isLate = steps.stream().anyMatch(step -> isMissed(watches, step, days));
        } else {
            steps.add(entry.day());
            isLate |= isMissed(watches, entry.day(), days);
        }
    }

    /** Whether a limit was missed by the day of a step; the step that drops one counts no more against it. */
    private static boolean isMissed(List<Watch> watches, LocalDate step, WorkDays days) {
        return watches.stream()
                .anyMatch(watch -> watch.dropped == null
                        ? watch.isOut(watch.ended == null ? step : watch.ended, days)
                        : step.isBefore(watch.dropped) && watch.isOut(step, watch.droppedBy));
    }

    /** What comes again after it was handed back is the same case, open again. */
    private void come(Entry entry) {
        isFromBelow = entry.event().equals("transferred");
        received = received == null ? entry.day() : received;
        accepted = null;
        over = null;
        times++;
    }

    private boolean isEnd(Entry entry, boolean isIssuedHere) {
        return switch (entry.event()) {
            case "delivered", "not-accepted", "returned", "withdrawn" -> true;
            case "refused", "issued" -> isFromBelow;
            case "granted" -> isFromBelow && !isIssuedHere;
            default -> false;
        };
    }

    /** Whether a step leaves the question of the centre above where it is. */
    private static boolean isAside(Entry entry) {
        return List.of("", "supplied", "promise-due", "promise-broken", "promise-checked", "due-moved")
                .contains(entry.event());
    }

    /** Whether the centre above waits for an answer. */
    boolean isAnswerAwaited() {
        return isAnswerAwaited;
    }

    /** Whether it was handed back, and came again. */
    boolean hasComeAgain() {
        return times > 1;
    }

    /**
     * Whether a figure counts it.
     *
     * @param due by when it has to be acted upon next
     */
    boolean isIn(String figure, LocalDate from, LocalDate to, Optional<LocalDate> due) {
        return switch (figure) {
            case "received" -> isWithin(received, from, to);
            case "accepted" -> isWithin(accepted, from, to);
            case "decided" -> isWithin(decided, from, to);
            case "done" -> isWithin(over, from, to);
            case "on-time" -> isWithin(over, from, to) && !isLate;
            case "open" -> over == null;
            case "overdue" -> over == null && due.filter(to::isAfter).isPresent();
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
