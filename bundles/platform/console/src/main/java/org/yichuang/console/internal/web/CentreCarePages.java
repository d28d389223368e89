package org.yichuang.console.internal.web;

import java.util.regex.Pattern;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.console.internal.CentreActs;
import org.yichuang.console.internal.Crests;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Confirmation;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** One centre in the hands of those who run it: its modules, its looks, whether it serves, its end. */
@Path("/{tenant}/centres/at/{centre}")
public class CentreCarePages {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）()·\\- ]{2,60}");
    private static final Pattern COLOUR = Pattern.compile("|#[0-9a-fA-F]{6}");

    private final Tenants tenants;
    private final CentreActs acts;
    private final Crests crests;
    private final ModuleRegistry registry;
    private final ModuleRows modules;
    private final Reach reach;

    /** In front of tenancy and journal. */
    public CentreCarePages(Tenants tenants, CentreActs acts, Crests crests, ModuleRegistry modules) {
        this.tenants = tenants;
        this.acts = acts;
        this.crests = crests;
        this.registry = modules;
        this.modules = new ModuleRows(modules);
        this.reach = new Reach(tenants);
    }

    /** A centre and its modules. */
    @GET
    @RequiresPermission(TenancyPermission.VIEW)
    public Response centre(@Context PageCall call, @PathParam("centre") String id) {
        return call.render(screen(call, reach.centre(call, id)));
    }

    private Screen screen(PageCall call, Tenant centre) {
        boolean operator = call.context().actor().isPermitted(TenancyPermission.BELOW);
        boolean other = operator && !centre.id().equals(call.tenant().id());
        boolean first = other && acts.isWithoutAccounts(centre.id(), call.context());
        String parent = centre.parent().flatMap(tenants::find).map(Tenant::name).orElse("");
        boolean leaf = tenants.children(centre.id()).isEmpty();
        return Screen.working(
                        centre.name(),
                        CentrePages.TEMPLATES.centre(
                                call.ui(),
                                centre,
                                parent,
                                modules.of(centre, call.ui()),
                                CentreSettingPages.rows(registry, centre, call),
                                operator,
                                other,
                                leaf,
                                first))
                .under(call.ui().t("centres.title"), "/centres");
    }

    /** Switches a module. */
    @POST
    @Path("/modules")
    @RequiresPermission(TenancyPermission.SWITCH)
    public Response turn(@Context PageCall call, @PathParam("centre") String id) {
        Tenant centre = reach.centre(call, id);
        Form form = call.form();
        return done(
                call,
                centre,
                "switched",
                () -> acts.turn(
                        centre.id(), form.text("module"), form.text("on").equals("true"), call.context()));
    }

    private Response done(PageCall call, Tenant centre, String done, Runnable act) {
        try {
            act.run();
            return call.redirect("/centres/at/" + centre.id(), done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, centre));
        }
    }

    /** The form of how a centre looks. */
    @GET
    @Path("/looks")
    @RequiresPermission(TenancyPermission.CHANGE)
    public Response looks(@Context PageCall call, @PathParam("centre") String id) {
        return call.render(looksScreen(call, reach.centre(call, id)));
    }

    private Screen looksScreen(PageCall call, Tenant centre) {
        return below(call, centre, "looks.title", CentrePages.TEMPLATES.looks(call.ui(), centre, crests.names()));
    }

    private static Screen below(PageCall call, Tenant centre, String title, gg.jte.Content content) {
        return Screen.working(call.ui().t(title), content)
                .under(call.ui().t("centres.title"), "/centres")
                .under(centre.name(), "/centres/at/" + centre.id());
    }

    /** Changes how a centre looks. */
    @POST
    @Path("/looks")
    @RequiresPermission(TenancyPermission.CHANGE)
    public Response setLooks(@Context PageCall call, @PathParam("centre") String id) {
        Tenant centre = reach.centre(call, id);
        Form form = call.form();
        try {
            require(
                    "name",
                    NAME.matcher(form.text("name")).matches(),
                    LocalizedMessage.of(CentreCarePages.class, "name.malformed"));
            require(
                    "colour",
                    COLOUR.matcher(form.text("colour")).matches(),
                    LocalizedMessage.of(CentreCarePages.class, "colour.malformed"));
            require(
                    "crest",
                    form.text("crest").isEmpty() || crests.names().contains(form.text("crest")),
                    LocalizedMessage.of(CentreCarePages.class, "crest.unknown"));
            acts.brand(centre.id(), form.text("name"), form.text("colour"), form.text("crest"), call.context());
            return call.redirect("/centres/at/" + centre.id(), "branded");
        } catch (ProblemException e) {
            return call.redisplay(e, looksScreen(call, centre));
        }
    }

    private static void require(String field, boolean right, LocalizedMessage message) {
        if (!right) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, field, message);
        }
    }

    /** Asks whether a centre shall be suspended. */
    @GET
    @Path("/suspension")
    @RequiresPermission(TenancyPermission.SUSPEND)
    public Response askSuspension(@Context PageCall call, @PathParam("centre") String id) {
        return call.render(question(call, reach.centre(call, id), "suspend", "/suspension"));
    }

    private static Screen question(PageCall call, Tenant centre, String word, String path) {
        Ui ui = call.ui();
        String here = "/centres/at/" + centre.id();
        boolean named = word.equals("remove");
        Confirmation question = new Confirmation(
                ui.t(word + ".question", centre.name()),
                ui.t(word + ".consequence"),
                here + path,
                ui.t(word + ".yes"),
                here,
                named
                        ? ui.field(Field.text("confirm", ui.t("remove.confirm", centre.id()))
                                .required()
                                .maxLength(40)
                                .small())
                        : null);
        return below(call, centre, word + ".title", ui.confirm(question));
    }

    /** Suspends a centre. */
    @POST
    @Path("/suspension")
    @RequiresPermission(TenancyPermission.SUSPEND)
    public Response suspend(@Context PageCall call, @PathParam("centre") String id) {
        Tenant centre = reach.centre(call, id);
        return done(call, centre, "suspended", () -> acts.suspend(centre.id(), call.context()));
    }

    /** Lets a centre serve again. */
    @POST
    @Path("/resumption")
    @RequiresPermission(TenancyPermission.SUSPEND)
    public Response resume(@Context PageCall call, @PathParam("centre") String id) {
        Tenant centre = reach.centre(call, id);
        return done(call, centre, "resumed", () -> acts.resume(centre.id(), call.context()));
    }

    /** Asks whether a centre shall be taken away. */
    @GET
    @Path("/removal")
    @RequiresPermission(TenancyPermission.REMOVE)
    public Response askRemoval(@Context PageCall call, @PathParam("centre") String id) {
        return call.render(question(call, reach.centre(call, id), "remove", "/removal"));
    }

    /** Takes a centre away, when its short name has been typed. */
    @POST
    @Path("/removal")
    @RequiresPermission(TenancyPermission.REMOVE)
    public Response remove(@Context PageCall call, @PathParam("centre") String id) {
        Tenant centre = reach.centre(call, id);
        try {
            require(
                    "confirm",
                    call.form().text("confirm").equals(centre.id().value()),
                    LocalizedMessage.of(CentreCarePages.class, "removal.not-confirmed", centre.id()));
            acts.remove(centre.id(), call.context());
            return call.redirect("/centres", "removed");
        } catch (ProblemException e) {
            return call.redisplay(e, question(call, centre, "remove", "/removal"));
        }
    }

    /** Opens the first account of a centre. */
    @POST
    @Path("/first-account")
    @RequiresPermission(IdentityPermission.OPEN_FIRST)
    public Response openFirst(@Context PageCall call, @PathParam("centre") String id) {
        Tenant centre = reach.centre(call, id);
        Form form = call.form();
        return done(
                call,
                centre,
                "first-account",
                () -> acts.openFirst(
                        centre.id(),
                        form.text("account"),
                        form.text("account-name"),
                        form.exact("password"),
                        call.context()));
    }
}
