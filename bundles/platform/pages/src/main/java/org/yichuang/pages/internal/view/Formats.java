package org.yichuang.pages.internal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Money;

/** Days, moments, amounts and sizes as people write them. */
public final class Formats {
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM y", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT_ZH = DateTimeFormatter.ofPattern("y年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter MOMENT_EN = DateTimeFormatter.ofPattern("d MMM y, HH:mm", Locale.ENGLISH);
    private static final int KILO = 1024;

    private final boolean chinese;

    /** Formats of a language. */
    public Formats(boolean chinese) {
        this.chinese = chinese;
    }

    /** A day; nothing for null. */
    public String date(LocalDate day) {
        return day == null ? "" : (chinese ? DAY_ZH : DAY_EN).format(day);
    }

    /** The day of a moment in China; nothing for null. */
    public String date(Instant moment) {
        return moment == null ? "" : date(moment.atZone(CallContext.ZONE).toLocalDate());
    }

    /** A moment in China; nothing for null. */
    public String moment(Instant moment) {
        return moment == null ? "" : (chinese ? MOMENT_ZH : MOMENT_EN).format(moment.atZone(CallContext.ZONE));
    }

    /** An amount. */
    public String money(Money amount) {
        long fen = Math.abs(amount.fen());
        String yuan = String.format(Locale.ROOT, "%s%,d.%02d", amount.fen() < 0 ? "-" : "", fen / 100, fen % 100);
        return chinese ? yuan + "元" : "CNY " + yuan;
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
