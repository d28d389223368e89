package org.yichuang.catalogue.internal.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
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
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.Multipart;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.ImportPreviews;
import org.yichuang.catalogue.internal.ImportUndo;
import org.yichuang.catalogue.internal.ImportUndo.Undo;
import org.yichuang.catalogue.internal.ImportUndo.Undone;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.PartNames;

/** Files of items. */
@Path("/{tenant}/catalogue/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private final CatalogueEditing editing;
    private final ImportPreviews previews;
    private final ImportUndo undo;

    /** In front of the services. */
    public ImportResource(CatalogueEditing editing, ImportPreviews previews, ImportUndo undo) {
        this.editing = editing;
        this.previews = previews;
        this.undo = undo;
    }

    /**
     * Takes a CSV or XLSX file; rows that may be published are published at once when asked for. A dry run writes
     * nothing and tells what it would do, as a preview does.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Command
    @RequiresPermission(CataloguePermission.IMPORT)
    @Answers(value = ImportReport.class, status = 201)
    public Response take(
            @Multipart(value = "file", required = false) Attachment file,
            @Multipart(value = "publish", required = false) String publishPart,
            @QueryParam("publish") boolean publish,
            @QueryParam("dryRun") boolean dryRun,
            @Context CallContext context) {
        boolean publishing = publish || "true".equals(publishPart);
        if (dryRun) {
            return Response.ok(preview(file, publishing, context)).build();
        }
        return created(take(required(file), publishing, context), context);
    }

    private static Attachment required(Attachment file) {
        if (file == null) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "file",
                    LocalizedMessage.of(ImportResource.class, "import.file-missing"));
        }
        return file;
    }

    private static Response created(ImportReport report, CallContext context) {
        URI place = URI.create(context.tenant() + "/catalogue/imports/" + report.id());
        return Response.created(place).entity(report).build();
    }

    /** Keeps a CSV or XLSX file for a day and tells what it would do; nothing of it is written. */
    @POST
    @Path("preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RequiresPermission(CataloguePermission.IMPORT)
    public PreviewView preview(
            @Multipart(value = "file", required = false) Attachment file,
            @QueryParam("publish") boolean publish,
            @Context CallContext context) {
        try (InputStream content = required(file).getObject(InputStream.class)) {
            String handle = previews.offer(name(file), content, context);
            return PreviewView.of(previews.preview(handle, publish, context));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file that was previewed; {@code changed-meanwhile} when the preview would now be another one. */
    @POST
    @Path("confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Command
    @RequiresPermission(CataloguePermission.IMPORT)
    @Answers(value = ImportReport.class, status = 201)
    public Response confirm(@NotNull @Valid Confirmation asked, @Context CallContext context) {
        ImportReport report = previews.confirm(asked.handle(), asked.publish(), asked.state(), context);
        return created(report, context);
    }

    /**
     * Which previewed file is to be taken.
     *
     * @param handle of its preview
     * @param publish as it was previewed
     * @param state of its preview
     */
    public record Confirmation(
            @NotBlank @Size(max = 1000) String handle,
            @NotNull Boolean publish,
            @NotBlank @Size(max = 100) String state) {}

    private ImportReport take(Attachment file, boolean publish, CallContext context) {
        try (InputStream content = file.getObject(InputStream.class)) {
            byte[] bytes = previews.scanned(content, context);
            return editing.importFile(name(file), new ByteArrayInputStream(bytes), publish, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Attachment file) {
        String name = file.getContentDisposition() == null
                ? null
                : PartNames.of(file.getContentDisposition().getFilename());
        return Objects.requireNonNullElse(name, "");
    }

    /** Takes an import back, as far as nothing goes on under what it has brought. */
    @POST
    @Path("{id}/undoing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Command
    @RequiresPermission(CataloguePermission.IMPORT)
    public Undone undo(@PathParam("id") String id, @NotNull @Valid Undo body, @Context CallContext context) {
        return undo.undo(id, body, context);
    }

    /** Returns the report of an import. */
    @GET
    @Path("{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public ImportReport report(@PathParam("id") String id, @Context CallContext context) {
        return editing.imported(id, context);
    }
}
