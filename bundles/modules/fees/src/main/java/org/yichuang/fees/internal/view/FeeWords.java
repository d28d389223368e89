package org.yichuang.fees.internal.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.RefundState;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.fee.FeeStandard;
import org.yichuang.kernel.api.fee.StandardLine;
import org.yichuang.pages.api.Tone;

/** How fees are told to people. */
public final class FeeWords {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private FeeWords() {}

    /** A standard in words. */
    public static LocalizedMessage standard(FeeStandard standard) {
        List<LocalizedMessage> lines =
                standard.lines().stream().map(line -> line(standard, line)).toList();
        return LocalizedMessage.list(lines, LocalizedMessage.of(FeeWords.class, "standard.separator"));
    }

    private static LocalizedMessage line(FeeStandard standard, StandardLine line) {
        String yuan = yuan(line.price());
        return switch (standard.method()) {
            case FIXED -> words("standard.fixed", yuan);
            case PER_UNIT -> words("standard.per-unit", yuan, standard.unit());
            case RATE -> words("standard.rate", plain(line.price().multiply(HUNDRED)), standard.unit());
            case RANGE -> words("standard.range", yuan, yuan(line.highest()), standard.unit());
            case TIERED -> tier(standard, line, yuan);
        };
    }

    private static LocalizedMessage tier(FeeStandard standard, StandardLine line, String yuan) {
        String from = plain(line.from());
        if (line.to() != null) {
            return words("standard.tier", from, plain(line.to()), yuan, standard.unit());
        }
        return line.step() == null
                ? words("standard.open-tier", from, yuan, standard.unit())
                : words("standard.growing-tier", from, yuan, standard.unit(), plain(line.step()), yuan(line.growth()));
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(FeeWords.class, key, arguments);
    }

    private static String yuan(BigDecimal fen) {
        BigDecimal yuan = fen.movePointLeft(2).stripTrailingZeros();
        return yuan.setScale(Math.max(2, yuan.scale())).toPlainString();
    }

    /** An amount in yuan, as it is typed. */
    public static String yuan(long fen) {
        return yuan(BigDecimal.valueOf(fen));
    }

    /** A code of payment in groups of four digits, as it is read out. */
    public static String groups(String code) {
        return code.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    /** A quotient in percent, rounded half up to two decimals; a dash where there is nothing to divide by. */
    public static String percent(long part, long whole) {
        return whole <= 0
                ? "—"
                : BigDecimal.valueOf(part)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }

    /** A name as a part of an address. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** What a clock of the hall shows. */
    public static String time(ZonedDateTime moment) {
        return moment.format(CLOCK);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** What people call a step of a demand, by its word. */
    public static LocalizedMessage step(String word) {
        return Arrays.stream(BillStep.values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .map(BillStep::label)
                .orElseGet(() -> LocalizedMessage.verbatim(word));
    }

    /** What people call where a refund came to, by its word. */
    public static LocalizedMessage refundStep(String word) {
        return Arrays.stream(RefundState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .map(state -> words("refund-step." + state.word()))
                .orElseGet(() -> LocalizedMessage.verbatim(word));
    }

    /** How a refund stands, as a colour. */
    public static Tone tone(RefundState state) {
        return switch (state) {
            case APPLIED, CHECKED, APPROVED -> Tone.CARE;
            case PAID -> Tone.DONE;
            case REFUSED -> Tone.INFO;
        };
    }

    /** Whether there is something to pay by a demand. */
    public static boolean isToPay(BillState state) {
        return state == BillState.DUE || state == BillState.DEFERRED;
    }

    /** The key of the sentence that tells payers how their demand stands. */
    public static String told(BillState state, boolean isLate, long refunded) {
        return switch (state) {
            case DUE, DEFERRED -> isLate ? "payer.late" : "payer." + state.word();
            case PAID, SETTLED -> refunded > 0 ? "payer.partly-refunded" : "payer.paid";
            case CODE_PENDING, EXEMPT, REFUNDED, VOID -> "payer." + state.word();
        };
    }

    /** How a demand stands, as a colour. */
    public static Tone tone(BillState state) {
        return switch (state) {
            case CODE_PENDING, DUE, DEFERRED -> Tone.CARE;
            case PAID, SETTLED, EXEMPT -> Tone.DONE;
            case REFUNDED, VOID -> Tone.INFO;
        };
    }
}
