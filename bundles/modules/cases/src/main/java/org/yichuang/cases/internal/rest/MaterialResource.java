package org.yichuang.cases.internal.rest;

import static org.yichuang.identity.api.Role.APPLICANT;
import static org.yichuang.identity.api.Role.CENTRE_MANAGER;
import static org.yichuang.identity.api.Role.CHIEF_REPRESENTATIVE;
import static org.yichuang.identity.api.Role.CLERK;
import static org.yichuang.identity.api.Role.REVIEWER;
import static org.yichuang.identity.api.Role.SUPERVISION_OFFICER;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.Multipart;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Content;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.rest.api.Allow;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Files: in before a submission names them, out to those who may see the case. */
@Path("/{tenant}")
public class MaterialResource {
    private final CaseService cases;

    public MaterialResource(CaseService cases) {
        this.cases = cases;
    }

    @POST
    @Path("/materials")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Allow({APPLICANT, CLERK, REVIEWER})
    @Command
    @Answers(value = Upload.class, status = 201)
    public Response upload(
            @Multipart(value = "file", required = false) Attachment file, @Context CallContext context) {
        if (file == null) {
            throw ProblemException.field(
                    CaseError.MATERIAL_INVALID, "file", "缺少表单部分 file", "The form part file is missing");
        }
        String name = file.getContentDisposition() == null
                ? null
                : file.getContentDisposition().getFilename();
        MediaType type = file.getContentType();
        try (InputStream content = file.getObject(InputStream.class)) {
            Upload upload = cases.upload(name, type == null ? null : type.toString(), content, context);
            return Response.status(Response.Status.CREATED).entity(upload).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("/cases/{number}/materials/{file}")
    @Produces({
        "application/pdf",
        "image/jpeg",
        "image/png",
        "application/ofd",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE, CENTRE_MANAGER, SUPERVISION_OFFICER, APPLICANT})
    @Answers(byte[].class)
    public Response content(
            @PathParam("number") String number, @PathParam("file") String file, @Context CallContext context) {
        Content content = cases.content(number, file, context);
        String name = URLEncoder.encode(content.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content.bytes(), content.mediaType())
                // never shown inside our origin: what was uploaded is not ours
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .build();
    }
}
