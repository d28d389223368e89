package org.yichuang.kernel.api.time;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * How many days something may take.
 *
 * @param amount 0 (the same day) to {@link #MAXIMUM}
 * @param unit which days count
 */
public record Limit(int amount, DayUnit unit) {
    /** The longest limit, about ten years: longer ones are slips of the pen and would be slow to count. */
    public static final int MAXIMUM = 3660;

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\s*(\\D+)");

    /**
     * @throws ProblemException {@link CommonError#FIELDS_INVALID} when the amount is out of bounds
     */
    public Limit {
        if (amount < 0 || amount > MAXIMUM) {
            throw refusal(LocalizedMessage.of(Limit.class, "limit.limit-0-days", MAXIMUM, amount));
        }
    }

    /** A limit in working days. */
    public static Limit working(int amount) {
        return new Limit(amount, DayUnit.WORKING);
    }

    /** A limit in calendar days. */
    public static Limit calendar(int amount) {
        return new Limit(amount, DayUnit.CALENDAR);
    }

    /**
     * Reads a number with its unit: 20工作日, 20个工作日, 20日, 20 working days, and 即办 or 当日 for the same day. A bare
     * number is refused, because what "日" means decides the date.
     *
     * @throws ProblemException {@link CommonError#FIELDS_INVALID}
     */
    public static Limit parse(String text) {
        String plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC)
                .strip();
        if (plain.matches("即办|即时办结|当场办结|当日(办结)?|当天(办结)?")) {
            return working(0);
        }
        Matcher parts = FORM.matcher(plain);
        Optional<DayUnit> unit = parts.matches() ? DayUnit.parse(parts.group(2)) : Optional.empty();
        if (unit.isEmpty()) {
            throw refusal(LocalizedMessage.of(Limit.class, "limit.number-with-unit", plain));
        }
        return new Limit(Integer.parseInt(parts.group(1)), unit.get());
    }

    /** Tells whether it means the same day. */
    public boolean isSameDay() {
        return amount == 0;
    }

    /** For people: 20个工作日, 20日, 当日; 20 working days, 1 day, the same day. */
    public LocalizedMessage label() {
        if (isSameDay()) {
            return LocalizedMessage.of(Limit.class, "limit.same-day");
        }
        String key = unit == DayUnit.WORKING ? "limit.working" : "limit.calendar";
        return LocalizedMessage.of(Limit.class, amount == 1 ? key + ".one" : key, amount);
    }

    private static ProblemException refusal(LocalizedMessage message) {
        return ProblemException.field(CommonError.FIELDS_INVALID, "limit", message);
    }
}
