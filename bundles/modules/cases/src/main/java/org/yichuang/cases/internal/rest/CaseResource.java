package org.yichuang.cases.internal.rest;

import static org.yichuang.identity.api.Role.APPLICANT;
import static org.yichuang.identity.api.Role.CENTRE_MANAGER;
import static org.yichuang.identity.api.Role.CHIEF_REPRESENTATIVE;
import static org.yichuang.identity.api.Role.CLERK;
import static org.yichuang.identity.api.Role.REVIEWER;
import static org.yichuang.identity.api.Role.SUPERVISION_OFFICER;

import java.time.LocalDate;
import java.util.Optional;
import javax.validation.Valid;
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
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.rest.api.Allow;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;

/** Handing in and reading cases. */
@Path("/{tenant}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseResource {
    private final CaseService cases;

    public CaseResource(CaseService cases) {
        this.cases = cases;
    }

    @POST
    @Allow({APPLICANT, CLERK})
    @Command
    @Answers(value = CaseView.class, status = 201)
    public Response submit(@Valid CaseRequests.Submit request, @Context CallContext context) {
        CaseView view = cases.submit(request, context);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/" + context.tenant() + "/cases/" + view.number())
                .header("ETag", EntityTags.of(view.version()))
                .entity(view)
                .build();
    }

    @GET
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE, CENTRE_MANAGER, SUPERVISION_OFFICER, APPLICANT})
    public Page<CaseSummary> list(
            @QueryParam("state") CaseState state,
            @QueryParam("dueBefore") LocalDate dueBefore,
            @QueryParam("department") @Size(max = 200) String department,
            @QueryParam("item") @Size(max = 64) String item,
            @QueryParam("q") @Size(max = 100) String words,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        CaseService.Filter filter = new CaseService.Filter(
                Optional.ofNullable(state),
                Optional.ofNullable(dueBefore),
                given(department),
                given(item),
                words == null ? "" : words);
        return cases.list(filter, PageRequest.of(limit, cursor), context);
    }

    private static Optional<String> given(String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
    }

    @GET
    @Path("/{number}")
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE, CENTRE_MANAGER, SUPERVISION_OFFICER, APPLICANT})
    @Answers(CaseView.class)
    public Response find(@PathParam("number") String number, @Context CallContext context) {
        return Tagged.answer(cases.find(number, context));
    }

    @GET
    @Path("/{number}/journal")
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE, CENTRE_MANAGER, SUPERVISION_OFFICER, APPLICANT})
    public Page<JournalEntry> journal(
            @PathParam("number") String number,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return cases.journal(number, PageRequest.of(limit, cursor), context);
    }

    @GET
    @Path("/{number}/deadlines")
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE, CENTRE_MANAGER, SUPERVISION_OFFICER, APPLICANT})
    public Listed<DeadlineView> deadlines(@PathParam("number") String number, @Context CallContext context) {
        return new Listed<>(cases.deadlines(number, context));
    }

}
