package org.yichuang.cases.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.Multipart;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.internal.QuotaPrecheck;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.BodyGate;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.PartNames;

/** Files, taken in before an application names them. */
@Path("/{tenant}/materials")
public class MaterialResource implements BodyGate {
    private final CaseService cases;
    private final QuotaPrecheck quotas;

    /** @param quotas what is asked before a file is read */
    public MaterialResource(CaseService cases, QuotaPrecheck quotas) {
        this.cases = cases;
        this.quotas = quotas;
    }

    @Override
    public void check(String operation, CallContext context) {
        quotas.checkUpload(context);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RequiresPermission(CasePermission.UPLOAD)
    @Command
    @Answers(value = Upload.class, status = 201)
    public Response upload(@Multipart(value = "file", required = false) Attachment file, @Context CallContext context) {
        if (file == null) {
            throw ProblemException.field(
                    CaseError.MATERIAL_INVALID,
                    "file",
                    LocalizedMessage.of(MaterialResource.class, "file-part-missing"));
        }
        String name = file.getContentDisposition() == null
                ? null
                : PartNames.of(file.getContentDisposition().getFilename());
        MediaType type = file.getContentType();
        try (InputStream content = file.getObject(InputStream.class)) {
            Upload upload = cases.upload(name, type == null ? null : type.toString(), content, context);
            return Response.status(Response.Status.CREATED).entity(upload).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
