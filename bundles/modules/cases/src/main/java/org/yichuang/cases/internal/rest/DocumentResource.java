package org.yichuang.cases.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.internal.CaseDocuments;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;

/** The documents of a case. */
@Path("/{tenant}/cases/{number}/documents")
public class DocumentResource {
    private final CaseDocuments documents;

    public DocumentResource(CaseDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RequiresPermission(CasePermission.VIEW)
    public Listed<DocumentEntry> list(@PathParam("number") String number, @Context CallContext context) {
        return new Listed<>(documents.list(number, context).stream()
                .map(document -> DocumentEntry.of(document, number, context))
                .toList());
    }

    @GET
    @Path("/{id}")
    @Produces("application/pdf")
    @RequiresPermission(CasePermission.VIEW)
    @Answers(byte[].class)
    public Response content(
            @PathParam("number") String number, @PathParam("id") String id, @Context CallContext context) {
        return Attachments.of(documents.content(number, id, context));
    }
}
