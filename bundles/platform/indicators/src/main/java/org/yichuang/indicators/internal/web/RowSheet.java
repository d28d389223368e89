package org.yichuang.indicators.internal.web;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.documents.api.Spreadsheets;
import org.yichuang.documents.api.Spreadsheets.Sheet;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.internal.view.FigureView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Ui;

/** The rows behind a figure as a spreadsheet, read page by page. */
class RowSheet {
    /** What a spreadsheet can be asked for at once; a narrower period gives the others. */
    static final int MOST = 50_000;

    private final Indicators indicators;
    private final Spreadsheets spreadsheets;

    RowSheet(Indicators indicators, Spreadsheets spreadsheets) {
        this.indicators = indicators;
        this.spreadsheets = spreadsheets;
    }

    byte[] of(IndicatorReport report, FigureView view, PageCall call) {
        Ui ui = call.ui();
        List<String> columns = new ArrayList<>(view.columns());
        columns.add(ui.t("indicators.counted"));
        List<List<Object>> rows = new ArrayList<>();
        String cursor = null;
        do {
            Page<Row> page = page(report, cursor, call.context());
            page.items().forEach(row -> rows.add(cells(row, ui)));
            cursor = page.next();
        } while (cursor != null && rows.size() < MOST);
        String title = view.name() + " " + view.period() + " " + view.value()
                + (cursor == null ? "" : " " + ui.t("indicators.cut", MOST));
        return spreadsheets.write(new Sheet(view.name(), title, columns, rows));
    }

    private Page<Row> page(IndicatorReport report, String cursor, CallContext context) {
        return indicators.rows(
                report.definition().id(), report.scope(), PageRequest.of(PageRequest.MAXIMUM, cursor), context);
    }

    private static List<Object> cells(Row row, Ui ui) {
        List<Object> cells = new ArrayList<>();
        row.cells().forEach(cell -> cells.add(cell instanceof LocalizedMessage words ? ui.localize(words) : cell));
        cells.add(ui.t(row.counted() ? "indicators.yes" : "indicators.no"));
        return cells;
    }
}
