package org.yichuang.indicators.internal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.Spreadsheets;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.api.Indicators.Summary;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.internal.Question;
import org.yichuang.indicators.internal.jte.StaticTemplates;
import org.yichuang.indicators.internal.jte.Templates;
import org.yichuang.indicators.internal.view.FigureView;
import org.yichuang.indicators.internal.view.Tile;
import org.yichuang.indicators.internal.view.TileGroup;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Tab;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.ModuleRegistry;

/** All figures of a centre, and a page for each: its value, what it means, what stands beside it, and its rows. */
@Path("/{tenant}/indicators")
public class IndicatorPages {
    private static final Templates TEMPLATES = new StaticTemplates();
    private static final List<Integer> SPANS = List.of(1, 7, 30, 365);
    private static final int USUAL = 1;
    private static final int ROWS = 50;
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The common ones as people are used to them, then those that modules have made. */
    private static final Comparator<Dimension> ORDER = Comparator.<Dimension>comparingInt(
                    dimension -> Dimension.COMMON.contains(dimension)
                            ? Dimension.COMMON.indexOf(dimension)
                            : Dimension.COMMON.size())
            .thenComparing(Dimension::word);

    private final Indicators indicators;
    private final ModuleRegistry modules;
    private final RowSheet sheet;

    /** @param modules tells what modules are called */
    public IndicatorPages(Indicators indicators, ModuleRegistry modules, Spreadsheets spreadsheets) {
        this.indicators = indicators;
        this.modules = modules;
        this.sheet = new RowSheet(indicators, spreadsheets);
    }

    /** All figures of some days. */
    @GET
    @RequiresPermission(Indicators.VIEW)
    public Response all(@Context PageCall call) {
        int days = SPANS.stream()
                .filter(span -> span.toString().equals(call.query("days")))
                .findFirst()
                .orElse(USUAL);
        Period period = Period.last(days, call.context().today());
        List<Tab> tabs = SPANS.stream()
                .map(span -> new Tab(call.ui().t("indicators.days." + span), "/indicators?days=" + span, span == days))
                .toList();
        List<String> ids = indicators.all(call.context()).stream()
                .map(IndicatorDefinition::id)
                .toList();
        List<Summary> summaries = indicators.reports(ids, Scope.all(period), call.context());
        return call.render(Screen.working(
                call.ui().t("indicators.title"), TEMPLATES.indicators(call.ui(), tabs, groups(summaries, call.ui()))));
    }

    /** By module, and the module with most of them first. */
    private List<TileGroup> groups(List<Summary> summaries, Ui ui) {
        Map<String, List<Tile>> byModule = new LinkedHashMap<>();
        summaries.forEach(
                summary -> byModule.computeIfAbsent(summary.definition().module(), module -> new ArrayList<>())
                        .add(Tile.of(summary, ui)));
        return byModule.entrySet().stream()
                .map(each -> new TileGroup(name(each.getKey(), ui), each.getValue()))
                .sorted(Comparator.comparingInt(group -> -group.tiles().size()))
                .toList();
    }

    private String name(String module, Ui ui) {
        return modules.find(module)
                .map(descriptor -> descriptor.texts().get(ui.locale(), "name"))
                .orElse(module);
    }

    /** One figure. */
    @GET
    @Path("/{id}")
    @RequiresPermission(Indicators.VIEW)
    public Response one(@Context PageCall call, @PathParam("id") String id) {
        Question question = question(call);
        IndicatorReport report =
                indicators.report(id, question.scope(), Optional.ofNullable(question.by()), call.context());
        Page<Row> rows =
                indicators.rows(id, question.scope(), PageRequest.of(ROWS, call.query("cursor")), call.context());
        FigureView view = new FigureView(report, question.by(), call.ui());
        String excel = "/indicators/" + id + "/rows.xlsx?" + question.query();
        return call.render(Screen.working(
                        view.name(),
                        TEMPLATES.indicator(
                                call.ui(), view, filters(report.definition(), question, call.ui()), rows, excel))
                .under(call.ui().t("indicators.title"), "/indicators"));
    }

    private Question question(PageCall call) {
        return Question.of(
                call::query,
                indicators.dimensions(call.context()),
                call.context().today());
    }

    private static List<Field> filters(IndicatorDefinition definition, Question question, Ui ui) {
        List<Field.Option> ways = new ArrayList<>(List.of(new Field.Option("", ui.t("indicators.whole"))));
        definition.dimensions().stream()
                .sorted(ORDER)
                .map(dimension -> new Field.Option(dimension.word(), ui.localize(dimension.name())))
                .forEach(ways::add);
        Field by = Field.select("by", ui.t("indicators.by"), ways)
                .value(question.by() == null ? "" : question.by().word());
        if (definition.present()) {
            return List.of(by);
        }
        Period period = question.scope().period();
        return List.of(
                Field.of(Field.Kind.DATE, "from", ui.t("indicators.from")).value(period.from()),
                Field.of(Field.Kind.DATE, "to", ui.t("indicators.to")).value(period.to()),
                by);
    }

    /** The rows of a figure as a spreadsheet. */
    @GET
    @Path("/{id}/rows.xlsx")
    @RequiresPermission(Indicators.VIEW)
    public Response spreadsheet(@Context PageCall call, @PathParam("id") String id) {
        Question question = question(call);
        IndicatorReport report = indicators.report(id, question.scope(), Optional.empty(), call.context());
        FigureView view = new FigureView(report, call.ui());
        return call.file(id + ".xlsx", EXCEL, sheet.of(report, view, call));
    }
}
