package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.ItemVersion.State;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.internal.Bundles;
import org.yichuang.catalogue.internal.view.BundleTables;
import org.yichuang.catalogue.internal.view.BundleWords;
import org.yichuang.catalogue.internal.view.QuestionLines;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** The bundles of a centre: list, form, what becomes of the form, publication. */
@Path("/{tenant}/catalogue/bundles")
public class BundlePages {
    private static final int ROWS = 50;
    private static final int EMPTY_ROWS = 3;
    private static final int FEWEST_ROWS = 5;
    private static final String PATH = "/catalogue/bundles";

    private final Bundles bundles;

    /** In front of the service. */
    public BundlePages(Bundles bundles) {
        this.bundles = bundles;
    }

    /** The bundles, drafts included. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        Ui ui = call.ui();
        return call.render(Screen.working(
                new BundleWords(ui).say("bundles.title"),
                ItemPages.TEMPLATES.bundles(
                        ui,
                        BundleTables.bundles(
                                bundles.own(PageRequest.of(ROWS, call.query("cursor")), call.context()), ui))));
    }

    /** The form of a new bundle. */
    @GET
    @Path("/new")
    @RequiresPermission(CataloguePermission.EDIT)
    public Response begin(@Context PageCall call) {
        return call.render(formScreen(call, Optional.empty()));
    }

    /** Keeps a new bundle. */
    @POST
    @RequiresPermission(CataloguePermission.EDIT)
    public Response create(@Context PageCall call) {
        return keep(call, call.form().text("code"), Optional.empty());
    }

    /** A bundle: its members, its form and materials, and what can be done with it. */
    @GET
    @Path("/{code}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response bundle(@Context PageCall call, @PathParam("code") String code) {
        return call.render(bundleScreen(call, code));
    }

    private Screen bundleScreen(PageCall call, String code) {
        Ui ui = call.ui();
        List<ItemVersion> versions = bundles.versions(code, call.context());
        ItemVersion newest = versions.get(0);
        Optional<ItemVersion> published = versions.stream()
                .filter(version -> version.state() == State.PUBLISHED)
                .findFirst();
        Optional<ProblemException> obstacle =
                newest.state() == State.DRAFT ? bundles.obstacle(newest, call.context()) : Optional.empty();
        boolean outdated = published
                .filter(version -> !bundles.isUpToDate(version, call.context()))
                .isPresent();
        return Screen.working(
                        newest.definition().name(),
                        ItemPages.TEMPLATES.bundle(
                                ui,
                                newest,
                                published.orElse(null),
                                BundleTables.facts(newest, ui),
                                BundleTables.members(newest.definition(), ui),
                                obstacle.map(ProblemException::fields)
                                        .map(fields -> fields.stream()
                                                .map(field -> ui.localize(field.message()))
                                                .toList())
                                        .orElse(List.of()),
                                outdated))
                .under(new BundleWords(ui).say("bundles.title"), PATH);
    }

    /** The form of a draft. */
    @GET
    @Path("/{code}/draft")
    @RequiresPermission(CataloguePermission.EDIT)
    public Response edit(@Context PageCall call, @PathParam("code") String code) {
        return call.render(formScreen(call, newest(call, code)));
    }

    /** Keeps a draft. */
    @POST
    @Path("/{code}/draft")
    @RequiresPermission(CataloguePermission.EDIT)
    public Response keep(@Context PageCall call, @PathParam("code") String code) {
        return keep(call, code, newest(call, code));
    }

    private Optional<ItemVersion> newest(PageCall call, String code) {
        return Optional.of(bundles.versions(code, call.context()).get(0));
    }

    private Response keep(PageCall call, String code, Optional<ItemVersion> before) {
        BundleForm typed = new BundleForm(call.form());
        try {
            bundles.draft(typed.draft(code, untypable(before)), call.context());
            return call.redirect(PATH + "/" + code, "drafted");
        } catch (ProblemException e) {
            return call.redisplay(typed.placed(e), formScreen(call, before));
        }
    }

    private static List<FormField> untypable(Optional<ItemVersion> version) {
        return version.map(each -> each.definition().joint().questions())
                .filter(questions -> !QuestionLines.canWrite(questions))
                .orElse(List.of());
    }

    private Screen formScreen(PageCall call, Optional<ItemVersion> version) {
        Ui ui = call.ui();
        List<JointMember> members =
                version.map(each -> each.definition().joint().members()).orElse(List.of());
        int typed = typedRows(call.form());
        int rows = Math.max(Math.max(typed, FEWEST_ROWS), members.size() + EMPTY_ROWS);
        List<List<Field>> fields = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            fields.add(BundleTables.row(BundleForm.field(i, ""), i < members.size() ? members.get(i) : null, ui));
        }
        Screen screen = Screen.working(
                        new BundleWords(ui).say(version.isPresent() ? "bundle.edit" : "bundle.new"),
                        ItemPages.TEMPLATES.bundledraft(
                                ui,
                                version.orElse(null),
                                BundleTables.kinds(ui),
                                untypable(version).isEmpty(),
                                fields))
                .under(new BundleWords(ui).say("bundles.title"), PATH);
        return version.map(each -> screen.under(
                        each.definition().name(), PATH + "/" + each.definition().code()))
                .orElse(screen);
    }

    private static int typedRows(Form form) {
        int rows = 0;
        while (form.has(BundleForm.field(rows, "item"))) {
            rows++;
        }
        return rows;
    }

    /** Publishes the draft. */
    @POST
    @Path("/{code}/publish")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response publish(@Context PageCall call, @PathParam("code") String code) {
        try {
            bundles.publish(code, call.context());
            return call.redirect(PATH + "/" + code, "published");
        } catch (ProblemException e) {
            return call.redisplay(e, bundleScreen(call, code));
        }
    }

    /** Retires what is published. */
    @POST
    @Path("/{code}/retire")
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Response retire(@Context PageCall call, @PathParam("code") String code) {
        try {
            bundles.retire(code, call.context());
            return call.redirect(PATH + "/" + code, "retired");
        } catch (ProblemException e) {
            return call.redisplay(e, bundleScreen(call, code));
        }
    }
}
