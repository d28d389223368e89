package org.yichuang.fees.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.yichuang.documents.api.Spreadsheets;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeReport.Line;
import org.yichuang.fees.internal.view.FeeWords;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The report as a workbook: units and fee items, then windows; amounts in yuan. */
public class ReportFile {
    private final FeeReport report;
    private final Spreadsheets sheets;

    ReportFile(FeeReport report, Spreadsheets sheets) {
        this.report = report;
        this.sheets = sheets;
    }

    /**
     * Writes it.
     *
     * @throws ProblemException {@code fields-invalid} for days that are no span of five years at most
     */
    @RequiresPermission(FeePermission.LEDGER)
    public byte[] write(LocalDate first, LocalDate last, Locale language, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<List<Object>> rows = new ArrayList<>();
        for (Line line : report.of(first, last, context)) {
            String unit = line.unit().isEmpty() ? words("all", language) : line.unit();
            rows.add(row(unit, line.isSum() ? words("sum", language) : line.fee(), null, line));
        }
        for (FeeReport.Window window : report.windows(first, last, context)) {
            rows.add(row(window.department(), words("window", language), window.cases(), window.sums()));
        }
        List<String> columns = Stream.of(
                        "unit", "fee", "cases", "billed", "relieved", "voided", "paid", "rate", "refunded", "settled")
                .map(column -> words(column, language))
                .toList();
        String title =
                LocalizedMessage.of(ReportFile.class, "file.title", first, last).in(language);
        return sheets.write(new Spreadsheets.Sheet(words("name", language), title, columns, rows));
    }

    private static List<Object> row(String unit, String fee, Long cases, Line line) {
        List<Object> cells = new ArrayList<>();
        cells.add(unit);
        cells.add(fee);
        cells.add(cases);
        cells.add(yuan(line.of(EntryKind.BILLED)));
        cells.add(yuan(line.of(EntryKind.RELIEVED)));
        cells.add(yuan(line.of(EntryKind.VOIDED)));
        cells.add(yuan(line.paid()));
        cells.add(FeeWords.percent(line.paid(), line.due()));
        cells.add(yuan(line.of(EntryKind.REFUNDED, EntryKind.RETURNED)));
        cells.add(yuan(line.of(EntryKind.SETTLED)));
        return cells;
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    private static String words(String key, Locale language) {
        return LocalizedMessage.of(ReportFile.class, "file." + key).in(language);
    }
}
