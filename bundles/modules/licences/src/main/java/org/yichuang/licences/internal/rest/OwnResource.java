package org.yichuang.licences.internal.rest;

import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.LicenceDocuments;
import org.yichuang.licences.internal.LicenceView;
import org.yichuang.licences.internal.LicenceView.Summary;
import org.yichuang.licences.internal.Licences;
import org.yichuang.rest.api.Answers;

/** The results of whoever asks. */
@Path("/{tenant}/licences/own")
@Produces(MediaType.APPLICATION_JSON)
public class OwnResource {
    private final Licences licences;
    private final LicenceDocuments documents;

    public OwnResource(Licences licences, LicenceDocuments documents) {
        this.licences = licences;
        this.documents = documents;
    }

    @GET
    @RequiresPermission(LicencePermission.OWN)
    public Page<Summary> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return licences.own(PageRequest.of(limit, cursor), context);
    }

    @GET
    @Path("/{licence}")
    @RequiresPermission(LicencePermission.OWN)
    public LicenceView find(@PathParam("licence") String id, @Context CallContext context) {
        return licences.findOwn(id, context);
    }

    @GET
    @Path("/{licence}/documents")
    @RequiresPermission(LicencePermission.OWN)
    public DocumentEntry.All documents(@PathParam("licence") String id, @Context CallContext context) {
        String below = "/api/" + context.tenant() + "/licences/own/" + id;
        return DocumentEntry.of(documents.listOwn(id, context), below);
    }

    @GET
    @Path("/{licence}/documents/{id}")
    @Produces("application/pdf")
    @RequiresPermission(LicencePermission.OWN)
    @Answers(byte[].class)
    public Response content(
            @PathParam("licence") String licence, @PathParam("id") String id, @Context CallContext context) {
        return DocumentEntry.file(documents.ownContent(licence, id, context));
    }
}
