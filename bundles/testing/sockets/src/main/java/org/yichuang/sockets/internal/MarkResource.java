package org.yichuang.sockets.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** Marks over REST. */
@Path("/{tenant}/sockets")
@Produces("application/json")
public class MarkResource {
    private final Marks marks;

    MarkResource(Marks marks) {
        this.marks = marks;
    }

    /**
     * What is sent.
     *
     * @param subject what is marked
     * @param receiver a centre that is told of it, or nothing
     */
    public record NewMark(@NotBlank @Size(max = 100) String subject, @Size(max = 40) String receiver) {}

    /** What is answered. */
    public record All(List<Marks.View> items) {}

    /** Lists marks. */
    @GET
    @RequiresPermission(SocketsDescriptor.VIEW)
    public All all(@Context CallContext context) {
        return new All(marks.all(context));
    }

    /** Marks something. */
    @POST
    @Command
    @RequiresPermission(SocketsDescriptor.MARK)
    public Marks.View mark(NewMark request, @Context CallContext context) {
        return marks.mark(request.subject(), request.receiver() == null ? "" : request.receiver(), context);
    }

    /** Gives out the certificate of a mark. */
    @GET
    @Path("{mark}/certificate")
    @Produces("application/pdf")
    @RequiresPermission(SocketsDescriptor.VIEW)
    public Response certificate(@PathParam("mark") String mark, @Context CallContext context) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        marks.certificate(mark, file, context);
        return Response.ok((StreamingOutput) file::writeTo).build();
    }
}
