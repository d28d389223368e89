package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yichuang.year.check.WorkDays.Days;

/** What is followed up, told anew from its entries: by when each step is due, and what is late. */
final class Followed {
    private static final int CONTACT = 1;
    private static final int SIMPLE = 5;
    private static final int COMPLEX = 15;
    private static final int RECHECK = 5;
    private static final int CALL = 5;
    private static final int CALL_AGAIN = 1;
    private static final int TAKE_UP = 5;
    private static final int ANSWER = 15;
    private static final int MOST_MORE = 30;

    final String tenant;
    final String kind;
    final List<String> wrong = new ArrayList<>();
    private final String item;
    private final LocalDate openedOn;
    private final boolean isOfCase;
    private LocalDate due;
    private LocalDate rectifyBy;
    private LocalDate contactedOn;
    private LocalDate closedOn;
    private boolean isLate;
    private String state = "";
    private String outcome = "";

    Followed(Entry first) {
        tenant = first.tenant();
        kind = first.fact("kind");
        item = first.item();
        openedOn = first.day();
        isOfCase = !item.isEmpty();
    }

    /** A step that is late stays late, and so does one of which it was noted that it was not taken in time. */
    void take(Entry entry, WorkDays days) {
        if (entry.event().equals("follow-up-overdue")) {
            expect("overdue", true, due != null && entry.day().isAfter(due));
            isLate = true;
        } else if (!entry.event().isEmpty() && !entry.fact("step").equals("OPEN_PHONE")) {
            step(entry, days);
        }
    }

    private void step(Entry entry, WorkDays days) {
        LocalDate day = entry.day();
        String step = entry.fact("step");
        isLate |= due != null && !step.equals("LAPSE") && day.isAfter(due);
        state = entry.fact("state");
        outcome = entry.fact("outcome");
        LocalDate said = entry.date("due");
        List<LocalDate> possible = due(step, state, day, days);
        if (!possible.isEmpty() && !possible.contains(said)) {
            wrong.add(step + " to " + state + " is due " + said + ", should be " + possible);
        }
        due = said;
        if (Boolean.parseBoolean(entry.detail("reached")) && contactedOn == null) {
            contactedOn = day;
        }
        rectified(step);
        if (state.equals("CLOSED")) {
            closedOn = day;
            expect("due when closed", null, said);
        }
        expect(
                "late after " + step,
                isLate || isOver(day),
                entry.data().path("late").asBoolean());
    }

    private boolean isOver(LocalDate day) {
        return due != null && !state.equals("ASKED_AGAIN") && day.isAfter(due);
    }

    /** What was not put right has no more days than it had; what is said anew has. */
    private void rectified(String step) {
        if (state.equals("TO_RECTIFY")) {
            rectifyBy = rectifyBy == null ? due : rectifyBy;
        } else if (step.equals("ANSWERED")) {
            rectifyBy = null;
        }
    }

    /** By when what comes next is due; none where the trail does not say by how much. */
    private List<LocalDate> due(String step, String next, LocalDate day, WorkDays days) {
        return switch (next) {
            case "TO_CALL" -> List.of(after(day, step.equals("OPEN") ? CALL : CALL_AGAIN, days));
            case "TO_CONTACT" -> step.equals("CHANGED")
                    ? List.of(due, after(day, CONTACT, days))
                    : List.of(after(day, CONTACT, days));
            case "TO_RECTIFY" -> rectify(step, day, days);
            case "TO_VERIFY", "ASKED_AGAIN" -> step.equals("CHANGED")
                    ? List.of(due)
                    : List.of(after(day, RECHECK, days));
            case "RECEIVED" -> List.of(after(day, TAKE_UP, days));
            case "ACCEPTED" -> step.equals("EXTEND") ? more(days) : List.of(after(day, ANSWER, days));
            default -> List.of();
        };
    }

    private List<LocalDate> rectify(String step, LocalDate day, WorkDays days) {
        return switch (step) {
            case "VERIFY" -> rectifyBy == null ? List.of(after(day, SIMPLE, days)) : List.of(rectifyBy);
            case "CHANGED" -> List.of(due);
            default -> List.of(after(day, SIMPLE, days), after(day, COMPLEX, days));
        };
    }

    private List<LocalDate> more(WorkDays days) {
        List<LocalDate> possible = new ArrayList<>();
        for (int more = 1; more <= MOST_MORE; more++) {
            possible.add(after(due, more, days));
        }
        return possible;
    }

    private static LocalDate after(LocalDate day, int workdays, WorkDays days) {
        return days.last(day, new Days(workdays, true), 0, List.of()).orElseThrow();
    }

    private void expect(String what, Object expected, Object said) {
        if (!Objects.equals(expected, said)) {
            wrong.add(what + ": says " + said + ", should be " + expected);
        }
    }

    boolean isOf(String only) {
        return only.isEmpty() || item.equals(only) || item.isEmpty() && only.equals(Ratings.NONE);
    }

    /** Whether a figure has it, by the day to which it belongs; whether it is in the numerator. */
    Ratings.Part part(String figure, Ratings.Days days) {
        boolean isClosed = closedOn != null;
        return switch (figure) {
            case "contacted" -> Ratings.part(is("BAD_RATING") && isOfCase && days.has(openedOn), contactedOn != null);
            case "rectified-on-time" -> Ratings.part(
                    is("BAD_RATING") && days.has(openedOn) && !outcome.equals("SET_ASIDE") && (isClosed || isLate),
                    isClosed && !isLate);
            case "called-back" -> Ratings.part(is("CALL_BACK") && days.has(openedOn), isClosed);
            case "complaints-on-time" -> Ratings.part(isLodged() && days.has(closedOn), !isLate);
            case "complaints-refused" -> Ratings.part(
                    isLodged() && days.has(closedOn) && outcome.equals("REFUSED"), true);
            default -> Ratings.part(false, false);
        };
    }

    private boolean is(String one) {
        return kind.equals(one);
    }

    private boolean isLodged() {
        return is("COMPLAINT") || is("REVIEW");
    }
}
