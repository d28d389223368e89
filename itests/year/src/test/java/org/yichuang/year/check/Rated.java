package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What somebody was asked and has said, or what was entered for them, told anew from its entries. */
final class Rated {
    private static final int DAYS = 15;
    private static final List<String> GOOD = List.of("VERY_SATISFIED", "SATISFIED", "BASICALLY_SATISFIED");
    private static final List<String> BAD = List.of("DISSATISFIED", "VERY_DISSATISFIED");

    final String tenant;
    final List<String> wrong = new ArrayList<>();
    private String item = "";
    private LocalDate collected;
    private LocalDate askedOn;
    private LocalDate ratedOn;
    private boolean isAgain;
    private boolean isAside;
    private String grade = "";
    private String source = "";

    Rated(Entry first) {
        tenant = first.tenant();
        if (first.action().equals("enter")) {
            collected = LocalDate.parse(first.detail("collectedOn"));
        }
    }

    static boolean isBad(Entry entry) {
        return BAD.contains(entry.fact("grade"));
    }

    void take(Entry entry) {
        item = entry.item().isEmpty() ? item : entry.item();
        switch (entry.event()) {
            case "asked" -> {
                askedOn = entry.day();
                isAgain = entry.fact("service").equals("asked-again");
                boolean isUsual = entry.day().plusDays(DAYS).equals(entry.date("until"));
                expect("may be given for some days", true, isAgain || isUsual);
            }
            case "rated", "rated-again" -> {
                expect("said again", grade.isEmpty() ? "rated" : "rated-again", entry.event());
                grade = entry.fact("grade");
                source = entry.fact("source");
                ratedOn = collected == null ? entry.day() : collected;
                isAside = false;
            }
            case "set-aside" -> isAside = true;
            default -> {
                // nothing that counts
            }
        }
    }

    private void expect(String what, Object expected, Object said) {
        if (!Objects.equals(expected, said)) {
            wrong.add(what + ": says " + said + ", should be " + expected);
        }
    }

    private boolean counts() {
        return !grade.isEmpty() && !isAside && !isAgain && !source.equals("CALL");
    }

    boolean isOf(String only) {
        return only.isEmpty() || item.equals(only) || item.isEmpty() && only.equals(Ratings.NONE);
    }

    /** Whether a figure has it, by the day to which it belongs; whether it is in the numerator. */
    Ratings.Part part(String figure, Ratings.Days days) {
        return switch (figure) {
            case "participation" -> Ratings.part(days.has(askedOn) && !isAgain, ratedOn != null);
            case "unanswered" -> Ratings.part(days.has(askedOn) && !isAgain && ratedOn == null, true);
            case "good" -> Ratings.part(days.has(ratedOn) && counts(), GOOD.contains(grade));
            case "bad" -> Ratings.part(days.has(ratedOn) && counts() && BAD.contains(grade), true);
            case "set-aside" -> Ratings.part(days.has(ratedOn) && isAside, true);
            case "good-on-call" -> Ratings.part(
                    days.has(ratedOn) && !isAside && source.equals("CALL"), GOOD.contains(grade));
            default -> Ratings.part(false, false);
        };
    }
}
