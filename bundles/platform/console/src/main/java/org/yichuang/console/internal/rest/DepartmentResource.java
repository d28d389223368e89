package org.yichuang.console.internal.rest;

import java.util.List;
import java.util.Set;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.web.api.AllowEveryone;

/** The departments of a centre. */
@Path("/{tenant}/departments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DepartmentResource {
    private final Departments departments;

    DepartmentResource(Departments departments) {
        this.departments = departments;
    }

    /** Lists them by name. */
    @GET
    @AllowEveryone
    public DepartmentList list(@Context CallContext context) {
        return new DepartmentList(
                departments.list(context).stream().map(DepartmentView::of).toList());
    }

    /** Takes one into the list. */
    @POST
    @Command
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    @Answers(value = DepartmentView.class, status = 201)
    public Response open(DepartmentName body, @Context CallContext context) {
        DepartmentView opened = DepartmentView.of(departments.open(body.name(), context));
        return Response.status(Response.Status.CREATED).entity(opened).build();
    }

    /** Changes a department's name. */
    @PUT
    @Path("{id}/name")
    @Command
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public DepartmentView rename(@PathParam("id") String id, DepartmentName body, @Context CallContext context) {
        return DepartmentView.of(departments.rename(id, body.name(), context));
    }

    /** Sets the names that a department has besides its own. */
    @PUT
    @Path("{id}/other-names")
    @Command
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public DepartmentView setOtherNames(
            @PathParam("id") String id, DepartmentNames body, @Context CallContext context) {
        return DepartmentView.of(departments.setOtherNames(id, Set.copyOf(body.otherNames()), context));
    }

    /** Closes a department, or opens it again. */
    @PUT
    @Path("{id}/closed")
    @Command
    @RequiresPermission(TenancyPermission.DEPARTMENTS)
    public DepartmentView close(@PathParam("id") String id, DepartmentClosing body, @Context CallContext context) {
        return DepartmentView.of(departments.close(id, body.closed(), context));
    }

    /** All departments of a centre. */
    public record DepartmentList(List<DepartmentView> items) {}

    /** A department as the interface shows it. */
    public record DepartmentView(String id, String name, Set<String> otherNames, boolean closed) {
        static DepartmentView of(Department department) {
            return new DepartmentView(
                    department.id(), department.name(), department.otherNames(), department.isClosed());
        }
    }

    /** A department's name, up to 100 characters. */
    public record DepartmentName(@NotBlank @Size(max = 100) String name) {}

    /** The names that a department shall have besides its own, each up to 100 characters. */
    public record DepartmentNames(
            @NotNull @Size(max = Departments.MOST_NAMES) List<@NotBlank @Size(max = 100) String> otherNames) {}

    /** Whether a department shall be closed. */
    public record DepartmentClosing(@NotNull Boolean closed) {}
}
