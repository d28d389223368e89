package org.yichuang.documents.internal.rest;

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
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.internal.scan.InfectedFiles;
import org.yichuang.documents.internal.scan.InfectedFiles.Finding;
import org.yichuang.documents.internal.scan.InfectedFiles.InfectedFile;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** The files of a centre in which a scanner has found something, over HTTP. */
@Path("/{tenant}/infected-files")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InfectedFileResource {
    private static final int DIGEST = 64;

    private final InfectedFiles infected;

    public InfectedFileResource(InfectedFiles infected) {
        this.infected = infected;
    }

    /** Lists them, those kept last first. */
    @GET
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Page<InfectedFile> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context CallContext context) {
        return infected.list(PageRequest.of(limit, cursor), context);
    }

    /** What was found in one. */
    @GET
    @Path("{sha256}")
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Finding get(@PathParam("sha256") @Size(max = DIGEST) String sha256, @Context CallContext context) {
        return infected.get(sha256, context);
    }

    /** Has one scanned again, with a reason. */
    @POST
    @Path("{sha256}/scan")
    @Command
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Scanned scanAgain(
            @PathParam("sha256") @Size(max = DIGEST) String sha256,
            @NotNull @Valid ScanBody body,
            @Context CallContext context) {
        return new Scanned(sha256, infected.scanAgain(sha256, body.reason(), context));
    }

    /** Why it is scanned again. */
    public record ScanBody(@NotBlank @Size(max = 200) String reason) {}

    /** What the file is now. */
    public record Scanned(String sha256, FileState state) {}
}
