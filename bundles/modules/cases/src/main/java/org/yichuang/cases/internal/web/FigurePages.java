package org.yichuang.cases.internal.web;

import static org.yichuang.identity.api.Role.CENTRE_MANAGER;
import static org.yichuang.identity.api.Role.SUPERVISION_OFFICER;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.internal.CaseFigures;
import org.yichuang.cases.internal.CaseFigures.Sheet;
import org.yichuang.cases.internal.domain.CaseCounts.Row;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Plot;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Tab;
import org.yichuang.pages.api.Ui;
import org.yichuang.rest.api.Allow;

/** The manager's figures of some days; every figure opens the rows that it counts. */
@Path("/{tenant}/figures")
public class FigurePages {
    private static final List<Integer> SPANS = List.of(1, 7, 30);
    private static final int USUAL = 1;
    private static final int ROWS = 50;
    /** A plot of fewer days says nothing. */
    private static final int LEAST_PLOTTED = 7;

    private final CaseFigures figures;

    /** Over the rows. */
    public FigurePages(CaseFigures figures) {
        this.figures = figures;
    }

    /** All figures. */
    @GET
    @Allow({CENTRE_MANAGER, SUPERVISION_OFFICER})
    public Response all(@Context PageCall call) {
        int days = days(call);
        Sheet sheet = figures.sheet(days, call.context());
        int plotted = Math.max(days, LEAST_PLOTTED);
        Sheet longer = plotted == days ? sheet : figures.sheet(plotted, call.context());
        List<Tab> tabs = SPANS.stream()
                .map(span -> new Tab(call.ui().t("figures.days." + span), "/figures?days=" + span, span == days))
                .toList();
        return call.show(Screen.working(
                call.ui().t("figures.title"),
                ApplyPages.TEMPLATES.figures(call.ui(), tabs, sheet.counts(), days, plot(call, longer, plotted))));
    }

    private static int days(PageCall call) {
        String days = call.query("days");
        return SPANS.stream()
                .filter(span -> span.toString().equals(days))
                .findFirst()
                .orElse(USUAL);
    }

    private static Plot plot(PageCall call, Sheet sheet, int days) {
        LocalDate today = call.context().today();
        List<LocalDate> all = Stream.iterate(today.minusDays(days - 1L), day -> day.plusDays(1))
                .limit(days)
                .toList();
        Ui ui = call.ui();
        return new Plot(
                ui.t("figures.plot"),
                ui.t("figures.day"),
                all.stream()
                        .map(day -> day.getMonthValue() + "-" + day.getDayOfMonth())
                        .toList(),
                List.of(
                        new Plot.Series(ui.t("figure.RECEIVED"), on(all, sheet.received())),
                        new Plot.Series(ui.t("figure.DECIDED"), on(all, sheet.decided()))));
    }

    private static List<Long> on(List<LocalDate> days, Map<LocalDate, Long> counts) {
        return days.stream().map(day -> counts.getOrDefault(day, 0L)).toList();
    }

    /** The rows that a figure counts. */
    @GET
    @Path("/rows")
    @Allow({CENTRE_MANAGER, SUPERVISION_OFFICER})
    public Response rows(@Context PageCall call) {
        Figure figure = Arrays.stream(Figure.values())
                .filter(each -> each.name().equals(call.query("of")))
                .findFirst()
                .orElse(Figure.RECEIVED);
        Page<Row> page = figures.rows(figure, days(call), PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.show(Screen.working(
                        call.ui().t("figure." + figure),
                        ApplyPages.TEMPLATES.figurerows(
                                call.ui(),
                                page.items(),
                                page.next(),
                                call.context().today()))
                .under(call.ui().t("figures.title"), "/figures?days=" + days(call)));
    }
}
