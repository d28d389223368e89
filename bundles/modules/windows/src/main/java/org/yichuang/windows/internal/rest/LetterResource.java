package org.yichuang.windows.internal.rest;

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
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.LetterPapers;
import org.yichuang.windows.internal.Letters;
import org.yichuang.windows.internal.WindowsCommands.Announce;
import org.yichuang.windows.internal.WindowsCommands.Propose;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Sign;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.LetterView;

/** Delegation letters. */
@Path("/{tenant}/windows/letters")
@Produces(MediaType.APPLICATION_JSON)
public class LetterResource {
    private final Letters letters;
    private final LetterPapers papers;

    public LetterResource(Letters letters, LetterPapers papers) {
        this.papers = papers;
        this.letters = letters;
    }

    /** By their numbers. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<LetterView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return letters.list(PageRequest.of(limit, cursor), context);
    }

    /** Proposes one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.PROPOSE)
    @Command
    @Answers(value = LetterView.class, status = 201)
    public Response propose(@NotNull @Valid Propose command, @Context CallContext context) {
        LetterView made = letters.propose(command, context);
        return Tagged.created("letters", made.number(), made, made.version(), context);
    }

    /** One. */
    @GET
    @Path("{number}")
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(LetterView.class)
    public Response find(@PathParam("number") @Size(max = 40) String number, @Context CallContext context) {
        LetterView found = letters.find(number, context);
        return Tagged.of(found, found.version());
    }

    /** The centre consents. */
    @POST
    @Path("{number}/consent")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(LetterView.class)
    public Response consent(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        LetterView now = letters.answer(number, true, command, context);
        return Tagged.of(now, now.version());
    }

    /** The centre objects. */
    @POST
    @Path("{number}/objection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(LetterView.class)
    public Response object(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        LetterView now = letters.answer(number, false, command, context);
        return Tagged.of(now, now.version());
    }

    /** All four have signed. */
    @POST
    @Path("{number}/issue")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.PROPOSE)
    @Command
    @Answers(LetterView.class)
    public Response issue(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Sign command,
            @Context CallContext context) {
        LetterView now = letters.issue(number, command, context);
        return Tagged.of(now, now.version());
    }

    /** A change is announced. */
    @POST
    @Path("{number}/announcement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.PROPOSE)
    @Command
    @Answers(LetterView.class)
    public Response announce(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Announce command,
            @Context CallContext context) {
        LetterView now = letters.announce(number, command, context);
        return Tagged.of(now, now.version());
    }

    /** The centre takes it back. */
    @POST
    @Path("{number}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(LetterView.class)
    public Response revoke(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        LetterView now = letters.revoke(number, command, context);
        return Tagged.of(now, now.version());
    }

    /** Its papers. */
    @GET
    @Path("{number}/documents")
    @RequiresPermission(WindowsPermission.VIEW)
    public DocumentEntry.All documents(
            @PathParam("number") @Size(max = 40) String number, @Context CallContext context) {
        String its = letters.find(number, context).number();
        return DocumentEntry.of(papers.list(its, context), Tagged.place("letters", number, context));
    }

    /** A paper. */
    @GET
    @Path("{number}/documents/{document}")
    @Produces("application/pdf")
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(byte[].class)
    public Response document(
            @PathParam("number") @Size(max = 40) String number,
            @PathParam("document") @Size(max = 40) String document,
            @Context CallContext context) {
        return Tagged.file(papers.content(number, document, context));
    }
}
