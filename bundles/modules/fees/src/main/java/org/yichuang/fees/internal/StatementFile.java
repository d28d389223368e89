package org.yichuang.fees.internal;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableLayout.Column;
import org.yichuang.documents.api.TableLayout.Content;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.documents.api.TableRow;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.domain.BankContent.Mapping;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** A file of a bank or of the treasury, read as its mapping says. It is taken as a whole or not at all. */
final class StatementFile {
    /** So many lines has a file at most. */
    static final int MOST = 20_000;

    /** So large is one at most. */
    static final int BYTES = 8 << 20;

    private static final Pattern AMOUNT =
            Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,4}(\\.[0-9]+)?|[0-9]{1,15}(\\.[0-9]+)?");
    private static final BigDecimal MOST_FEN = BigDecimal.valueOf(FeePolicy.MOST_FEN);
    private static final int MOST_PROBLEMS = 50;
    private static final int COLUMNS = 200;
    private static final int CELL = 2_000;
    private static final TableLimits LIMITS = new TableLimits(BYTES, MOST, COLUMNS, CELL, 64 << 20);
    private static final String SERIAL = "serial";
    private static final String CODE = "code";
    private static final String FEN = "amount";

    private final Mapping mapping;
    private final List<StatedLine> lines = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private StatementFile(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Reads all lines.
     *
     * @throws ProblemException {@code file-unreadable}, {@code file-columns}, {@code too-large}; {@code fields-invalid}
     *     with the field {@code file} for each of the first fifty rows that cannot be read
     */
    static List<StatedLine> read(SpreadsheetReader reader, String fileName, InputStream content, Mapping mapping) {
        StatementFile file = new StatementFile(mapping);
        reader.read(fileName, content, new TableLayout(file.columns(), LIMITS), file::take);
        if (!file.problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID,
                    LocalizedMessage.of(StatementFile.class, "statement.file-unreadable"),
                    file.problems);
        }
        return file.lines;
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(column(CODE, Content.CODE, mapping.code()));
        columns.add(column(FEN, Content.TEXT, mapping.amount()));
        if (!mapping.serial().isEmpty()) {
            columns.add(column(SERIAL, Content.CODE, mapping.serial()));
        }
        return columns;
    }

    private static Column column(String id, Content content, String heading) {
        LocalizedMessage label = LocalizedMessage.of(StatementFile.class, "statement.column", heading);
        return new Column(id, content, true, label, List.of(heading));
    }

    private void take(TableRow row) {
        row.flaws().forEach(flaw -> add(row, flaw));
        String code = row.text(CODE);
        if (code.isEmpty()) {
            add(row, LocalizedMessage.of(StatementFile.class, "statement.file-code"));
        }
        lines.add(new StatedLine(row.text(SERIAL), code, fen(row)));
    }

    private long fen(TableRow row) {
        String text = row.text(FEN);
        if (AMOUNT.matcher(text).matches()) {
            BigDecimal fen = new BigDecimal(text.replace(",", ""))
                    .movePointRight(mapping.unit().decimals())
                    .stripTrailingZeros();
            if (fen.compareTo(MOST_FEN) > 0) {
                add(row, LocalizedMessage.of(StatementFile.class, "payment.most"));
                return 0;
            }
            if (fen.signum() > 0 && fen.scale() <= 0) {
                return fen.longValueExact();
            }
        }
        add(row, LocalizedMessage.of(StatementFile.class, "statement.file-amount", text));
        return 0;
    }

    private void add(TableRow row, LocalizedMessage message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new FieldProblem(
                    "file", LocalizedMessage.of(StatementFile.class, "statement.file-row", row.number(), message)));
        }
    }
}
