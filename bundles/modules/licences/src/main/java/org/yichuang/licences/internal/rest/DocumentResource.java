package org.yichuang.licences.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.LicenceDocuments;
import org.yichuang.rest.api.Answers;

/** The decisions about a result. */
@Path("/{tenant}/licences/{licence}/documents")
public class DocumentResource {
    private final LicenceDocuments documents;

    public DocumentResource(LicenceDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RequiresPermission(LicencePermission.VIEW)
    public DocumentEntry.All list(@PathParam("licence") String id, @Context CallContext context) {
        return DocumentEntry.of(documents.list(id, context), "/api/" + context.tenant() + "/licences/" + id);
    }

    @GET
    @Path("/{id}")
    @Produces("application/pdf")
    @RequiresPermission(LicencePermission.VIEW)
    @Answers(byte[].class)
    public Response content(
            @PathParam("licence") String licence, @PathParam("id") String id, @Context CallContext context) {
        return DocumentEntry.file(documents.content(licence, id, context));
    }
}
