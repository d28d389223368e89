package org.yichuang.indicators.internal.view;

import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.pages.api.Ui;

/**
 * A figure among others.
 *
 * @param id the figure
 * @param name what people call it
 * @param value its value with its unit
 * @param rows the number of rows in its numerator
 * @param path its page
 */
public record Tile(String id, String name, String value, long rows, String path) {
    /** A figure's tile. */
    public static Tile of(IndicatorReport report, Ui ui) {
        FigureView view = new FigureView(report, ui);
        String id = report.definition().id();
        String period = "from=" + report.scope().period().from() + "&to="
                + report.scope().period().to();
        return new Tile(
                id, view.name(), view.value(), report.fraction().numerator(), "/indicators/" + id + "?" + period);
    }
}
