package org.yichuang.console.internal.web;

import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.tenancy.api.TenancyPermission;

/** The list of a centre's departments. */
@Path("/{tenant}/departments")
public class DepartmentPages {
    private final Departments departments;

    /** In front of tenancy. */
    public DepartmentPages(Departments departments) {
        this.departments = departments;
    }

    /** All of them, and the form of a new one. */
    @GET
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        return Screen.working(
                call.ui().t("departments.title"),
                CentrePages.TEMPLATES.departments(
                        call.ui(), departments.list(call.context()), departments.unlisted(call.context())));
    }

    /** Takes one into the list. */
    @POST
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public Response open(@Context PageCall call) {
        try {
            departments.open(call.form().text("name"), call.context());
            return call.redirect("/departments", "department-opened");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** One of them. */
    @GET
    @Path("/of/{id}")
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public Response find(@Context PageCall call, @PathParam("id") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        Department found = departments.list(call.context()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonError.NOT_FOUND, LocalizedMessage.of(DepartmentPages.class, "department.unknown")));
        return Screen.working(found.name(), CentrePages.TEMPLATES.department(call.ui(), found))
                .under(call.ui().t("departments.title"), "/departments");
    }

    /** Changes its name. */
    @POST
    @Path("/of/{id}/name")
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public Response rename(@Context PageCall call, @PathParam("id") String id) {
        try {
            departments.rename(id, call.form().text("name"), call.context());
            return call.redirect("/departments", "branded");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }

    /** Sets its other names, one a line. */
    @POST
    @Path("/of/{id}/other-names")
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public Response setOtherNames(@Context PageCall call, @PathParam("id") String id) {
        Set<String> names = call.form()
                .text("otherNames")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        try {
            departments.setOtherNames(id, names, call.context());
            return call.redirect("/departments", "branded");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }

    /** Closes it, or opens it again. */
    @POST
    @Path("/of/{id}/closed")
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public Response close(@Context PageCall call, @PathParam("id") String id) {
        try {
            departments.close(id, call.form().text("closed").equals("true"), call.context());
            return call.redirect("/departments", "branded");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
