package org.yichuang.agency.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Meet;
import org.yichuang.agency.internal.AgencyCommands.Raise;
import org.yichuang.agency.internal.AgencyCommands.Track;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.ProjectSummary;
import org.yichuang.agency.internal.AgencyViews.ProjectView;
import org.yichuang.agency.internal.Projects;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Projects in the green channel. */
@Path("/{tenant}/agency/projects")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectResource {
    private final Projects projects;

    public ProjectResource(Projects projects) {
        this.projects = projects;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<ProjectSummary> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return projects.list(PageRequest.of(limit, cursor), context);
    }

    /** Those that the account which asks leads. */
    @GET
    @Path("led")
    @RequiresPermission(AgencyPermission.LEAD)
    public Page<ProjectSummary> led(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return projects.led(PageRequest.of(limit, cursor), context);
    }

    /** Takes one into the green channel. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.DECIDE)
    @Command
    @Answers(value = ProjectView.class, status = 201)
    public Response track(@NotNull @Valid Track command, @Context CallContext context) {
        return Tagged.created(projects.track(command, context), context);
    }

    /** One. */
    @GET
    @Path("{project}")
    @RequiresPermission(AgencyPermission.VIEW)
    @Answers(ProjectView.class)
    public Response find(@PathParam("project") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(projects.find(id, context));
    }

    /** Attaches a case. */
    @POST
    @Path("{project}/cases")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.LEAD)
    @Command
    @Answers(ProjectView.class)
    public Response attach(
            @PathParam("project") @Size(max = 40) String id,
            @NotNull @Valid Attach command,
            @Context CallContext context) {
        return Tagged.of(projects.attach(id, command, context));
    }

    /** Raises a problem. */
    @POST
    @Path("{project}/problems")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.LEAD)
    @Command
    @Answers(ProjectView.class)
    public Response raise(
            @PathParam("project") @Size(max = 40) String id,
            @NotNull @Valid Raise command,
            @Context CallContext context) {
        return Tagged.of(projects.raise(id, command, context));
    }

    /** Writes down a meeting. */
    @POST
    @Path("{project}/meetings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.LEAD)
    @Command
    @Answers(ProjectView.class)
    public Response meet(
            @PathParam("project") @Size(max = 40) String id,
            @NotNull @Valid Meet command,
            @Context CallContext context) {
        return Tagged.of(projects.meet(id, command, context));
    }

    /** Says that a problem is solved. */
    @POST
    @Path("{project}/problems/{problem}/solution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.LEAD)
    @Command
    @Answers(ProjectView.class)
    public Response solve(
            @PathParam("project") @Size(max = 40) String id,
            @PathParam("problem") @Size(max = 40) String problem,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        return Tagged.of(projects.solve(id, problem, command, context));
    }

    /** Ends the tracking. */
    @POST
    @Path("{project}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.LEAD)
    @Command
    @Answers(ProjectView.class)
    public Response close(
            @PathParam("project") @Size(max = 40) String id,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        return Tagged.of(projects.close(id, command, context));
    }
}
