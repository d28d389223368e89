package org.yichuang.notices.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.notices.api.Inbox;
import org.yichuang.notices.api.Inbox.Message;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowSignedIn;

/** The messages of whoever asks, over HTTP. */
@Path("/{tenant}/inbox")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
    private final Inbox inbox;

    public InboxResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The messages, the newest first. */
    @GET
    @AllowSignedIn
    public Page<Message> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context CallContext context) {
        return inbox.list(PageRequest.of(limit, cursor), context);
    }

    /** How many are unread. */
    @GET
    @Path("unread")
    @AllowSignedIn
    public Unread unread(@Context CallContext context) {
        return new Unread(inbox.unread(context), Inbox.MOST_COUNTED);
    }

    /** Opens a message; it is read from now on. */
    @POST
    @Path("messages/{id}/opening")
    @AllowSignedIn
    @Command(keyOptional = true)
    public Message read(@PathParam("id") @Size(max = 40) String id, @Context CallContext context) {
        return inbox.read(id, context);
    }

    /** On which other ways whoever asks is told. */
    @GET
    @Path("ways")
    @AllowSignedIn
    public Ways ways(@Context CallContext context) {
        return inbox.ways(context);
    }

    /** Says on which other ways whoever asks is told. */
    @PUT
    @Path("ways")
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowSignedIn
    @Command(keyOptional = true)
    public Ways setWays(@NotNull @Valid NewWays ways, @Context CallContext context) {
        return inbox.setWays(new Ways(ways.mail(), ways.mailWanted(), ways.mobile(), ways.smsWanted()), context);
    }

    /**
     * How many messages are unread.
     *
     * @param unread the count
     * @param mostCounted where counting ends: there may be more
     */
    public record Unread(int unread, int mostCounted) {}

    /**
     * Ways beside the inbox.
     *
     * @param mail the address for mail; empty for none
     * @param mailWanted whether messages go there
     * @param mobile the number for short messages; empty for none
     * @param smsWanted whether messages go there
     */
    public record NewWays(
            @Size(max = 200) String mail,
            @NotNull Boolean mailWanted,
            @Size(max = 20) String mobile,
            @NotNull Boolean smsWanted) {}
}
