package org.yichuang.fees.internal.view;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.fee.FeeStandard;
import org.yichuang.kernel.api.fee.StandardLine;
import org.yichuang.pages.api.Tone;

/** How fees are told to people. */
public final class FeeWords {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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

    /** How a demand stands, as a colour. */
    public static Tone tone(BillState state) {
        return switch (state) {
            case DUE, DEFERRED -> Tone.CARE;
            case PAID, SETTLED, EXEMPT -> Tone.DONE;
            case REFUNDED, VOID -> Tone.INFO;
        };
    }
}
