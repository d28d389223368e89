package org.yichuang.console.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.console.internal.CentreFiles;
import org.yichuang.console.internal.CentreFiles.NewCentre;
import org.yichuang.console.internal.ModuleSwitch;
import org.yichuang.console.internal.jte.StaticTemplates;
import org.yichuang.console.internal.jte.Templates;
import org.yichuang.console.internal.view.CentreRow;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.rest.api.Allow;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The tree of centres: levels, modules, what was refused; a new centre from a template. Operators see all below. */
@Path("/{tenant}/centres")
public class CentrePages {
    static final Templates TEMPLATES = new StaticTemplates();
    /** What can be switched; the platform itself cannot. */
    private static final List<String> MODULES = List.of(
            "catalogue", "windows", "cases", "linkage", "fees", "disclosure", "procurement", "supervision");

    private final Tenants tenants;
    private final ModuleSwitch modules;
    private final CentreFiles files;

    /** In front of tenancy and journal. */
    public CentrePages(Tenants tenants, ModuleSwitch modules, CentreFiles files) {
        this.tenants = tenants;
        this.modules = modules;
        this.files = files;
    }

    /** The tree. */
    @GET
    @Allow({Role.OPERATOR, Role.SYSTEM_ADMIN})
    public Response tree(@Context PageCall call) {
        List<CentreRow> rows = new ArrayList<>();
        boolean operator = call.has(Role.OPERATOR);
        collect(call.tenant(), 0, operator, rows);
        return call.show(Screen.working(
                call.ui().t("centres.title"),
                TEMPLATES.centres(call.ui(), rows, operator ? tenants.refusals() : List.of(), operator)));
    }

    private void collect(Tenant centre, int depth, boolean below, List<CentreRow> rows) {
        rows.add(new CentreRow(centre, depth, centre.modules().stream().sorted().toList()));
        if (below) {
            tenants.children(centre.id()).forEach(child -> collect(child, depth + 1, true, rows));
        }
    }

    /** A centre and its modules. */
    @GET
    @Path("/at/{centre}")
    @Allow({Role.OPERATOR, Role.SYSTEM_ADMIN})
    public Response centre(@Context PageCall call, @PathParam("centre") String id) {
        return call.show(centreScreen(call, reached(call, id)));
    }

    private static Screen centreScreen(PageCall call, Tenant centre) {
        return Screen.working(centre.name(), TEMPLATES.centre(call.ui(), centre, MODULES))
                .under(call.ui().t("centres.title"), "/centres");
    }

    /** Operators reach the centres below theirs, system administrators their own. */
    private Tenant reached(PageCall call, String id) {
        Tenant centre = TenantId.isWellFormed(id) ? tenants.get(new TenantId(id)) : tenants.get(call.tenant().id());
        boolean own = centre.id().equals(call.tenant().id());
        boolean below = tenants.lineage(centre.id()).stream().anyMatch(each -> each.id().equals(call.tenant().id()));
        if (own || below && call.has(Role.OPERATOR)) {
            return centre;
        }
        throw new ProblemException(CommonError.OTHER_TENANT, "此中心不在您的管理范围内", "This centre is not yours to manage");
    }

    /** Switches a module. */
    @POST
    @Path("/at/{centre}/modules")
    @Allow({Role.OPERATOR, Role.SYSTEM_ADMIN})
    public Response turn(@Context PageCall call, @PathParam("centre") String id) {
        Tenant centre = reached(call, id);
        String module = call.form().text("module");
        try {
            modules.turn(centre.id(), module, call.form().text("on").equals("true"), call.context());
            return call.go("/centres/at/" + centre.id(), "switched");
        } catch (ProblemException e) {
            return call.again(e, centreScreen(call, centre));
        }
    }

    /** The form of a new centre. */
    @GET
    @Path("/new")
    @Allow(Role.OPERATOR)
    public Response form(@Context PageCall call) {
        return call.show(newScreen(call));
    }

    private Screen newScreen(PageCall call) {
        return Screen.working(call.ui().t("centres.new"), TEMPLATES.newcentre(call.ui(), tenants.all()))
                .under(call.ui().t("centres.title"), "/centres");
    }

    /** Opens a centre. */
    @POST
    @Path("/new")
    @Allow(Role.OPERATOR)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        try {
            files.open(new NewCentre(
                    form.text("template"),
                    form.text("id"),
                    form.text("name"),
                    form.text("level"),
                    form.text("parent"),
                    form.text("division")));
            modules.note("open-centre", Map.of("centre", form.text("id"), "name", form.text("name")), call.context());
            return call.go("/centres", "opened");
        } catch (ProblemException e) {
            return call.again(e, newScreen(call));
        }
    }
}
