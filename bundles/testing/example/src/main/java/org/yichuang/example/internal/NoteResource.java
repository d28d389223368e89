package org.yichuang.example.internal;

import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** The REST path. */
@Path("/{tenant}/example")
@Produces("application/json")
public class NoteResource {
    private final Notes notes;

    public NoteResource(Notes notes) {
        this.notes = notes;
    }

    /** What is sent. */
    public record Write(@NotBlank @Size(max = 200) String words) {}

    /** What is answered, in {@code items} like every list. */
    public record All(List<Notes.View> items) {}

    @GET
    @RequiresPermission("example.view")
    public All all(@Context CallContext context) {
        return new All(notes.all(context));
    }

    @POST
    @Command
    @RequiresPermission("example.write")
    public Notes.View write(Write request, @Context CallContext context) {
        return notes.write(request.words(), context);
    }
}
