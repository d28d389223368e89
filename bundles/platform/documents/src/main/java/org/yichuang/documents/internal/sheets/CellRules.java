package org.yichuang.documents.internal.sheets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.documents.api.TableCell;
import org.yichuang.documents.api.TableCell.Kind;
import org.yichuang.documents.api.TableLayout.Content;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a cell may hold in a column of a kind; what it may not is told with its address. */
final class CellRules {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d{1,30})?");
    private static final Pattern EXPONENT = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d{1,3}");
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})\\s*[-/.\\p{IsHan}]\\s*(\\d{1,2})\\s*[-/.\\p{IsHan}]\\s*(\\d{1,2})\\s*\\p{IsHan}?");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d)?)?");

    private final int longest;

    /** @param longest how many UTF-16 units a cell may have */
    CellRules(int longest) {
        this.longest = longest;
    }

    /** What is wrong with a cell. */
    Optional<LocalizedMessage> flaw(Content content, TableCell cell) {
        if (cell.kind() == Kind.ERROR) {
            return told("cell.error", cell);
        }
        if (cell.kind() == Kind.UNCOMPUTED) {
            return told("cell.uncomputed", cell);
        }
        if (cell.text().length() > longest) {
            return Optional.of(LocalizedMessage.of(CellRules.class, "cell.too-long", cell.address(), longest));
        }
        if (cell.kind() == Kind.NUMBER && isInexact(cell.text())) {
            return told("cell.digits-lost", cell);
        }
        return switch (content) {
            case TEXT -> cell.kind() == Kind.DATE ? told("cell.is-date", cell) : Optional.empty();
            case CODE -> code(cell);
            case NUMBER -> isNumber(cell) ? Optional.empty() : told("cell.no-number", cell);
            case DATE -> day(cell).isEmpty() ? told("cell.no-date", cell) : Optional.empty();
        };
    }

    /** The cell as its column has it: numbers without separators of thousands, days in one way of writing. */
    TableCell normal(Content content, TableCell cell) {
        String text =
                switch (content) {
                    case NUMBER -> cell.text().strip().replace(",", "");
                    case DATE -> day(cell).orElse(cell.text());
                    case TEXT, CODE -> cell.text();
                };
        return text.equals(cell.text()) ? cell : new TableCell(cell.address(), cell.kind(), text, cell.merged());
    }

    private static Optional<LocalizedMessage> code(TableCell cell) {
        return switch (cell.kind()) {
            case NUMBER -> told("cell.code-is-number", cell);
            case DATE -> told("cell.is-date", cell);
            default -> EXPONENT.matcher(cell.text().strip()).matches()
                    ? told("cell.digits-lost", cell)
                    : Optional.empty();
        };
    }

    private static boolean isInexact(String number) {
        int point = number.indexOf('.');
        String whole = (point < 0 ? number : number.substring(0, point)).replace("-", "");
        return whole.length() > CellNumbers.EXACT_DIGITS || number.contains("E+");
    }

    private static boolean isNumber(TableCell cell) {
        String text = cell.text().strip();
        return cell.kind() == Kind.NUMBER
                || cell.kind() == Kind.TEXT
                        && (NUMBER.matcher(text).matches()
                                || GROUPED.matcher(text).matches());
    }

    private static Optional<String> day(TableCell cell) {
        String text = cell.text().strip();
        if (MOMENT.matcher(text).matches()) {
            return Optional.of(text);
        }
        Matcher day = DAY.matcher(text);
        if (cell.kind() != Kind.TEXT || !day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalizedMessage> told(String key, TableCell cell) {
        return Optional.of(LocalizedMessage.of(CellRules.class, key, cell.address(), cell.text()));
    }
}
