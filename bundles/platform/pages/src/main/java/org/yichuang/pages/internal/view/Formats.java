package org.yichuang.pages.internal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;

/** Days, moments, amounts and sizes as people write them. */
public final class Formats {
    private static final Map<Locale, Formats> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final int KILO = 1024;

    private final Locale language;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    private Formats(Locale language) {
        this.language = language;
        this.day = formatter("day");
        this.moment = formatter("moment");
    }

    /** Formats of a language; its patterns stand with its words. */
    public static Formats of(Locale language) {
        return BY_LANGUAGE.computeIfAbsent(language, Formats::new);
    }

    private DateTimeFormatter formatter(String key) {
        return DateTimeFormatter.ofPattern(words(key), language);
    }

    private String words(String key, Object... arguments) {
        return LocalizedMessage.of(Formats.class, key, arguments).in(language);
    }

    /** A day; nothing for null. */
    public String date(LocalDate date) {
        return date == null ? "" : day.format(date);
    }

    /** The day of a moment in China; nothing for null. */
    public String date(Instant instant) {
        return instant == null ? "" : date(instant.atZone(CallContext.ZONE).toLocalDate());
    }

    /** A moment in China; nothing for null. */
    public String moment(Instant instant) {
        return instant == null ? "" : moment.format(instant.atZone(CallContext.ZONE));
    }

    /** An amount. */
    public String money(Money amount) {
        long fen = Math.abs(amount.fen());
        String yuan = String.format(Locale.ROOT, "%s%,d.%02d", amount.fen() < 0 ? "-" : "", fen / 100, fen % 100);
        return words("money", yuan);
    }

    /** A size. */
    public String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < (long) KILO * KILO
                ? bytes / KILO + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }
}
