package org.yichuang.catalogue.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.CatalogueExport;
import org.yichuang.catalogue.internal.OwnItems;
import org.yichuang.catalogue.internal.RunningCases;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.persistence.OwnSearch.Kind;
import org.yichuang.catalogue.internal.view.Difference;
import org.yichuang.catalogue.internal.view.EffectWords;
import org.yichuang.catalogue.internal.view.SampleTables;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** Making and changing a centre's own catalogue: draft, comparison, publishing. */
@Path("/{tenant}/editor")
public class EditorPages {
    private static final int ROWS = 50;
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CatalogueEditing editing;
    private final OwnItems own;
    private final CatalogueExport export;
    private final RunningCases running;
    private final SampleFiles samples;

    /** In front of the services. */
    public EditorPages(
            CatalogueEditing editing, OwnItems own, CatalogueExport export, RunningCases running, SampleFiles samples) {
        this.samples = samples;
        this.editing = editing;
        this.own = own;
        this.export = export;
        this.running = running;
    }

    /** The centre's own items, drafts included. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(listScreen(call, call.query("cursor")));
    }

    Screen listScreen(PageCall call, String cursor) {
        Ui ui = call.ui();
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(call.query("kind")))
                .findFirst()
                .orElse(Kind.USED);
        Page<OwnItems.OwnItem> items = own.list(call.query("q"), kind, PageRequest.of(ROWS, cursor), call.context());
        List<Field> filter = List.of(
                Field.of(Field.Kind.SEARCH, "q", ui.t("search.words")).maxLength(100),
                Field.select(
                        "kind",
                        ui.t("item.state"),
                        Arrays.stream(Kind.values())
                                .map(each -> new Field.Option(each.name(), ui.t("kind.of." + each.name())))
                                .toList()));
        boolean narrowed = kind != Kind.USED || !call.query("q").isEmpty();
        String query =
                call.query("q").isEmpty() ? "" : "?q=" + URLEncoder.encode(call.query("q"), StandardCharsets.UTF_8);
        return Screen.working(
                ui.t("editor.title"),
                ItemPages.TEMPLATES.editor(
                        ui, filter, items.items(), items.next(), narrowed, "/editor/export" + query));
    }

    /** An empty file with all columns and one example. */
    @GET
    @Path("/template")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response template(@Context PageCall call) {
        try (InputStream file = EditorPages.class.getResourceAsStream("template.csv")) {
            return call.file(call.ui().t("import.template.file"), "text/csv; charset=utf-8", file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The items as a workbook that can be changed and brought in again. */
    @GET
    @Path("/export")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response export(@Context PageCall call) {
        byte[] workbook = export.write(call.query("q"), call.context());
        return call.file(call.ui().t("export.file"), EXCEL, workbook);
    }

    /** An item: its draft beside what is published, and what can be done. */
    @GET
    @Path("/items/{code}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response item(@Context PageCall call, @PathParam("code") String code) {
        return call.render(itemScreen(call, code));
    }

    private Screen itemScreen(PageCall call, String code) {
        List<ItemVersion> versions = editing.versions(code, call.context());
        ItemVersion newest = current(versions);
        ItemVersion published = in(versions, ItemVersion.State.PUBLISHED);
        List<Difference> all = Difference.between(
                published == null ? null : published.definition(),
                newest.definition(),
                key -> call.ui().t(key),
                call.ui().locale());
        boolean compared = published != null && newest.state() == ItemVersion.State.DRAFT;
        List<Difference> changed =
                compared ? all.stream().filter(one -> !one.same()).toList() : all;
        boolean whole = !compared || !call.query("all").isEmpty();
        return Screen.working(
                        newest.definition().name(),
                        ItemPages.TEMPLATES.versions(
                                call.ui(),
                                versions,
                                newest,
                                published,
                                whole ? all : changed,
                                changed.size(),
                                whole,
                                EffectWords.lines(running.of(code, call.context()), call.ui()),
                                SampleTables.lost(samples.lost(code, call.context()), call.ui())))
                .under(call.ui().t("editor.title"), "/editor");
    }

    /** Any two versions of an item beside each other; without a choice the newest and the one before. */
    @GET
    @Path("/items/{code}/comparison")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response compare(@Context PageCall call, @PathParam("code") String code) {
        Ui ui = call.ui();
        List<ItemVersion> versions = editing.versions(code, call.context());
        ItemVersion after = numbered(versions, call.query("after")).orElse(current(versions));
        ItemVersion before =
                numbered(versions, call.query("before")).orElse(versions.get(Math.min(1, versions.size() - 1)));
        List<Difference> changed =
                Difference.between(before.definition(), after.definition(), key -> ui.t(key), ui.locale()).stream()
                        .filter(each -> !each.same())
                        .toList();
        List<Field.Option> options = versions.stream()
                .map(each -> new Field.Option(
                        String.valueOf(each.number()),
                        ui.t("guide.version", each.number()) + " "
                                + ui.t("state." + each.state().name())))
                .toList();
        List<Field> choice = List.of(
                Field.select("before", ui.t("compare.from"), options).value(before.number()),
                Field.select("after", ui.t("compare.to"), options).value(after.number()));
        Screen screen = Screen.working(
                ui.t("compare.title"),
                ItemPages.TEMPLATES.comparison(ui, choice, before.number(), after.number(), changed));
        return call.render(screen.under(ui.t("editor.title"), "/editor")
                .under(after.definition().name(), "/editor/items/" + code));
    }

    private static Optional<ItemVersion> numbered(List<ItemVersion> versions, String number) {
        return versions.stream()
                .filter(version -> String.valueOf(version.number()).equals(number))
                .findFirst();
    }

    /** The draft, else what is published, else the newest. */
    static ItemVersion current(List<ItemVersion> versions) {
        ItemVersion draft = in(versions, ItemVersion.State.DRAFT);
        ItemVersion published = in(versions, ItemVersion.State.PUBLISHED);
        return draft != null ? draft : published != null ? published : versions.get(0);
    }

    private static ItemVersion in(List<ItemVersion> versions, ItemVersion.State state) {
        return versions.stream()
                .filter(version -> version.state() == state)
                .findFirst()
                .orElse(null);
    }

    /** The form of a draft. */
    @GET
    @Path("/items/{code}/draft")
    @RequiresPermission(CataloguePermission.EDIT)
    public Response edit(@Context PageCall call, @PathParam("code") String code) {
        return call.render(draftScreen(call, code));
    }

    private Screen draftScreen(PageCall call, String code) {
        ItemVersion newest = current(editing.versions(code, call.context()));
        return Screen.working(call.ui().t("draft.title"), ItemPages.TEMPLATES.draft(call.ui(), newest))
                .under(call.ui().t("editor.title"), "/editor")
                .under(newest.definition().name(), "/editor/items/" + code);
    }

    /** Keeps a draft. */
    @POST
    @Path("/items/{code}/draft")
    @RequiresPermission(CataloguePermission.EDIT)
    public Response keep(@Context PageCall call, @PathParam("code") String code) {
        try {
            ItemDefinition base =
                    current(editing.versions(code, call.context())).definition();
            editing.draft(new DraftForm(call.form()).applyTo(base), call.context());
            return call.redirect("/editor/items/" + code, "drafted");
        } catch (ProblemException e) {
            return call.redisplay(e, draftScreen(call, code));
        }
    }

    /** Publishes the draft. */
    @POST
    @Path("/items/{code}/publish")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response publish(@Context PageCall call, @PathParam("code") String code) {
        try {
            editing.publish(code, call.context());
            return call.redirect("/editor/items/" + code, "published");
        } catch (ProblemException e) {
            return call.redisplay(e, itemScreen(call, code));
        }
    }

    /** Retires what is published. */
    @POST
    @Path("/items/{code}/retire")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response retire(@Context PageCall call, @PathParam("code") String code) {
        try {
            editing.retire(code, call.context());
            return call.redirect("/editor/items/" + code, "retired");
        } catch (ProblemException e) {
            return call.redisplay(e, itemScreen(call, code));
        }
    }
}
