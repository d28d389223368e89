package org.yichuang.fees.internal.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** Reads what was typed into the forms of fees; what cannot be read is a problem of its field. */
final class FormValues {
    private static final Pattern QUANTITY = Pattern.compile("\\d{1,12}(\\.\\d{1,10})?");
    private static final Pattern YUAN = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");
    private static final int TIME_DIGITS = 5;
    /** Of years that a calendar has: what else is a date for Java is none in a book. */
    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    private FormValues() {}

    static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(FormValues.class, key));
    }

    /** A number with fractions, which a field holds among others. */
    static BigDecimal number(String text, String field) {
        return number(text, QUANTITY, field);
    }

    /** An amount in yuan, as fen; null where nothing was typed. */
    static Long fen(Form form, String name) {
        return form.text(name).isEmpty() ? null : fen(form.text(name), name);
    }

    /** An amount in yuan, as fen, which a field holds among others. */
    static long fen(String text, String field) {
        return number(text, YUAN, field).movePointRight(2).longValueExact();
    }

    private static BigDecimal number(String text, Pattern form, String field) {
        String plain = text.replaceAll("[,，\\s]", "");
        if (!form.matcher(plain).matches()) {
            throw invalid(field, "number");
        }
        return new BigDecimal(plain);
    }

    /** A day; null where nothing was typed. */
    static LocalDate day(Form form, String name) {
        return form.text(name).isEmpty() ? null : day(form.text(name), name);
    }

    static LocalDate day(String text, String field) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw invalid(field, "day");
        }
        throw invalid(field, "day");
    }

    /** The day that an address or a form names; today where it names none that a calendar has. */
    static LocalDate dayOrToday(String text, CallContext context) {
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text) : context.today();
        } catch (DateTimeException e) {
            return context.today();
        }
    }

    /** A moment of a day, as clocks of the hall show it; null where either is empty. */
    static Instant moment(Form form, String day, String time) {
        LocalDate on = day(form, day);
        if (on == null || form.text(time).isEmpty()) {
            return null;
        }
        String text = form.text(time).replace('：', ':');
        try {
            if (TIME.matcher(text).matches()) {
                LocalTime at = LocalTime.parse(text.length() == TIME_DIGITS ? text : "0" + text);
                return on.atTime(at).atZone(CallContext.ZONE).toInstant();
            }
        } catch (DateTimeException e) {
            throw invalid(time, "time");
        }
        throw invalid(time, "time");
    }

    /** One of the values that a list offers; null where nothing was chosen. */
    static <E extends Enum<E>> E chosen(Form form, String name, E[] values) {
        String text = form.text(name);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** What stands in lines. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What stands in the cells of a line, apart by commas of either width, tabs or blanks. */
    static List<String> cells(String line) {
        return Stream.of(line.split("[,，\\t ]+")).map(String::strip).toList();
    }
}
