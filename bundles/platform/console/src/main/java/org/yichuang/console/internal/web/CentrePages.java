package org.yichuang.console.internal.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.console.internal.CentreActs;
import org.yichuang.console.internal.CentreOpening.NewCentre;
import org.yichuang.console.internal.jte.StaticTemplates;
import org.yichuang.console.internal.jte.Templates;
import org.yichuang.console.internal.view.CentreRow;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** The tree of centres: levels, modules, state, what was refused; a new centre from a template. */
@Path("/{tenant}/centres")
public class CentrePages {
    static final Templates TEMPLATES = new StaticTemplates();

    private final Tenants tenants;
    private final CentreActs acts;
    private final ModuleRows modules;
    private final Reach reach;

    /** In front of tenancy and journal. */
    public CentrePages(Tenants tenants, CentreActs acts, ModuleRegistry modules) {
        this.tenants = tenants;
        this.acts = acts;
        this.modules = new ModuleRows(modules);
        this.reach = new Reach(tenants);
    }

    /** The tree. */
    @GET
    @RequiresPermission(TenancyPermission.VIEW)
    public Response tree(@Context PageCall call) {
        boolean operator = call.context().actor().isPermitted(TenancyPermission.BELOW);
        List<Tenant> centres = operator ? reach.all(call) : List.of(call.tenant());
        int top = tenants.lineage(call.tenant().id()).size();
        List<Refusal> refusals = operator ? tenants.refusals(call.tenant().id()) : List.of();
        Set<String> refused = refusals.stream().map(Refusal::source).collect(Collectors.toSet());
        List<CentreRow> rows = centres.stream()
                .map(centre -> new CentreRow(
                        centre,
                        tenants.lineage(centre.id()).size() - top,
                        modules.namesOf(centre, call.ui()),
                        refused.contains("org.yichuang.tenant-" + centre.id() + ".cfg")))
                .toList();
        return call.render(
                Screen.working(call.ui().t("centres.title"), TEMPLATES.centres(call.ui(), rows, refusals, operator)));
    }

    /** The form of a new centre. */
    @GET
    @Path("/new")
    @RequiresPermission(TenancyPermission.OPEN)
    public Response form(@Context PageCall call) {
        return call.render(newScreen(call));
    }

    private Screen newScreen(PageCall call) {
        return Screen.working(call.ui().t("centres.new"), TEMPLATES.newcentre(call.ui(), reach.all(call)))
                .under(call.ui().t("centres.title"), "/centres");
    }

    /** Opens a centre. */
    @POST
    @Path("/new")
    @RequiresPermission(TenancyPermission.OPEN)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        try {
            reach.require(call, form.text("parent"));
            reach.require(call, form.text("template"));
            acts.open(
                    new NewCentre(
                            form.text("template"),
                            form.text("id"),
                            form.text("name"),
                            form.text("level"),
                            form.text("parent"),
                            form.text("division")),
                    call.context());
            return call.redirect("/centres/at/" + form.text("id"), "opened");
        } catch (ProblemException e) {
            return call.redisplay(e, newScreen(call));
        }
    }
}
