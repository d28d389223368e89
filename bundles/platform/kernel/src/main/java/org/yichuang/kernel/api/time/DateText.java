package org.yichuang.kernel.api.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A day as a language writes it.
 *
 * @param day the day
 * @param form the key of its pattern (that of {@link DateTimeFormatter})
 */
record DateText(LocalDate day, String form) implements LocalizedMessage {
    @Override
    public String in(Locale locale) {
        String pattern = LocalizedMessage.of(DateText.class, form).in(locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    @Override
    public String toString() {
        return en();
    }
}
