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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Bulletins;
import org.yichuang.windows.internal.LetterPapers.Content;
import org.yichuang.windows.internal.WindowsCommands.PublishBulletin;
import org.yichuang.windows.internal.WindowsViews.BulletinView;
import org.yichuang.windows.internal.WindowsViews.BulletinsView;

/** The attendance of months that are over, as papers. */
@Path("/{tenant}/windows/attendance/bulletins")
@Produces(MediaType.APPLICATION_JSON)
public class BulletinResource {
    private final Bulletins bulletins;

    public BulletinResource(Bulletins bulletins) {
        this.bulletins = bulletins;
    }

    /** Those that were published, the newest month first. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public BulletinsView list(@Context CallContext context) {
        return new BulletinsView(bulletins.list(context));
    }

    /** One is published. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = BulletinView.class, status = 201)
    public Response publish(@NotNull @Valid PublishBulletin command, @Context CallContext context) {
        BulletinView made = bulletins.publish(command, context);
        return Tagged.made(made, made.version());
    }

    /** The paper of a month. */
    @GET
    @Path("{month}/pdf")
    @Produces("application/pdf")
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(byte[].class)
    public Response pdf(@PathParam("month") @Size(max = 7) String month, @Context CallContext context) {
        return Tagged.file(bulletins.pdf(month, context));
    }

    /** The same as a Word document. */
    @GET
    @Path("{month}/docx")
    @Produces(Content.WORD)
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(byte[].class)
    public Response docx(@PathParam("month") @Size(max = 7) String month, @Context CallContext context) {
        return Tagged.file(bulletins.docx(month, context));
    }
}
