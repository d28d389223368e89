package org.yichuang.documents.internal.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** What numbers of workbooks say. */
final class CellNumbers {
    /** Excel keeps no more digits of a number than these. */
    static final int EXACT_DIGITS = 15;

    private static final int LONGEST = 60;
    /** Numbers of workbooks have no power of ten beyond this; computing with one of 10^16000000 takes minutes. */
    private static final int LARGEST_POWER = 400;

    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    /** The year 1900 has a 29 February in workbooks; the days from 1 March on count from here. */
    private static final LocalDate BEGINNING = LocalDate.of(1899, 12, 30);

    private static final int FALSE_LEAP_DAY = 60;
    private static final LocalDate BEGINNING_1904 = LocalDate.of(1904, 1, 1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private CellNumbers() {}

    static BigDecimal number(String raw) {
        if (raw.length() > LONGEST) {
            throw new NumberFormatException("Too long for a number");
        }
        BigDecimal number = new BigDecimal(raw.strip());
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_POWER) {
            throw new NumberFormatException("No number of a workbook");
        }
        return number.round(new MathContext(EXACT_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** The digits; with an exponent only where that is the only way to write it. */
    static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) > LONGEST ? shortest.toString() : shortest.toPlainString();
    }

    /** A whole number with at least so many digits. */
    static String padded(BigDecimal number, int digits) {
        String text = text(number);
        return number.signum() < 0 || text.contains(".")
                ? text
                : "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** The day, moment or time of a number; the number itself when it is none. */
    static String date(BigDecimal number, boolean from1904) {
        if (number.signum() < 0 || number.compareTo(LAST_DAY) >= 0) {
            return text(number);
        }
        long seconds =
                number.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long days = seconds / SECONDS.intValue();
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS.intValue());
        if (days == 0 && !from1904) {
            return TIME.format(time);
        }
        LocalDate day =
                from1904 ? BEGINNING_1904.plusDays(days) : BEGINNING.plusDays(days < FALSE_LEAP_DAY ? days + 1 : days);
        return time.equals(LocalTime.MIDNIGHT) ? day.toString() : MOMENT.format(LocalDateTime.of(day, time));
    }
}
