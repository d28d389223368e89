package org.yichuang.indicators.internal.view;

import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Indicators.Summary;
import org.yichuang.indicators.api.Period;
import org.yichuang.pages.api.Ui;

/**
 * A figure among others.
 *
 * @param id the figure
 * @param name what people call it
 * @param value its value with its unit; empty when it was not counted
 * @param reason why it was not counted, else empty
 * @param path its page
 */
public record Tile(String id, String name, String value, String reason, String path) {
    /** A figure's tile. */
    public static Tile of(Summary summary, Ui ui) {
        String id = summary.definition().id();
        String name = ui.localize(summary.definition().name());
        Period period = summary.scope().period();
        String path = "/indicators/" + id + "?from=" + period.from() + "&to=" + period.to();
        IndicatorReport report = summary.report();
        return report == null
                ? new Tile(id, name, "", ui.t(summary.slow() ? "indicators.slow" : "indicators.failed"), path)
                : new Tile(id, name, new FigureView(report, ui).value(), "", path);
    }
}
