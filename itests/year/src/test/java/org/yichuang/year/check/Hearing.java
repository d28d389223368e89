package org.yichuang.year.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.year.check.WorkDays.Days;

/** The hearing of a case, as its entries tell it: who may ask until when, who asks, on which day they are heard. */
final class Hearing {
    /** Art. 47: who was told asks within five days, and is heard within twenty. */
    static final Days TO_HOLD = new Days(20, true);

    private static final Days TO_ASK = new Days(5, true);

    private LocalDate told;
    private int others;
    private LocalDateTime session;
    private boolean isOff;
    private boolean isHeld;
    private final Set<String> asking = new TreeSet<>();
    private final Set<String> declined = new TreeSet<>();

    void take(Entry entry) {
        String who = entry.detail("by");
        switch (entry.event()) {
            case "hearing-right-notified" -> {
                told = entry.day();
                others = Integer.parseInt(entry.detail("parties"));
            }
            case "hearing-requested", "hearing-joined" -> asking.add(who);
            case "hearing-declined", "hearing-called-off" -> {
                asking.remove(who);
                declined.add(who);
                isOff = entry.event().equals("hearing-called-off") && session != null;
                session = isOff ? null : session;
            }
            case "hearing-convened" -> session = LocalDateTime.parse(entry.detail("time"));
            case "hearing-held" -> isHeld = true;
            default -> {
                // nothing of a hearing
            }
        }
    }

    /** The last day on which it may be asked for. */
    LocalDate lastToAsk(WorkDays days) {
        return days.last(told, TO_ASK, 0, List.of()).orElseThrow();
    }

    /** Whether everybody waits for whoever may still ask. */
    boolean isOffered(LocalDate day, WorkDays days) {
        boolean isOpen = told != null && session == null && asking.isEmpty();
        boolean isDeclined = declined.contains("applicant") && (others == 0 || declined.contains("party"));
        return isOpen && !isDeclined && !day.isAfter(lastToAsk(days));
    }

    /** When it is. */
    LocalDateTime session() {
        return session;
    }

    /** Whether the last step has called off what others were summoned to. */
    boolean isOff() {
        return isOff;
    }

    boolean isHeld() {
        return isHeld;
    }

    /** How many are concerned besides the applicant. */
    int others() {
        return others;
    }
}
