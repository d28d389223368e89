package org.yichuang.console.internal.rest;

import java.util.List;
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
    public record DepartmentView(String id, String name, boolean closed) {
        static DepartmentView of(Department department) {
            return new DepartmentView(department.id(), department.name(), department.isClosed());
        }
    }

    /** A department's name, up to 100 characters. */
    public record DepartmentName(@NotBlank @Size(max = 100) String name) {}

    /** Whether a department shall be closed. */
    public record DepartmentClosing(@NotNull Boolean closed) {}
}
