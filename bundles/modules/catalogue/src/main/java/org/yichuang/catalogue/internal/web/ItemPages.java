package org.yichuang.catalogue.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueSearch;
import org.yichuang.catalogue.api.CatalogueSearch.Request;
import org.yichuang.catalogue.api.CatalogueSearch.Results;
import org.yichuang.catalogue.api.CatalogueSearch.Served;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.DisclosedFields;
import org.yichuang.catalogue.internal.HotWords;
import org.yichuang.catalogue.internal.Roads;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.domain.need.Road;
import org.yichuang.catalogue.internal.jte.StaticTemplates;
import org.yichuang.catalogue.internal.jte.Templates;
import org.yichuang.catalogue.internal.view.Audience;
import org.yichuang.catalogue.internal.view.FacetLinks;
import org.yichuang.catalogue.internal.view.GuideFields;
import org.yichuang.catalogue.internal.view.RouteRow;
import org.yichuang.catalogue.internal.view.SampleTables;
import org.yichuang.catalogue.internal.view.ViewWords;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.RequestState;

/** Finding an item, and its guide (办事指南). */
@Path("/{tenant}/items")
public class ItemPages {
    static final Templates TEMPLATES = new StaticTemplates();

    private final Catalogue catalogue;
    private final CatalogueSearch search;
    private final DisclosedFields fields;
    private final Roads roads;
    private final HotWords hotWords;
    private final SampleFiles samples;

    /**
     * In front of the published catalogue.
     *
     * @param fields what other modules say in guides
     */
    public ItemPages(
            Catalogue catalogue,
            CatalogueSearch search,
            DisclosedFields fields,
            Roads roads,
            HotWords hotWords,
            SampleFiles samples) {
        this.samples = samples;
        this.catalogue = catalogue;
        this.search = search;
        this.fields = fields;
        this.roads = roads;
        this.hotWords = hotWords;
    }

    /** Searches what the centre offers. */
    @GET
    @AllowEveryone
    public Response search(@Context PageCall call, @Context HttpServletRequest http) {
        Ui ui = call.ui();
        Request request = new Request(
                call.query("q"),
                ItemType.parse(call.query("type")),
                Optional.of(call.query("department")).filter(text -> !text.isEmpty()),
                Level.parse(call.query("level")),
                Audience.parse(call.query("audience")).map(audience -> Served.valueOf(audience.name())),
                Arrays.stream(CaseKind.values())
                        .filter(kind -> kind.name().equals(call.query("kind")))
                        .findFirst(),
                Optional.of(call.query("free")).filter(text -> !text.isEmpty()).map(Boolean::valueOf));
        Results found = search.search(request, PageRequest.of(PageRequest.USUAL, call.query("cursor")), call.context());
        if (call.query("cursor").isEmpty()) {
            hotWords.hear(found, RequestState.of(http).clientNetwork(), call.context());
        }
        List<String> departments = catalogue.departments(call.context());
        return call.render(Screen.reading(
                ui.t("search.title"),
                TEMPLATES.items(ui, filter(ui, departments), found, FacetLinks.of(found.counts(), ui))));
    }

    private static List<Field> filter(Ui ui, List<String> departments) {
        Option all = new Option("", ui.t("search.all"));
        return List.of(
                Field.of(Field.Kind.SEARCH, "q", ui.t("search.words"))
                        .maxLength(200)
                        .accessKey("s"),
                Field.select(
                        "audience",
                        ui.t("item.audience"),
                        with(
                                all,
                                Arrays.stream(Audience.values())
                                        .map(audience ->
                                                new Option(audience.key(), ui.t("audience." + audience.key()))))),
                Field.select(
                        "department",
                        ui.t("item.department"),
                        with(all, departments.stream().map(department -> new Option(department, department)))),
                Field.select(
                        "type",
                        ui.t("item.type"),
                        with(
                                all,
                                Arrays.stream(ItemType.values())
                                        .map(type -> new Option(type.code(), ui.localize(type.label()))))),
                Field.select(
                        "level",
                        ui.t("item.level"),
                        with(
                                all,
                                Arrays.stream(Level.values())
                                        .map(level -> new Option(level.key(), ui.t("level." + level.key()))))));
    }

    private static List<Option> with(Option first, Stream<Option> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    /** The guide of an item: everything that the item version says. */
    @GET
    @Path("/{code}")
    @AllowEveryone
    public Response guide(@Context PageCall call, @PathParam("code") String code) {
        ItemVersion item = catalogue.offered(code, call.context());
        Ui ui = call.ui();
        List<RouteRow> routes = RouteRow.of(item.definition(), ui.locale());
        return call.render(Screen.reading(
                        item.definition().name(),
                        TEMPLATES.guide(
                                ui,
                                item,
                                routes,
                                levels(routes, ui),
                                ui.address("/items/" + item.definition().code()),
                                call.actions("item", item.definition().code()),
                                new GuideFields(fields.shown(item, call.context())),
                                roads.to(item, call.context()),
                                SampleTables.links(code, samples.of(item, call.context()), ui)))
                .under(ui.t("search.title"), "/items"));
    }

    /** All that has to be had before an item, one set of materials, and how long it takes at the least. */
    @GET
    @Path("/{code}/road")
    @AllowEveryone
    public Response road(@Context PageCall call, @PathParam("code") String code) {
        Road road = roads.to(code, call.context());
        return call.render(Screen.reading(
                        new ViewWords(call.ui()).say("road.title", road.goal().name()), TEMPLATES.road(call.ui(), road))
                .under(call.ui().t("search.title"), "/items")
                .under(road.goal().name(), "/items/" + code));
    }

    /** Who examines and who decides, in a line; where that depends on the application, it says so. */
    private static String levels(List<RouteRow> routes, Ui ui) {
        if (routes.size() != 1) {
            return ui.t("guide.depends");
        }
        return routes.get(0).stages().stream()
                .map(stage -> ui.t(
                        "levels." + stage.action(),
                        ui.t("level." + stage.level().key())))
                .collect(Collectors.joining(ui.t("list.comma")));
    }
}
