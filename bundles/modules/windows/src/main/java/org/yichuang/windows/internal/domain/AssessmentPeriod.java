package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of assessment: a month (2026-03), a quarter (2026-Q1), a half-year (2026-H1) or a year (2026).
 *
 * @param word as it is written
 */
public record AssessmentPeriod(String word, LocalDate from, LocalDate to) {
    private static final Pattern FORM = Pattern.compile("(20\\d\\d)(?:-(0[1-9]|1[0-2])|-Q([1-4])|-H([12]))?");
    private static final int QUARTER = 3;
    private static final int HALF = 6;
    private static final int YEAR = 12;

    /** Reads one; absent for what is none. */
    public static Optional<AssessmentPeriod> of(String word) {
        Matcher form = FORM.matcher(word);
        if (!form.matches()) {
            return Optional.empty();
        }
        YearMonth january = YearMonth.of(Integer.parseInt(form.group(1)), 1);
        if (form.group(2) != null) {
            return Optional.of(made(word, january.withMonth(Integer.parseInt(form.group(2))), 1));
        }
        if (form.group(3) != null) {
            return Optional.of(made(word, january.plusMonths(QUARTER * (number(form.group(3)) - 1)), QUARTER));
        }
        return Optional.of(
                form.group(4) != null
                        ? made(word, january.plusMonths(HALF * (number(form.group(4)) - 1)), HALF)
                        : made(word, january, YEAR));
    }

    private static long number(String digit) {
        return Long.parseLong(digit);
    }

    private static AssessmentPeriod made(String word, YearMonth first, int months) {
        return new AssessmentPeriod(
                word, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
    }
}
