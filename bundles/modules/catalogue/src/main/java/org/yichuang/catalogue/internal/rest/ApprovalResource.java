package org.yichuang.catalogue.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Submissions;
import org.yichuang.catalogue.internal.rest.SubmissionViews.AgreedView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** What centres above have agreed to of an item. */
@Path("/{tenant}/catalogue/items/{code}/approvals")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalResource {
    private final Submissions submissions;

    /** In front of the service. */
    public ApprovalResource(Submissions submissions) {
        this.submissions = submissions;
    }

    /** Returns what centres above have agreed to of an item's versions, the newest first. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public List<AgreedView> agreed(@PathParam("code") String code, @Context CallContext context) {
        return submissions.agreed(code, context).stream().map(AgreedView::of).toList();
    }
}
