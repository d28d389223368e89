package org.yichuang.fees.internal.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.fees.internal.FeeCommands.Line;
import org.yichuang.kernel.api.fee.ChargingMethod;
import org.yichuang.kernel.api.fee.FeeStandard;
import org.yichuang.kernel.api.fee.StandardLine;

/**
 * A standard as it is typed: a line for each of its own, prices in yuan, shares in percent; of a range the lower end,
 * the upper one and the point where one is named; of tiers where each begins and ends ({@code -} for an open one), its
 * price, and by what it grows.
 */
final class StandardText {
    private static final String FIELD = "standard.lines";
    private static final String OPEN = "-";
    private static final int RANGE = 2;
    private static final int TIER = 3;
    private static final int GROWING = 5;

    private StandardText() {}

    /** Reads the lines; what cannot be read is a problem of the field {@code standard.lines}. */
    static List<Line> read(String text, ChargingMethod method) {
        return FormValues.lines(text).stream()
                .map(FormValues::cells)
                .map(cells -> read(cells, method))
                .toList();
    }

    private static Line read(List<String> cells, ChargingMethod method) {
        return switch (method) {
            case FIXED, PER_UNIT -> price(fen(only(cells, 1, 1).get(0)));
            case RATE -> price(number(only(cells, 1, 1).get(0)).movePointLeft(2));
            case RANGE -> range(only(cells, RANGE, RANGE + 1));
            case TIERED -> tier(only(cells, TIER, GROWING));
        };
    }

    private static List<String> only(List<String> cells, int least, int most) {
        if (cells.size() < least || cells.size() > most) {
            throw FormValues.invalid(FIELD, "standard");
        }
        return cells;
    }

    private static Line price(BigDecimal price) {
        return new Line(null, null, price, null, null, null, null);
    }

    private static Line range(List<String> cells) {
        BigDecimal point = cells.size() > RANGE ? fen(cells.get(RANGE)) : null;
        return new Line(null, null, fen(cells.get(0)), fen(cells.get(1)), point, null, null);
    }

    private static Line tier(List<String> cells) {
        if (cells.size() == GROWING - 1) {
            throw FormValues.invalid(FIELD, "standard");
        }
        boolean grows = cells.size() == GROWING;
        return new Line(
                number(cells.get(0)),
                cells.get(1).equals(OPEN) ? null : number(cells.get(1)),
                fen(cells.get(2)),
                null,
                null,
                grows ? number(cells.get(TIER)) : null,
                grows ? fen(cells.get(TIER + 1)) : null);
    }

    private static BigDecimal number(String text) {
        return FormValues.number(text, FIELD);
    }

    private static BigDecimal fen(String text) {
        return number(text).movePointRight(2);
    }

    /** Writes a standard so that it is read again as the same. */
    static String write(FeeStandard standard) {
        return standard.lines().stream()
                .map(line -> write(line, standard.method()))
                .collect(Collectors.joining("\n"));
    }

    private static String write(StandardLine line, ChargingMethod method) {
        return switch (method) {
            case FIXED, PER_UNIT -> yuan(line.price());
            case RATE -> plain(line.price().movePointRight(2));
            case RANGE -> yuan(line.price()) + " " + yuan(line.highest())
                    + (line.point() == null ? "" : " " + yuan(line.point()));
            case TIERED -> plain(line.from()) + " " + (line.to() == null ? OPEN : plain(line.to())) + " "
                    + yuan(line.price())
                    + (line.step() != null ? " " + plain(line.step()) + " " + yuan(line.growth()) : "");
        };
    }

    private static String yuan(BigDecimal fen) {
        return plain(fen.movePointLeft(2));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
